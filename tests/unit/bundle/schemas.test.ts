import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { INDEX_TEXTS } from '@/utils/bundle/index-page/texts';
import { STEP_NAMES } from '@/utils/domain/capture';
import { readSchema, SCHEMAS, type SchemaName, schemaFaults } from '../../tools/check-schema';
import { sampleCase, sampleProcedure } from './sample-case';
import { readText, unpack } from './unpacked';

const { input, ports } = sampleCase();
const files = await unpack((await buildBundle(input, ports)).blob);
const parse = (path: string) => JSON.parse(readText(files, path)) as unknown;
const lines = readText(files, 'data/journal.jsonl').trimEnd().split('\n');

/** What the sample's journal doesn't hold: one of each other kind. */
const HASH = 'a'.repeat(64);
const AT = '2026-03-05T14:00:00.000+05:00';
const DETAILS = { ...(JSON.parse(lines[0] ?? '{}') as { data: object }).data };
const REGION = { file: 'page-01.png', sha256: HASH, x: 0, y: 5, width: 1, height: 9, caption: 'x' };
const STEP = {
  name: 'dom',
  outcome: 'failed',
  startedMs: 1,
  durationMs: 2,
  reason: 'the page let no script in',
};
const OTHER_EVENTS: Readonly<Record<string, object>> = {
  'case-updated': { before: DETAILS, after: DETAILS },
  'procedure-updated': { before: sampleProcedure(), after: { ...sampleProcedure(), registration: null } },
  'capture-failed': { capture: 'c', url: 'https://shop.example/', error: 'tab-closed', steps: [STEP] },
  'capture-interrupted': {
    capture: 'c',
    url: 'https://shop.example/',
    begun: AT,
    state: 'working',
    step: 'save',
    stepsEnded: ['dom'],
  },
  'capture-moved-in': { capture: 'c', sha256: HASH, url: 'https://shop.example/', from: 'inbox', number: 1 },
  'capture-moved-out': { capture: 'c', sha256: HASH, url: 'https://shop.example/', to: 'inbox', number: 1 },
  'capture-tagged': { capture: 'c', tags: ['витрина'], by: '' },
  'note-added': { capture: 'c', note: 'n', text: 'x', corrects: null, by: '' },
  'region-marked': { capture: 'c', region: 'r', ...REGION, by: '' },
  'region-removed': { capture: 'c', region: 'r', by: '' },
  'case-imported': {
    case: 'c',
    title: 'x',
    by: '',
    fileName: 'osmotr.zip',
    keySha256: HASH,
    tagManifestSha256: HASH,
    sealedAt: AT,
    captures: 1,
    known: 0,
  },
  'case-archived': {},
  'case-unarchived': {},
  'capture-deleted': {
    capture: 'c',
    number: 1,
    url: 'https://shop.example/',
    sha256: HASH,
    files: [{ name: 'text.txt', bytes: 1, sha256: HASH }],
    reason: 'taken twice',
    by: 'О. О.',
  },
  'capture-restored': { capture: 'c', number: 1, sha256: HASH },
  'backup-created': { sha256: HASH, fileName: 'osmotr-backup.zip', bytes: 1, captures: 1 },
  'backup-restored': {
    sha256: HASH,
    createdAt: AT,
    cases: 1,
    captures: 1,
    keyFingerprint: HASH,
    replacedEvents: 1,
    replacedHead: HASH,
  },
  'store-wiped': { cases: 1, captures: 1, inboxEvents: 1, inboxHead: HASH },
  'indicator-added': { capture: 'c', type: 'vk', value: 'x', written: 'X', reason: 'seen', by: '' },
  'indicator-marked': { type: 'vk', value: 'x', reason: 'news', by: 'О. О.' },
  'indicator-unmarked': { type: 'vk', value: 'x', reason: '', by: 'О. О.' },
  'sealing-key-created': { algorithm: 'ECDSA P-256', fingerprint: HASH },
  'export-finished': { export: 'e', fileName: 'x.zip', bytes: 1, sha256: HASH, tagManifestSha256: HASH },
  'export-failed': { export: 'e', phase: null, reason: 'export-interrupted' },
};

const events = [
  ...lines.map((line) => JSON.parse(line) as object),
  ...Object.entries(OTHER_EVENTS).map(([kind, data]) => {
    return { seq: 1, case: 'c', time: AT, kind, data, prev: HASH, hash: HASH };
  }),
];

const VALUES: Readonly<Record<SchemaName, readonly unknown[]>> = {
  annotations: [parse('data/annotations.json')],
  capture: [...files.keys()].filter((path) => path.endsWith('/capture.json')).map(parse),
  case: [parse('data/case.json')],
  indicators: [parse('data/indicators.json')],
  'journal-event': events,
  seal: [parse('seal/signature.json')],
};

/** Members of these are names that a page or a detector gives. */
const OPEN = new Set(['facts', 'removed']);

/** The value once for each of its members, with that member under another name. */
function* renamed(value: unknown): Generator<readonly [path: string, value: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const [path, changed] of renamed(item)) yield [`${index}/${path}`, value.with(index, changed)];
    }
  } else if (value !== null && typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _gone, ...others } = value as Record<string, unknown>;
      yield [name, { ...others, [`${name}_`]: member }];
      if (OPEN.has(name)) continue;
      for (const [path, changed] of renamed(member))
        yield [`${name}/${path}`, { ...others, [name]: changed }];
    }
  }
}

describe('the JSON Schemas of the bundle', () => {
  it.each(SCHEMAS)('%s: the files of a bundle keep to it', (name) => {
    expect(VALUES[name].length).toBeGreaterThan(0);
    for (const value of VALUES[name]) expect(schemaFaults(name, value)).toEqual([]);
  });

  it.each(SCHEMAS)('%s: refuses a file in which any member has another name', (name) => {
    const cases = VALUES[name].flatMap((value) => [...renamed(value)]);
    expect(cases.length).toBeGreaterThan(5);
    const accepted = cases
      .filter(([, value]) => schemaFaults(name, value).length === 0)
      .map(([path]) => path);
    expect(accepted).toEqual([]);
  });

  it.each(SCHEMAS)('%s: is of draft 2020-12, titled and described', (name) => {
    expect(readSchema(name)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:osmotr:schema:${name}:1`,
      title: expect.any(String),
      description: expect.any(String),
    });
  });

  it.each([
    ['annotations', { caseId: '' }],
    ['capture', { caseId: '' }],
    ['capture', { trigger: 'timer' }],
    ['capture', { network: { value: null } }],
    ['case', { createdAt: '2026-03-05T10:00:00Z' }],
    ['indicators', { format: 'osmotr-indicators/2' }],
    ['journal-event', { hash: HASH.toUpperCase() }],
    ['journal-event', { kind: 'case-closed' }],
    ['seal', { journalEvents: -1 }],
  ] as const)('%s: refuses %j', (name, change) => {
    expect(schemaFaults(name, { ...(VALUES[name][0] as object), ...change })).not.toEqual([]);
  });

  it('knows every step of a capture and every kind of event', () => {
    const defs = readSchema('capture').$defs as { stepName: { enum: string[] } };
    expect(defs.stepName.enum).toEqual(STEP_NAMES.filter((name) => name !== 'save'));
    const { kind } = readSchema('journal-event').properties as { kind: { enum: string[] } };
    expect([...kind.enum].sort()).toEqual(Object.keys(INDEX_TEXTS.en.events).sort());
    expect(new Set(events.map((event) => (event as { kind: string }).kind))).toEqual(new Set(kind.enum));
  });
});
