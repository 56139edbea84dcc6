import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { scopeOf } from '@/utils/bundle/scope';
import { verifyBundle } from '@/utils/bundle/verify';
import type { JournalKind } from '@/utils/domain/journal';
import { chainEvent } from '@/utils/domain/journal-chain';
import { sampleCase } from './sample-case';
import { readText, unpack } from './unpacked';

/** A case of three captures whose second was deleted, and perhaps taken back. */
function sampleWith(kinds: readonly JournalKind[], isListed: boolean) {
  const { input, ports } = sampleCase({ captures: 3 });
  const second = input.captures.find(({ capture }) => capture.number === 2)?.capture;
  const journal = [...input.journal];
  for (const kind of kinds) {
    const { id = '', number = 0, sha256 = '' } = second ?? {};
    const data = { capture: id, number, sha256 };
    const draft = { case: input.case.id, time: input.createdAt, kind, data };
    journal.push(chainEvent(journal.at(-1) ?? null, draft));
  }
  const captures = input.captures.filter(({ capture }) => isListed || capture.number !== 2);
  const scope = scopeOf(
    captures.map(({ capture }) => capture),
    captures.length,
  );
  return { input: { ...input, journal, captures, scope }, ports };
}

describe('a bundle of a case with a deleted capture', () => {
  it('is whole without it, keeps the numbers of the others, and its journal says what is gone', async () => {
    const { input, ports } = sampleWith(['capture-deleted'], false);
    const { blob } = await buildBundle(input, ports);
    const report = await verifyBundle(blob);
    expect(report.findings).toEqual([]);
    expect(report.summary?.scope).toEqual({ partial: false, of: 2, numbers: [1, 3] });
    const files = await unpack(blob);
    expect([...files.keys()].some((path) => path.includes('/0002-'))).toBe(false);
    expect(readText(files, 'data/journal.jsonl')).toContain('"kind":"capture-deleted"');
  });

  it('is whole with it after the deletion was undone', async () => {
    const { input, ports } = sampleWith(['capture-deleted', 'capture-restored'], true);
    expect((await verifyBundle((await buildBundle(input, ports)).blob)).ok).toBe(true);
  });

  it('does not hold if it lists a capture that the journal says was deleted or moved out', async () => {
    for (const kind of ['capture-deleted', 'capture-moved-out'] as const) {
      const { input, ports } = sampleWith([kind], true);
      const report = await verifyBundle((await buildBundle(input, ports)).blob);
      expect(report.ok).toBe(false);
      expect(report.findings.map(({ code }) => code)).toContain('capture-differs');
    }
  });
});
