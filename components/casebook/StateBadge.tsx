import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './casebook.module.css';

interface Props {
  readonly complete: boolean;
  /** The sign alone, with its words for who points at it or hears it. */
  readonly brief?: boolean;
}

/** Whether a capture got everything; in words and a sign, not by colour alone. */
export function StateBadge({ complete, brief = false }: Props) {
  const { t } = useTranslation();
  const Sign = complete ? IconCircleCheck : IconAlertTriangle;
  const words = complete ? t('casebook.complete') : t('casebook.incomplete');
  return (
    <span className={classes.state} data-complete={complete} title={brief ? words : undefined}>
      <Sign size={brief ? 16 : 14} aria-hidden />{' '}
      <span className={brief ? 'osmotr-live' : undefined}>{words}</span>
    </span>
  );
}
