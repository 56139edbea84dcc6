import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaptureManifest, MissingResource, ObserverEffect, StepRecord } from '@/utils/domain/capture';
import { StepReason } from '../capture/FailedSteps';
import { ObserverLine } from '../capture/ObserverLine';
import { DefangedUrl } from '../ui/DefangedUrl';
import { keyed } from '../ui/keyed';
import { useFormat } from '../ui/use-format';
import classes from './casebook.module.css';
import { FactList } from './FactList';

/** How a capture went: what the site could notice, each step, what is missing, what was taken out. */
export function CaptureCourse({ manifest }: { readonly manifest: CaptureManifest }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const removed = Object.entries(manifest.removed);
  return (
    <div className={classes.sections}>
      <ObserverLine observer={manifest.observer} />
      <SeenEvents seen={manifest.observer.seen} />
      <StepTable steps={manifest.steps} />
      <section>
        <h2>{t('view.missing')}</h2>
        <MissingTable missing={manifest.missing} />
      </section>
      {removed.length > 0 && (
        <section>
          <h2>{t('view.removed')}</h2>
          <FactList facts={removed.map(([name, count]) => [name, number(count)] as const)} />
        </section>
      )}
    </div>
  );
}

/** What went on in the page meanwhile, whoever caused it. */
function SeenEvents({ seen }: { readonly seen: ObserverEffect['seen'] }) {
  const { t } = useTranslation();
  return (
    <p className="osmotr-muted" data-testid="seen-events">
      {seen.value ? t('view.seenEvents', { ...seen.value }) : `${t('view.seenUnknown')}: ${seen.reason}`}
    </p>
  );
}

function StepTable({ steps }: { readonly steps: readonly StepRecord[] }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('view.step')}</Table.Th>
          <Table.Th>{t('view.outcome')}</Table.Th>
          <Table.Th>{t('view.at')}</Table.Th>
          <Table.Th>{t('view.duration')}</Table.Th>
          <Table.Th>{t('common.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {steps.map(({ name, outcome, startedMs, durationMs, reason }) => (
          <Table.Tr key={name} data-testid="step-row" data-outcome={outcome}>
            <Table.Td>{t(`step.${name}`)}</Table.Td>
            <Table.Td className={classes.outcome}>{t(`outcome.${outcome}`)}</Table.Td>
            <Table.Td>+{duration(startedMs)}</Table.Td>
            <Table.Td>{duration(durationMs)}</Table.Td>
            <Table.Td>{reason && <StepReason reason={reason} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function MissingTable({ missing }: { readonly missing: readonly MissingResource[] }) {
  const { t } = useTranslation();
  if (missing.length === 0) return <p className="osmotr-muted">{t('view.noMissing')}</p>;
  return (
    <>
      <p className="osmotr-muted">{t('view.missingNote')}</p>
      <Table className={classes.table} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('view.url')}</Table.Th>
            <Table.Th w={100}>{t('view.kind')}</Table.Th>
            <Table.Th w="30%">{t('common.reason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keyed(missing, ({ url }) => url).map(({ key, item: { url, kind, reason } }) => (
            <Table.Tr key={key}>
              <Table.Td className="osmotr-mono">
                <DefangedUrl url={url} />
              </Table.Td>
              <Table.Td>{kind}</Table.Td>
              <Table.Td>
                <StepReason reason={reason} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
