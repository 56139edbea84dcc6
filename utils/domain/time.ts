/**
 * ISO 8601 with milliseconds and the offset, as it is printed everywhere: `2026-03-05T14:07:09.120+05:00`.
 * `epochMs`: Unix time in ms; `utcOffsetMinutes`: minutes east of UTC.
 */
export function formatTimestamp(epochMs: number, utcOffsetMinutes: number): string {
  const local = new Date(epochMs + utcOffsetMinutes * 60_000).toISOString().slice(0, -1);
  const sign = utcOffsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(utcOffsetMinutes);
  return `${local}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The time as everything but the browser's edge gets it: as an argument. */
export interface Clock {
  /** Wall clock, by `formatTimestamp`. */
  timestamp(): string;
  /** Unix time in ms. */
  epochMs(): number;
  /** Milliseconds of a clock that is never set back. */
  monotonicMs(): number;
  /** IANA name: `Asia/Almaty`. */
  timeZone(): string;
  /** Minutes east of UTC, now. */
  utcOffsetMinutes(): number;
}
