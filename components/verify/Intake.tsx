import { Button, Progress, TextInput } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportActivity } from '@/utils/domain/activity';
import type { ErrorRecord } from '@/utils/errors';
import { routeHref } from '../casebook/route';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import classes from './verify.module.css';

interface Props {
  readonly state: 'idle' | 'working' | 'done' | 'failed';
  readonly activity: ImportActivity | null;
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  /** Who takes bundles in here, as last stated. */
  readonly by: string;
  readonly onStart: (by: string) => void;
  readonly onCancel: () => void;
}

/** Takes a bundle that was found sound into the casebook. */
export function Intake({ state, activity, error, environment, by, onStart, onCancel }: Props) {
  const { t } = useTranslation();
  const said = { idle: '', working: t('intake.working'), done: t('intake.done'), failed: t('intake.failed') };
  return (
    <section className={classes.intake} data-testid="import-status" data-state={state}>
      <h2>{t('intake.title')}</h2>
      <LiveMessage text={said[state]} />
      {state === 'failed' && error && (
        <ErrorNotice error={error} environment={environment} title={t('intake.failed')} />
      )}
      {(state === 'idle' || state === 'failed') && <IntakeForm initial={by} onStart={onStart} />}
      {state === 'working' && <IntakeProgress activity={activity} onCancel={onCancel} />}
      {state === 'done' && activity && <IntakeResult activity={activity} />}
    </section>
  );
}

function IntakeForm({ initial, onStart }: { readonly initial: string; readonly onStart: Props['onStart'] }) {
  const { t } = useTranslation();
  const [by, setBy] = useState(initial);
  return (
    <form
      className={classes.intakeForm}
      onSubmit={(event) => {
        event.preventDefault();
        onStart(by);
      }}
    >
      <p className={`osmotr-muted ${classes.intro}`}>{t('intake.note')}</p>
      <TextInput
        size="sm"
        label={t('intake.by')}
        maxLength={500}
        value={by}
        data-testid="import-by"
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      <Button
        type="submit"
        size="sm"
        data-testid="import-bundle"
        leftSection={<IconFolderDown size={16} aria-hidden />}
      >
        {t('intake.button')}
      </Button>
    </form>
  );
}

interface ProgressProps {
  readonly activity: ImportActivity | null;
  readonly onCancel: () => void;
}

function IntakeProgress({ activity, onCancel }: ProgressProps) {
  const { t } = useTranslation();
  const { bytes } = useFormat();
  const { phase = null, doneBytes = 0, totalBytes = 0 } = activity ?? {};
  const isCounted = phase !== null && totalBytes > 0;
  return (
    <div className={classes.working}>
      <span>{phase ? t(`intake.${phase}`) : t('intake.working')}</span>
      <Progress
        size="sm"
        aria-label={t('intake.working')}
        value={isCounted ? (doneBytes / totalBytes) * 100 : 100}
        animated={!isCounted}
        striped={!isCounted}
      />
      <div className={classes.workingFoot}>
        <span className="osmotr-muted">
          {isCounted && t('intake.progress', { done: bytes(doneBytes), total: bytes(totalBytes) })}
        </span>
        <Button
          size="xs"
          variant="default"
          data-testid="cancel-import"
          disabled={!activity}
          onClick={onCancel}
        >
          {t('intake.cancel')}
        </Button>
      </div>
    </div>
  );
}

function IntakeResult({ activity }: { readonly activity: ImportActivity }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { caseId, captures = 0, known = 0 } = activity;
  return (
    <div className={classes.intakeForm}>
      <p>
        <strong>{t('intake.done')}.</strong>{' '}
        {t('intake.result', { captures: number(captures), known: number(known) })}
      </p>
      <Button
        component="a"
        size="sm"
        variant="default"
        href={routeHref({ view: 'case', id: caseId })}
        data-testid="open-imported"
      >
        {t('intake.open')}
      </Button>
    </div>
  );
}
