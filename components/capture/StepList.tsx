import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus, IconPoint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { STEP_NAMES, type StepName, type StepRecord } from '@/utils/domain/capture';
import classes from './capture.module.css';

interface Props {
  readonly steps: readonly StepRecord[];
  /** The step that runs now. */
  readonly running: StepName | null;
}

/** Steps that a capture has only if the operative asks for them. */
const ON_REQUEST: ReadonlySet<StepName> = new Set(['panes', 'refetch']);

/** The steps of a capture as they go: what has ended, what runs, what is still to come. */
export function StepList({ steps, running }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={classes.steps} aria-label={t('capture.steps')}>
      {STEP_NAMES.filter((name) => !ON_REQUEST.has(name) || name === running || isIn(steps, name)).map(
        (name) => {
          const outcome = steps.find((step) => step.name === name)?.outcome;
          const state = outcome ?? (name === running ? 'running' : 'pending');
          return (
            <li key={name} data-state={state}>
              <StepSign state={state} />
              <span>{t(`step.${name}`)}</span>
            </li>
          );
        },
      )}
    </ol>
  );
}

function StepSign({ state }: { readonly state: StepRecord['outcome'] | 'running' | 'pending' }) {
  const { t } = useTranslation();
  const size = 14;
  if (state === 'done') return <IconCheck size={size} aria-label={t('outcome.done')} />;
  if (state === 'failed') return <IconAlertTriangle size={size} aria-label={t('outcome.failed')} />;
  if (state === 'skipped') return <IconMinus size={size} aria-label={t('outcome.skipped')} />;
  if (state === 'running') return <Loader size={size} aria-label={t('capture.stepRunning')} />;
  return <IconPoint size={size} aria-label={t('capture.stepPending')} />;
}

function isIn(steps: readonly StepRecord[], wanted: StepName): boolean {
  return steps.some(({ name }) => name === wanted);
}
