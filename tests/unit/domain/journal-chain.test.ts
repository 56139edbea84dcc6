import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JournalEvent, JournalKind } from '@/utils/domain/journal';
import { CHAIN_START, chainEvent, verifyChain } from '@/utils/domain/journal-chain';

function chainOf(...kinds: JournalKind[]): JournalEvent[] {
  const events: JournalEvent[] = [];
  for (const [i, kind] of kinds.entries()) {
    const draft = { case: 'c1', time: `2026-03-05T14:07:0${i}.000+05:00`, kind, data: { i } };
    events.push(chainEvent(events.at(-1) ?? null, draft));
  }
  return events;
}

const events = chainOf('case-created', 'capture-started', 'capture-saved', 'export-started');

describe('the journal chain', () => {
  it('starts from 64 zeros and counts from 1', () => {
    expect(events[0]).toMatchObject({ seq: 1, prev: CHAIN_START });
    expect(verifyChain(events)).toEqual({ ok: true, count: 4, head: events[3]?.hash });
  });

  it('hashes what another implementation hashes', () => {
    const text = `{"case":"c1","data":{"i":0},"kind":"case-created","prev":"${CHAIN_START}","seq":1,"time":"2026-03-05T14:07:00.000+05:00"}`;
    expect(events[0]?.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('names the first event that was changed, removed, swapped or taken from another case', () => {
    const [a, b, c, d] = events as [JournalEvent, JournalEvent, JournalEvent, JournalEvent];
    expect(verifyChain([a, { ...b, time: '2026' }, c])).toMatchObject({ position: 2, problem: 'hash' });
    expect(verifyChain([a, c, d])).toMatchObject({ position: 2, problem: 'seq' });
    expect(verifyChain([a, c, b, d])).toMatchObject({ position: 2, problem: 'seq' });
    expect(verifyChain([a, { ...b, case: 'c2' }])).toMatchObject({ position: 2, problem: 'case' });
    const forged = chainEvent({ ...a, hash: '1'.repeat(64) }, { ...b });
    expect(verifyChain([a, forged])).toMatchObject({ position: 2, problem: 'prev' });
  });
});
