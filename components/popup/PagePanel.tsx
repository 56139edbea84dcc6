import { IconCircleCheck, IconLoader2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import classes from './popup.module.css';

interface Props {
  readonly host: string | null;
  /** Null if the page can be captured; undefined until it is known. */
  readonly reason: ErrorRecord | null | undefined;
  readonly environment: BugEnvironment;
}

/** Which page is at hand, and whether it can be captured. */
export function PagePanel({ host, reason, environment }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.page} aria-label={t('popup.page')}>
      <div className={classes.host} data-testid="page-host">
        {host ? <HostileText text={host} limit={70} brief /> : '—'}
      </div>
      <div data-testid="page-reason" data-code={reason?.code ?? ''}>
        {reason ? (
          <ErrorNotice error={reason} environment={environment} title={t('popup.notCapturable')} />
        ) : (
          <PageState isReady={reason === null} />
        )}
      </div>
    </section>
  );
}

function PageState({ isReady }: { readonly isReady: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={classes.pageState} data-ready={isReady}>
      {isReady ? <IconCircleCheck size={15} aria-hidden /> : <IconLoader2 size={15} aria-hidden />}
      {isReady ? t('popup.capturable') : t('popup.checking')}
    </span>
  );
}
