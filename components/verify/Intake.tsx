import { Button, TextInput } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportActivity } from '@/utils/domain/activity';
import type { ErrorRecord } from '@/utils/errors';
import { routeHref } from '../casebook/route';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { LiveMessage } from '../ui/LiveMessage';
import { useFormat } from '../ui/use-format';
import { WorkProgress } from '../ui/WorkProgress';
import classes from './verify.module.css';

interface Props {
  readonly state: 'idle' | 'working' | 'done' | 'failed';
  readonly activity: ImportActivity | null;
  /** The bundle that `state` tells of: it needn't be the one whose report is shown. */
  readonly fileName: string;
  /** The shown report is of a bundle that can be taken in. */
  readonly isOffered: boolean;
  readonly error: ErrorRecord | null;
  readonly environment: BugEnvironment;
  /** Who takes bundles in here, as last stated. */
  readonly by: string;
  readonly onStart: (by: string) => void;
  readonly onCancel: () => void;
}

/** Takes a bundle that was found sound into the casebook; shows the one that is being taken in, whatever report is above. */
export function Intake({ state, activity, fileName, error, environment, ...props }: Props) {
  const { t } = useTranslation();
  const said = { idle: '', working: t('intake.working'), done: t('intake.done'), failed: t('intake.failed') };
  return (
    <section className={classes.intake} data-testid="import-status" data-state={state}>
      <h2>{t('intake.title')}</h2>
      <LiveMessage text={said[state]} />
      {state !== 'idle' && <HostileText text={fileName} limit={160} />}
      {state === 'failed' && error && (
        <ErrorNotice error={error} environment={environment} title={t('intake.failed')} />
      )}
      {state === 'working' && <IntakeProgress activity={activity} onCancel={props.onCancel} />}
      {state === 'done' && activity && <IntakeResult activity={activity} />}
      {props.isOffered && state !== 'working' && <IntakeForm initial={props.by} onStart={props.onStart} />}
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
  const { phase = null, doneBytes = 0, totalBytes = 0 } = activity ?? {};
  return (
    <WorkProgress
      label={phase ? t(`intake.${phase}`) : t('intake.working')}
      doneBytes={doneBytes}
      totalBytes={phase ? totalBytes : 0}
      onCancel={onCancel}
      cancelTestId="cancel-import"
    />
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
