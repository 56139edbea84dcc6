import { formatTimestamp } from '@/utils/domain/time';

/** What a field of type `datetime-local` holds, by this computer's clock and zone, as a timestamp; null if it is blank. */
export function fromLocalTime(field: string): string | null {
  const date = new Date(field);
  const epochMs = date.getTime();
  return Number.isNaN(epochMs) ? null : formatTimestamp(epochMs, -date.getTimezoneOffset());
}

/** A moment (Unix time in ms) as such a field holds it, to the minute. */
export function toLocalTime(epochMs: number): string {
  const offset = new Date(epochMs).getTimezoneOffset();
  return new Date(epochMs - offset * 60_000).toISOString().slice(0, 16);
}
