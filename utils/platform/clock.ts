import { type Clock, formatTimestamp } from '@/utils/domain/time';

/** The machine's clock. */
export const systemClock: Clock = {
  epochMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  timestamp: () => formatTimestamp(Date.now(), utcOffsetMinutes()),
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  utcOffsetMinutes,
};

function utcOffsetMinutes(): number {
  // 0 - x, since -0 would be printed as a negative offset.
  return 0 - new Date().getTimezoneOffset();
}
