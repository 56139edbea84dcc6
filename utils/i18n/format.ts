import { INTL_LOCALES, type Language } from './language';

const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)$/;
const KILO = 1024;

export type ByteUnit = 'byte' | 'kilobyte' | 'megabyte' | 'gigabyte';

/** Says whether a text is a timestamp as records have them: ISO 8601 with seconds and offset. */
export function isTimestamp(text: string): boolean {
  return TIMESTAMP.test(text);
}

const FORMATS = new Map<Language, ReturnType<typeof createFormat>>();

/** `createFormat`, made once a language: a list of thousands would make thousands, and each takes longer than its row. */
export function formatOf(language: Language): ReturnType<typeof createFormat> {
  const known = FORMATS.get(language) ?? createFormat(language);
  FORMATS.set(language, known);
  return known;
}

/** Numbers, times and sizes in a language's own form. */
export function createFormat(language: Language) {
  const locale = INTL_LOCALES[language].find((tag) => hasOwnForms(tag, language));
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const fraction = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  } as const;
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const moment = new Intl.DateTimeFormat(locale, { ...day, ...clock });
  const recordedDay = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const recordedHour = new Intl.DateTimeFormat(locale, { ...day, ...clock, second: undefined });
  const recordedClock = new Intl.DateTimeFormat(locale, clock);
  const regions = new Intl.DisplayNames(locale ?? language, { type: 'region' });
  const axisDay = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: '2-digit' });
  const axisClock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

  return {
    number: (value: number) => whole.format(value),

    /** A number that may have decimals; three of them at most. */
    figure: (value: number) => exact.format(value),

    /** A country's name by its code (ISO 3166-1); other text as is. */
    region: (code: string) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code),

    /** A timestamp with the clock and offset it was recorded with, whatever zone the reader sits in; other text as is. */
    timestamp(value: string): string {
      const [, local, offset] = TIMESTAMP.exec(value) ?? [];
      if (!local || !offset || !isDate(local)) return value;
      return `${moment.format(new Date(`${local}Z`))} ${utc(offset)}`;
    },

    /** The day of a timestamp, or of an ISO date, by the clock that it was recorded with; other text as is. */
    recordedDate(value: string): string {
      const [date] = /^\d{4}-\d\d-\d\d/.exec(value) ?? [];
      return date && isDate(date) ? recordedDay.format(new Date(`${date}T00:00:00Z`)) : value;
    },

    /** The clock time of a timestamp with its offset; blank for other text. */
    recordedTime(value: string): string {
      const [, local, offset] = TIMESTAMP.exec(value) ?? [];
      if (!local || !offset || !isDate(local)) return '';
      return `${recordedClock.format(new Date(`${local}Z`))} ${utc(offset)}`;
    },

    /** The day and the whole hour of a timestamp with its offset; other text as is. */
    recordedHour(value: string): string {
      const [, local, offset] = TIMESTAMP.exec(value) ?? [];
      if (!local || !offset || !isDate(local)) return value;
      const hour = recordedHour.format(new Date(`${local.slice(0, 13)}:00:00Z`));
      return `${hour} ${utc(offset)}`;
    },

    /** Day and clock time of a moment (ms since the epoch) in this machine's zone: for the ticks of an axis. */
    day: (at: number) => axisDay.format(at),
    clock: (at: number) => axisClock.format(at),

    /** A size as a number and a unit of 1024 steps, one decimal: `{ amount: '1,5', unit: 'megabyte' }`. */
    bytes(value: number): { readonly amount: string; readonly unit: ByteUnit } {
      const units: readonly ByteUnit[] = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
      const step = value < KILO ? 0 : Math.min(3, Math.floor(Math.log2(value) / 10));
      return { amount: fraction.format(value / KILO ** step), unit: units[step] ?? 'byte' };
    },

    /** Milliseconds as milliseconds below a second, else as seconds with one decimal. */
    duration(ms: number): { readonly amount: string; readonly unit: 'millisecond' | 'second' } {
      return Math.abs(ms) < 1000
        ? { amount: whole.format(ms), unit: 'millisecond' }
        : { amount: fraction.format(ms / 1000), unit: 'second' };
    },
  };
}

/**
 * Chromium names Kazakh and Uzbek among its locales and then formats them by the root locale, in American
 * fashion. Each of our languages but English has a decimal comma: it tells real data from none.
 */
function hasOwnForms(tag: string, language: Language): boolean {
  return language === 'en' || new Intl.NumberFormat(tag).format(0.5).includes(',');
}

/** The offset of a timestamp, `Z` too, as every time here has it. */
function utc(offset: string): string {
  return `UTC${offset === 'Z' ? '+00:00' : offset}`;
}

/** A file may hold what only looks like a date; `Intl` throws at it. */
function isDate(local: string): boolean {
  return !Number.isNaN(Date.parse(local));
}
