import { Button, FileButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attestation } from '@/utils/domain/attestation';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { LiveMessage } from '../ui/LiveMessage';
import classes from './verify.module.css';

/** What came of the last try to add something. */
export type AdditionOutcome =
  | { readonly state: 'added'; readonly fileName: string }
  | { readonly state: 'invalid'; readonly fault: NonNullable<Attestation['fault']> };

interface Props {
  readonly hasTimestamp: boolean;
  /** Host of the timestamp authority; null if the settings name none. */
  readonly authority: string | null;
  readonly isBusy: boolean;
  readonly outcome: AdditionOutcome | null;
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  readonly onRequest: () => void;
  readonly onSaveQuery: () => void;
  readonly onSaveStatement: () => void;
  readonly onFile: (file: File) => void;
}

/** Adds a timestamp or a signature to the bundle that was just verified. */
export function SealAdditions({
  hasTimestamp,
  authority,
  isBusy,
  outcome,
  error,
  environment,
  ...on
}: Props) {
  const { t } = useTranslation();
  const timestampNote = hasTimestamp
    ? t('sealAddition.has')
    : authority
      ? t('sealAddition.requestNote', { host: authority })
      : t('sealAddition.noAuthority');
  return (
    <section
      className={classes.additions}
      data-testid="seal-additions"
      data-state={isBusy ? 'working' : error ? 'failed' : (outcome?.state ?? 'idle')}
    >
      <h2>{t('sealAddition.title')}</h2>
      <p className="osmotr-muted">{t('sealAddition.note')}</p>
      <LiveMessage
        text={isBusy ? t('sealAddition.working') : outcome?.state === 'added' ? t('sealAddition.added') : ''}
      />
      <div className={classes.additionRow}>
        {!hasTimestamp && authority && (
          <Button size="xs" loading={isBusy} data-testid="request-timestamp" onClick={on.onRequest}>
            {t('sealAddition.request')}
          </Button>
        )}
        {!hasTimestamp && (
          <Button size="xs" variant="default" data-testid="save-query" onClick={on.onSaveQuery}>
            {t('sealAddition.saveQuery')}
          </Button>
        )}
        <Button size="xs" variant="default" data-testid="save-statement" onClick={on.onSaveStatement}>
          {t('sealAddition.saveStatement')}
        </Button>
        <FileButton
          accept=".tsr,.tst,.p7s,.cms,.sig"
          inputProps={{ 'aria-label': t('sealAddition.addFile') }}
          onChange={(file) => file && on.onFile(file)}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default" disabled={isBusy} data-testid="add-seal-file">
              {t('sealAddition.addFile')}
            </Button>
          )}
        </FileButton>
      </div>
      <p className="osmotr-muted">
        {timestampNote} {t('sealAddition.statementNote')}
      </p>
      {outcome && <Outcome outcome={outcome} />}
      {error && <ErrorNotice error={error} environment={environment} />}
    </section>
  );
}

function Outcome({ outcome }: { readonly outcome: AdditionOutcome }) {
  const { t } = useTranslation();
  if (outcome.state === 'added') {
    return (
      <p>
        <strong>{t('sealAddition.added')}</strong> <HostileText text={outcome.fileName} />
      </p>
    );
  }
  const { code, expected, found } = outcome.fault;
  return (
    <div role="alert" className={classes.notAdded} data-code={code}>
      <strong>{t('sealAddition.notAdded', { reason: t(`verify.finding.${code}`) })}</strong>
      <div className="osmotr-muted">
        {t('verify.expected')}: <HostileText text={expected} limit={200} />
      </div>
      <div className="osmotr-muted">
        {t('verify.found')}: <HostileText text={found} limit={200} />
      </div>
    </div>
  );
}
