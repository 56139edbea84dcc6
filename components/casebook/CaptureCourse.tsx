import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  CaptureManifest,
  MissingResource,
  ObserverEffect,
  RefetchedResource,
  Remark,
  StepRecord,
} from '@/utils/domain/capture';
import { StepReason } from '../capture/FailedSteps';
import { ObserverLine } from '../capture/ObserverLine';
import { DefangedUrl } from '../ui/DefangedUrl';
import { keyed } from '../ui/keyed';
import { MARK, TextAround } from '../ui/TextAround';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';
import { FactList } from './FactList';

/** How a capture went: what the site could notice, each step, what is missing, what was taken out. */
export function CaptureCourse({ manifest }: { readonly manifest: CaptureManifest }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const names = useNames();
  const removed = Object.entries(manifest.removed);
  return (
    <div className={classes.sections}>
      <ObserverLine observer={manifest.observer} />
      <SeenEvents seen={manifest.observer.seen} />
      <StepTable steps={manifest.steps} />
      {manifest.remarks.length > 0 && <Remarks remarks={manifest.remarks} />}
      <section>
        <h2>{t('view.missing')}</h2>
        <MissingTable missing={manifest.missing} isAsked={manifest.refetched !== undefined} />
      </section>
      {manifest.refetched && manifest.refetched.length > 0 && (
        <RefetchedTable refetched={manifest.refetched} />
      )}
      {removed.length > 0 && (
        <section>
          <h2>{t('view.removed')}</h2>
          <FactList
            facts={removed.map(([name, count]) => [names.code('removedPart', name), number(count)] as const)}
          />
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
      {seen.value ? (
        t('view.seenEvents', { ...seen.value })
      ) : (
        <>
          {t('view.seenUnknown')}: <StepReason reason={seen.reason} />
        </>
      )}
    </p>
  );
}

/** What the pictures fail to show. Facts come from the page: they are set apart as hostile text is. */
function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('pictures.remarks')}</h2>
      <ul className={classes.remarks}>
        {keyed(remarks, ({ code }) => code).map(({ key, item: { code, facts } }) => (
          <li key={key} data-testid="remark" data-code={code}>
            <RemarkText code={code} facts={facts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A URL in a remark is shown as every captured URL is. */
function RemarkText({ code, facts }: Remark) {
  const names = useNames();
  const { number } = useFormat();
  const { url = '', ...others } = facts;
  const written = Object.entries(others).map(([name, value]) => [name, number(Number(value))]);
  const text = names.remark(code, { ...Object.fromEntries(written), url: MARK });
  return (
    <TextAround text={text}>
      <DefangedUrl url={url} />
    </TextAround>
  );
}

function StepTable({ steps }: { readonly steps: readonly StepRecord[] }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const names = useNames();
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
            <Table.Td>{names.code('step', name)}</Table.Td>
            <Table.Td className={classes.outcome}>{names.code('outcome', outcome)}</Table.Td>
            <Table.Td>+{duration(startedMs)}</Table.Td>
            <Table.Td>{duration(durationMs)}</Table.Td>
            <Table.Td>{reason && <StepReason reason={reason} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface MissingProps {
  readonly missing: readonly MissingResource[];
  /** The site was asked again: then the usual note would be untrue. */
  readonly isAsked: boolean;
}

function MissingTable({ missing, isAsked }: MissingProps) {
  const { t } = useTranslation();
  const names = useNames();
  if (missing.length === 0) return <p className="osmotr-muted">{t('view.noMissing')}</p>;
  return (
    <>
      {!isAsked && <p className="osmotr-muted">{t('view.missingNote')}</p>}
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
              <Table.Td>{names.code('resource', kind)}</Table.Td>
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

function RefetchedTable({ refetched }: { readonly refetched: readonly RefetchedResource[] }) {
  const { t } = useTranslation();
  const { bytes, timestamp } = useFormat();
  return (
    <section>
      <h2>{t('refetch.asked')}</h2>
      <p className="osmotr-muted">{t('refetch.askedNote')}</p>
      <Table className={classes.table} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('view.url')}</Table.Th>
            <Table.Th w={190}>{t('casebook.time')}</Table.Th>
            <Table.Th w="30%">{t('refetch.obtained')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keyed(refetched, ({ url }) => url).map(({ key, item }) => (
            <Table.Tr key={key} data-testid="refetched-row" data-status={item.status}>
              <Table.Td className="osmotr-mono">
                <DefangedUrl url={item.url} />
              </Table.Td>
              <Table.Td>{timestamp(item.at)}</Table.Td>
              <Table.Td>
                {item.reason === undefined ? (
                  bytes(item.bytes)
                ) : (
                  <TextAround text={t('refetch.failed', { reason: MARK })}>
                    <StepReason reason={item.reason} />
                  </TextAround>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
