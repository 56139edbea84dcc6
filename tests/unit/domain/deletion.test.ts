import { describe, expect, it } from 'vitest';
import { deletedCaptures, lastNumber } from '@/utils/domain/deletion';
import type { JournalKind } from '@/utils/domain/journal';
import { chainEvent } from '@/utils/domain/journal-chain';

const journal = (...steps: readonly (readonly [JournalKind, string, number])[]) =>
  steps.map(([kind, capture, number]) =>
    chainEvent(null, { case: 'c', time: '2026-03-05T14:00:00.000+05:00', kind, data: { capture, number } }),
  );

describe('deletions as a journal tells them', () => {
  it('hold until they are undone, and again when repeated', () => {
    const events = journal(
      ['capture-saved', 'a', 1],
      ['capture-saved', 'b', 2],
      ['capture-deleted', 'a', 1],
      ['capture-deleted', 'b', 2],
      ['capture-restored', 'a', 1],
    );
    expect([...deletedCaptures(events)]).toEqual(['b']);
    expect([...deletedCaptures([...events, ...journal(['capture-deleted', 'a', 1])])]).toEqual(['b', 'a']);
  });

  it('leave their numbers taken', () => {
    expect(lastNumber(journal(['capture-saved', 'a', 1], ['capture-saved', 'b', 7]))).toBe(7);
    expect(lastNumber([])).toBe(0);
  });
});
