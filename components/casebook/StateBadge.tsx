import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './casebook.module.css';

/** Whether a capture got everything; in words and a sign, not by colour alone. */
export function StateBadge({ complete }: { readonly complete: boolean }) {
  const { t } = useTranslation();
  const Sign = complete ? IconCircleCheck : IconAlertTriangle;
  return (
    <span className={classes.state} data-complete={complete}>
      <Sign size={14} aria-hidden /> {complete ? t('casebook.complete') : t('casebook.incomplete')}
    </span>
  );
}
