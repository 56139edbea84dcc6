import { ActionIcon, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconEyeCheck, IconEyeOff } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { Ground } from '../capture/Ground';
import { IndicatorFacts } from '../capture/IndicatorFacts';
import { IndicatorTags } from '../capture/IndicatorTags';
import { CopyButton } from '../ui/CopyButton';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { keyed } from '../ui/keyed';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import type { CaptureIndicator } from './CaseIndicators';
import { INDICATOR_COLUMNS, type IndicatorRow } from './indicator-rows';
import classes from './indicators.module.css';
import { ManualNote } from './ManualNote';
import { MarkForm } from './MarkForm';
import { routeHref } from './route';
import { SightingList } from './SightingList';

interface Props {
  readonly row: IndicatorRow;
  /** Its place in the table, from 0. */
  readonly index: number;
  /** What captures are called, by id; isolated. */
  readonly captureNames: ReadonlyMap<string, string>;
  /** `otherCases` are all that have it. */
  readonly isOverCases: boolean;
  readonly sightingsOf: (row: IndicatorRow) => readonly CaptureIndicator[];
  readonly isBusy: boolean;
  /** Null: nothing can be marked. */
  readonly onMark: ((row: IndicatorRow, reason: string) => Promise<boolean>) | null;
  /** Something of it is unfolded or being written. */
  readonly onHold: (key: string, isHeld: boolean) => void;
}

/** One indicator of a case; unfolded, where it stood in each capture. Drawn anew only when it is another. */
export const CaseIndicatorRow = memo(function CaseIndicatorRow(props: Props) {
  const { row, onMark, onHold } = props;
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const names = useNames();
  const [isOpen, setIsOpen] = useState(false);
  const [isMarking, setIsMarking] = useState(false);
  const { type, value, valid, confidence, mark } = row;
  const key = indicatorKey(row);
  const isHeld = isOpen || isMarking;
  useEffect(() => onHold(key, isHeld), [onHold, key, isHeld]);
  const Fold = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr
        aria-rowindex={props.index + 2}
        data-testid="indicator-row"
        data-type={type}
        data-value={value}
        data-valid={valid}
        data-new={row.isNew}
        data-marked={mark !== null}
      >
        <Table.Td>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={isOpen}
            title={t('found.unfold')}
            data-testid="unfold-row"
            onClick={() => setIsOpen(!isOpen)}
          >
            <Fold size={14} aria-hidden />
            <span>{names.indicatorType(type)}</span>
          </UnstyledButton>
        </Table.Td>
        <Table.Td>
          <ValueCell {...props} onMarking={() => setIsMarking(!isMarking)} />
        </Table.Td>
        <Table.Td>{timestamp(row.firstSeen)}</Table.Td>
        <Table.Td>{timestamp(row.lastSeen)}</Table.Td>
        <Table.Td>{number(row.captureIds.length)}</Table.Td>
        <Table.Td>{t(`confidence.${confidence}`)}</Table.Td>
        <Table.Td data-testid="other-cases">
          <OtherCases titles={row.otherCases} isOverCases={props.isOverCases} />
        </Table.Td>
      </Table.Tr>
      {isMarking && !mark && onMark && (
        <WideRow>
          <MarkForm
            isBusy={props.isBusy}
            onSave={async (reason) => {
              if (await onMark(row, reason)) setIsMarking(false);
            }}
          />
        </WideRow>
      )}
      {isOpen && (
        <WideRow>
          <Details {...props} />
        </WideRow>
      )}
    </>
  );
});

function WideRow({ children }: { readonly children: ReactNode }) {
  return (
    <Table.Tr data-testid="indicator-details">
      <Table.Td colSpan={INDICATOR_COLUMNS.length}>
        <div className={classes.details}>{children}</div>
      </Table.Td>
    </Table.Tr>
  );
}

interface ValueCellProps extends Pick<Props, 'row' | 'isBusy' | 'onMark'> {
  readonly onMarking: () => void;
}

