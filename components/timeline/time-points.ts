import type { Capture } from '@/utils/domain/capture';
import type { JournalEvent } from '@/utils/domain/journal';

/** Something that happened at a moment (`at`: ms since the epoch; `time`: as recorded). */
export type TimePoint = { readonly id: string; readonly at: number; readonly time: string } & (
  | { readonly kind: 'capture'; readonly capture: Capture }
  | {
      readonly kind: 'event';
      readonly event: JournalEvent;
      /** The capture that it is about, if the case has it. */
      readonly about: Capture | null;
    }
);

/** Captures and events in order of time; a time that can't be read has no place on an axis. */
export function timePoints(captures: readonly Capture[], events: readonly JournalEvent[]): TimePoint[] {
  const byId = new Map(captures.map((capture) => [capture.id, capture]));
  return [
    ...captures.map((capture) => ({
      id: capture.id,
      at: Date.parse(capture.startedAt),
      time: capture.startedAt,
      kind: 'capture' as const,
      capture,
    })),
    ...events.map((event) => ({
      id: `${event.case}-${event.seq}`,
      at: Date.parse(event.time),
      time: event.time,
      kind: 'event' as const,
      event,
      about: byId.get(String(event.data.capture)) ?? null,
    })),
  ]
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
}
