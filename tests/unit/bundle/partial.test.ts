import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { scopeOf } from '@/utils/bundle/scope';
import { verifyBundle } from '@/utils/bundle/verify';
import { chainEvent } from '@/utils/domain/journal-chain';
import { schemaFaults } from '../../tools/check-schema';
import { sampleCase } from './sample-case';
import { extractArchive, run } from './tools';
import { readText, unpack } from './unpacked';

/** Captures 1 and 3 of a case of three. */
function sampleOfPart() {
  const { input, ports } = sampleCase({ captures: 3 });
  const captures = input.captures.filter(({ capture }) => capture.number !== 2);
  const scope = scopeOf(
    captures.map(({ capture }) => capture),
    input.captures.length,
  );
  return { whole: input, input: { ...input, captures, scope }, ports };
}

describe('a bundle of chosen captures', () => {
  it('holds, and says that it is partial: which captures of how many', async () => {
    const { input, ports } = sampleOfPart();
    const { blob, statement } = await buildBundle(input, ports);
    const scope = { partial: true, of: 3, numbers: [1, 3] };
    const files = await unpack(blob);
    const facts = JSON.parse(readText(files, 'data/case.json'));
    expect(statement.scope).toEqual(scope);
    expect(facts.scope).toEqual(scope);
    expect(readText(files, 'bag-info.txt')).toContain('Osmotr-Scope: 2 of 3 captures (partial): 1, 3\n');
    expect(schemaFaults('case', facts)).toEqual([]);
    expect(schemaFaults('seal', statement)).toEqual([]);
    const report = await verifyBundle(blob);
    expect([report.ok, report.summary?.scope]).toEqual([true, scope]);
  });

  it('leaves out the other captures’ files and indicators, and nothing of the journal', async () => {
    const { input, whole, ports } = sampleOfPart();
    const files = await unpack((await buildBundle(input, ports)).blob);
    const folders = new Set([...files.keys()].flatMap((path) => /captures\/([^/]+)/.exec(path)?.[1] ?? []));
    expect([...folders]).toEqual(['0001-shop-1.example', '0003-shop-3.example']);
    const { captures } = JSON.parse(readText(files, 'data/indicators.json'));
    expect(captures.map(({ number }: { number: number }) => number)).toEqual([1, 3]);
    expect(readText(files, 'data/indicators.csv')).not.toContain('shop-2.example');
    const lines = readText(files, 'data/journal.jsonl').trimEnd().split('\n');
    expect(lines).toHaveLength(whole.journal.length);
  });

  it('says so at the head of its index page, in the language of the bundle', async () => {
    const { input, whole, ports } = sampleOfPart();
    const files = await unpack((await buildBundle(input, ports)).blob);
    const page = readText(files, 'data/index.html');
    expect(page).toContain('Пакет неполный: в нём только часть фиксаций дела.</strong> № 1, 3 (2 / 3).');
    expect(page).toContain('<b>2 / 3</b>');
    const other = await unpack((await buildBundle(whole, ports)).blob);
    expect(readText(other, 'data/index.html')).not.toContain('Пакет неполный');
  });

  it('passes sha256sum -c like a whole one', async () => {
    const { input, ports } = sampleOfPart();
    const out = await extractArchive((await buildBundle(input, ports)).blob);
    expect(run(out, 'sha256sum', '-c', '--strict', 'manifest-sha256.txt').code).toBe(0);
  });

  it('does not hold when it left captures out and calls itself whole', async () => {
    const { input, ports } = sampleOfPart();
    const scope = { partial: false, of: 2, numbers: [1, 3] };
    const report = await verifyBundle((await buildBundle({ ...input, scope }, ports)).blob);
    expect(report.findings).toMatchObject([
      {
        code: 'scope-differs',
        file: 'data/case.json',
        against: 'data/journal.jsonl',
        expected: '2 of 3 captures (partial): 1, 3',
        found: '2 of 2 captures (whole)',
      },
    ]);
  });

  it.each(['capture-moved-out', 'capture-deleted'] as const)(
    'counts a capture as gone from the case behind %s',
    async (kind) => {
      const { whole, ports } = sampleOfPart();
      const [, second] = whole.captures;
      const moved = { capture: second?.capture.id ?? '', to: 'inbox', number: 2 };
      const last = whole.journal.at(-1) ?? expect.fail('no journal');
      const event = chainEvent(last, { ...last, kind, data: moved });
      const captures = whole.captures.filter((capture) => capture !== second);
      const scope = scopeOf(
        captures.map(({ capture }) => capture),
        2,
      );
      const input = { ...whole, captures, scope, journal: [...whole.journal, event] };
      const report = await verifyBundle((await buildBundle(input, ports)).blob);
      expect([report.ok, report.summary?.scope?.partial]).toEqual([true, false]);
    },
  );
});