function ValueCell({ row, isBusy, onMark, onMarking }: ValueCellProps) {
  const { t } = useTranslation();
  const { mark } = row;
  const label = mark ? t('table.unmark') : t('table.mark');
  return (
    <>
      <div className={classes.itemHead}>
        <span className={classes.value}>
          <HostileText text={defangUrl(row.value)} limit={120} />
        </span>
        <span className={classes.actions}>
          <CopyButton value={row.value} label={t('common.copyValue')} />
          {onMark && (
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={label}
              title={label}
              disabled={isBusy}
              data-testid={mark ? 'unmark-indicator' : 'mark-indicator'}
              onClick={() => (mark ? onMark(row, '') : onMarking())}
            >
              {mark ? <IconEyeCheck size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
            </ActionIcon>
          )}
        </span>
      </div>
      <span className={classes.tags}>
        <IndicatorTags indicator={row} isNew={row.isNew} isManual={row.manual} mark={mark} />
      </span>
      <IndicatorFacts facts={row.facts} most={3} />
    </>
  );
}

interface OtherCasesProps {
  readonly titles: readonly string[];
  readonly isOverCases: boolean;
}

function OtherCases({ titles, isOverCases }: OtherCasesProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const named = titles.slice(0, isOverCases ? 3 : 1);
  const more = titles.length - named.length;
  return (
    <span title={titles.map((title) => isolateText(title)).join('\n')}>
      {keyed(named, (title) => title).map(({ key, item: title }) => (
        <span key={key} className={classes.otherCase}>
          {isOverCases ? (
            <HostileText text={title} limit={80} brief />
          ) : (
            t('table.alsoIn', { title: isolateText(title, 40) })
          )}
        </span>
      ))}
      {more > 0 && t('table.alsoInMore', { number: number(more) })}
      {more > 0 && (
        <span className="osmotr-live">
          :{' '}
          {titles
            .slice(-more)
            .map((title) => isolateText(title))
            .join(', ')}
        </span>
      )}
    </span>
  );
}

const CAPTURE_HEIGHT = 74;
const captureIdOf = ({ captureId }: CaptureIndicator) => captureId;

function Details({ row, captureNames, sightingsOf }: Props) {
  const { t } = useTranslation();
  const { timestamp } = useFormat();
  const { mark } = row;
  const found = useMemo(() => sightingsOf(row), [row, sightingsOf]);
  return (
    <>
      <p className="osmotr-muted">
        <Ground reason={row.reason} limit={200} />
      </p>
      {mark && (
        <p>
          {t('table.markedAs', { time: timestamp(mark.at) })}
          {mark.by && (
            <>
              {', '}
              <HostileText text={mark.by} limit={120} />
            </>
          )}
          {': '}
          <HostileText text={mark.reason} />
        </p>
      )}
      <LongList items={found} keyOf={captureIdOf} estimate={CAPTURE_HEIGHT} className={classes.inCaptures}>
        {(item) => <InCapture found={item} name={captureNames.get(item.captureId) ?? '—'} />}
      </LongList>
    </>
  );
}

interface InCaptureProps {
  readonly found: CaptureIndicator;
  readonly name: string;
}

function InCapture({ found: { captureId, sightings, manual, reason, facts }, name }: InCaptureProps) {
  const { t } = useTranslation();
  const lead = <a href={routeHref({ view: 'capture', id: captureId })}>{name}</a>;
  return (
    <div>
      {manual && (
        <>
          {lead} <ManualNote {...manual} reason={reason} />
        </>
      )}
      <IndicatorFacts facts={facts} />
      <SightingList
        sightings={sightings}
        lead={lead}
        renderLink={({ origin, start, end }, context) =>
          origin === 'text' && start !== undefined && end !== undefined ? (
            <a
              className={classes.context}
              title={t('found.openText')}
              data-testid="open-sighting"
              href={routeHref({ view: 'capture', id: captureId, at: { start, end } })}
            >
              {context}
            </a>
          ) : (
            <span className={classes.context}>{context}</span>
          )
        }
      />
    </div>
  );
}
