import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIndicatorsCsv, safeCell } from '@/utils/bundle/indicators-csv';
import type { BundleInput } from '@/utils/bundle/model';
import { sampleCase } from './sample-case';

const { captures, marks } = sampleCase().input;

/** The rows as Python's csv module reads them. */
function readRows(csv: string, delimiter = ','): string[][] {
  const script =
    'import csv, io, json, sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline=""), delimiter=sys.argv[1]))))';
  return JSON.parse(execFileSync('python3', ['-c', script, delimiter], { input: csv, encoding: 'utf8' }));
}

function withContext(context: string): Pick<BundleInput, 'captures' | 'marks'> {
  const [first] = captures;
  const { capture } = first ?? expect.fail('no capture');
  const sighting = { raw: context, origin: 'text' as const, context };
  const indicator = {
    type: 'phone',
    value: context,
    valid: true,
    confidence: 'certain' as const,
    reason: context,
    sightings: [sighting],
  };
  const manual = { ...indicator, type: 'card', sightings: [], manual: { by: context, at: context } };
  const mark = { caseId: 'c', type: 'phone', value: context, irrelevant: true as const };
  const blank = { artifacts: [], notes: [], regions: [] };
  return {
    captures: [{ ...blank, capture: { ...capture, url: context }, indicators: [indicator, manual] }],
    marks: [{ ...mark, reason: context, by: context, at: context }],
  };
}

describe('formatIndicatorsCsv', () => {
  it('gives a row for each sighting, readable by Python’s csv, behind a byte order mark', () => {
    const csv = formatIndicatorsCsv({ captures, marks });
    const [head = [], ...rows] = readRows(csv);
    expect(csv.startsWith('\uFEFF"type","value"')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/"\n"/);
    const wanted = captures.flatMap(({ indicators }) =>
      indicators.map(({ sightings }) => Math.max(1, sightings.length)),
    );
    expect(rows).toHaveLength(wanted.reduce((sum, count) => sum + count, 0));
    const bot = rows.filter((row) => row[head.indexOf('type')] === 'telegram-bot');
    expect(bot.map((row) => row[head.indexOf('value')])).toEqual(Array(6).fill('primer_shop_bot'));
    expect(bot.map((row) => row[head.indexOf('raw')])).toContain('t.me/primer_shop_bot');
    expect(rows.find((row) => row[0] === 'eth')?.[head.indexOf('valid')]).toBe('no');
  });

  it('says in every row who added or dismissed the indicator, when and why', () => {
    const [head = [], ...rows] = readRows(formatIndicatorsCsv({ captures, marks }));
    const records = rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index]])));
    const bots = records.filter(({ type }) => type === 'telegram-bot');
    expect(bots.length).toBeGreaterThan(1);
    for (const bot of bots) {
      expect(bot).toMatchObject({
        irrelevant: 'yes',
        irrelevant_reason: "'=бот администрации <района>",
        irrelevant_by: 'Образцов О. О.',
        irrelevant_at: '2026-03-05T14:40:00.000+05:00',
        added_by: '',
      });
    }
    expect(records.filter(({ irrelevant }) => irrelevant === 'yes')).toHaveLength(bots.length);
    expect(records.find(({ type }) => type === 'wickr')).toMatchObject({
      raw: '',
      origin: '',
      irrelevant: 'no',
      added_by: 'Образцов О. О.',
      added_at: '2026-03-05T14:50:00.000+05:00',
      reason: 'написано на снимке от руки',
    });
  });

  it('holds no cell that a spreadsheet program would compute, whatever it splits at', () => {
    const signs = ['=', '+', '-', '@', '＝', ';', ',', '\t', '\r\n', '\n', '"', "'", ' ', 'a', '1'];
    const dangerous = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((pieces) => pieces.join(''));
    const computed = /^[\s"\uFEFF]*[=+\-@＝＋－＠]/;
    fc.assert(
      fc.property(dangerous, (text) => {
        // Split at commas as the standard says, a cell is what safeCell gave; by other signs, it may begin anywhere.
        expect(safeCell(text)).not.toMatch(computed);
        const csv = formatIndicatorsCsv(withContext(text));
        for (const cell of csv.split(/[;\t\r\n]/)) expect(cell).not.toMatch(computed);
      }),
      { numRuns: 1000 },
    );
  });

  it('by commas, semicolons or tabs, Python’s csv sees no formula either', () => {
    const csv = formatIndicatorsCsv(
      withContext('x;=cmd|\' /C calc\'!A0\t+1,"=2";"-3"\r\n@SUM(A1) ; \t ="4"'),
    );
    for (const delimiter of [',', ';', '\t']) {
      for (const cell of readRows(csv, delimiter).flat()) expect(cell.trimStart()).not.toMatch(/^"*[=+\-@]/);
    }
  });
});

describe('safeCell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+77010000001', "'+77010000001"],
    ['  @x', "'  @x"],
    ['\t=1', "'\t'=1"],
    ['a;=1', "a;'=1"],
    ['a;\t=1', "a;\t'=1"],
    ['a\n-1', "a\n'-1"],
    ['a\u0000b\u0007', 'a\uFFFDb\uFFFD'],
    ['plain = text; more, and-so on', 'plain = text; more, and-so on'],
  ])('makes %j into %j', (text, safe) => {
    expect(safeCell(text)).toBe(safe);
  });
});
