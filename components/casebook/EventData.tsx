import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { JsonObject, JsonValue } from '@/utils/domain/json';
import { isTimestamp } from '@/utils/i18n/format';
import { defangUrls } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { keyed } from '../ui/keyed';
import { ShortHash } from '../ui/ShortHash';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './casebook.module.css';
import { routeHref } from './route';

/** Longest value shown before it is cut. */
const LIMIT = 90;
/** Files of a capture, steps: the first few stand, the rest on request. */
const MOST = 12;

interface Props {
  readonly data: JsonObject;
  /** The case's captures by id: an event that names one leads to it. */
  readonly captures: ReadonlyMap<string, Capture>;
}

/** The members of an event's data in words; values as hostile text. */
export function EventData({ data, captures }: Props) {
  const names = useFieldNames();
  return (
    <ul className={classes.eventData}>
      {Object.entries(data).map(([name, value]) => (
        <li key={name}>
          <span className="osmotr-muted">{names(name) ?? <HostileText text={name} limit={60} />}: </span>
          <Value name={name} value={value} captures={captures} />
        </li>
      ))}
    </ul>
  );
}

interface ValueProps extends Pick<Props, 'captures'> {
  readonly name: string;
  readonly value: JsonValue;
}

function Value({ name, value, captures }: ValueProps) {
  const { t } = useTranslation();
  const { number, recordedDate, timestamp } = useFormat();
  const words = useWords();
  if (value === null || value === '') return <span className="osmotr-muted">{t('journalField.none')}</span>;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return t(value ? 'view.yes' : 'view.no');
  if (Array.isArray(value)) return <List name={name} values={value} captures={captures} />;
  if (typeof value === 'object') return <EventData data={value as JsonObject} captures={captures} />;
  const text = String(value);
  const capture = name === 'capture' && captures.get(text);
  if (capture) {
    return (
      <a href={routeHref({ view: 'capture', id: capture.id })} data-testid="journal-capture">
        {t('capture.number', { number: number(capture.number) })}
      </a>
    );
  }
  if (isTimestamp(text)) return timestamp(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return recordedDate(text);
  return words(name, text) ?? <HostileText text={defangUrls(text)} limit={LIMIT} />;
}

interface ListProps extends Pick<Props, 'captures'> {
  readonly name: string;
  readonly values: readonly JsonValue[];
}

function List({ name, values, captures }: ListProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [whole, setWhole] = useState(false);
  if (values.length === 0) return <span className="osmotr-muted">{t('journalField.none')}</span>;
  return (
    <ul className={classes.eventList}>
      {keyed(whole ? values : values.slice(0, MOST), (value) => JSON.stringify(value)).map(
        ({ key, item: value }) => (
          <li key={key}>
            {isFile(value) ? (
              <FileLine file={value} />
            ) : (
              <Value name={name} value={value} captures={captures} />
            )}
          </li>
        ),
      )}
      {values.length > MOST && (
        <li>
          <UnstyledButton
            className="osmotr-link-button"
            data-testid="show-all"
            onClick={() => setWhole(!whole)}
          >
            {whole ? t('common.showLess') : t('found.showAll', { number: number(values.length) })}
          </UnstyledButton>
        </li>
      )}
    </ul>
  );
}

interface FileEntry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

function isFile(value: unknown): value is FileEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, sha256 } = value as Partial<Record<keyof FileEntry, unknown>>;
  return typeof name === 'string' && typeof bytes === 'number' && typeof sha256 === 'string';
}

function FileLine({ file }: { readonly file: FileEntry }) {
  const { bytes } = useFormat();
  return (
    <>
      <HostileText text={file.name} limit={60} /> · {bytes(file.bytes)} ·{' '}
      <ShortHash sha256={file.sha256} length={12} />
    </>
  );
}

/** A member's name in words; null for one that a later version added. */
function useFieldNames(): (name: string) => string | null {
  const { word } = useNames();
  return (name) => word(`journalField.${name}`);
}

/** Codes that have words: how a capture was begun, steps, states, reasons, types, cases. */
function useWords(): (name: string, value: string) => string | null {
  const { t } = useTranslation();
  const names = useNames();
  return (name, value) => {
    if (name === 'trigger') return names.word(`trigger.${value}`);
    if (name === 'jurisdiction') return names.word(`casefile.${value}`);
    if (name === 'step' || name === 'stepsEnded' || name === 'failedSteps' || name === 'name') {
      return names.word(`step.${value}`);
    }
    if (name === 'role') return names.word(`role.${value}`);
    if (name === 'start') return names.word(`registration.start.${value}`);
    if (name === 'outcome') return names.word(`outcome.${value}`);
    if (name === 'phase') return names.word(`export.${value}`);
    if (name === 'type') return names.indicatorType(value);
    if (name === 'state') return names.code('journalState', value);
    if (name === 'reason' || name === 'error' || name === 'timestampError') return names.stepReason(value);
    return (name === 'from' || name === 'to') && value === INBOX_CASE_ID ? t('common.inbox') : null;
  };
}
