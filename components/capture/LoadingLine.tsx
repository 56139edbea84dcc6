import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './capture.module.css';

/** One line: the page was captured before it was loaded, and what to do. */
export function LoadingLine() {
  const { t } = useTranslation();
  return (
    <p className={classes.observer} data-testid="was-loading" data-noticed>
      <IconHourglass size={18} className={classes.sign} aria-hidden />
      {t('capture.wasLoading')}
    </p>
  );
}
