import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { provide } from '../../tools/browsers.mjs';
import { sampleCase } from '../../unit/bundle/sample-case';
import type { scenarios } from './scenarios';

type Scenarios = typeof scenarios;

/** The store's rules on a real IndexedDB: a page on loopback runs the same modules as the extension. */
describe.each(['chromium', 'firefox'] as const)('the store in %s', (name) => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = createServer((_, response) => response.end('<!doctype html><title>store</title>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const executablePath = (await provide({ browsers: [name], tools: [], quiet: true }))[name];
    browser = await puppeteer.launch({
      ...(name === 'firefox' ? { browser: 'firefox' as const } : { args: ['--no-sandbox', '--disable-gpu'] }),
      executablePath: executablePath ?? '',
      headless: true,
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const bundle = await build({
      entryPoints: [new URL('scenarios.ts', import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'osmotrTest',
    });
    await page.evaluate(`${bundle.outputFiles[0]?.text}; globalThis.osmotrTest = osmotrTest;`);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function run<Name extends keyof Scenarios>(
    scenario: Name,
    ...input: Parameters<Scenarios[Name]>
  ): Promise<Awaited<ReturnType<Scenarios[Name]>>> {
    const result = await page.evaluate(
      (key, values) => {
        type Run = (...all: unknown[]) => unknown;
        const { scenarios } = (globalThis as unknown as { osmotrTest: { scenarios: Record<string, Run> } })
          .osmotrTest;
        return scenarios[key]?.(...values);
      },
      scenario,
      input as string[],
    );
    return result as Awaited<ReturnType<Scenarios[Name]>>;
  }

  it('opens and changes a case with its journal, and refuses one without a title', async () => {
    expect(await run('caseWithJournal')).toMatchObject({
      title: 'Дело о магазине',
      now: 'Новое имя',
      cases: 1,
      refused: 'invalid-case',
      journal: {
        kinds: ['case-created', 'case-updated'],
        chain: true,
        last: { before: { title: 'Дело о магазине' } },
      },
    });
  });

  it('moves a capture with its indicators, numbers it anew, and keeps the move in both journals', async () => {
    expect(await run('moveBetweenCases')).toMatchObject({
      inbox: [['y', 2]],
      inCase: [
        ['x', 2],
        ['z', 1],
      ],
      indicatorCase: 'c1',
      bytes: 'hello',
      from: { kinds: ['capture-moved-out'], chain: true, last: { to: 'c1', number: 1 } },
      to: { kinds: ['case-created', 'capture-moved-in'], chain: true, last: { from: 'inbox', number: 2 } },
      nowhere: 'case-not-found',
      stillThere: 'inbox',
    });
  });

  it('moves several captures in their order, or none of them', async () => {
    expect(await run('moveSeveral')).toMatchObject({
      broken: 'nothing-captured',
      afterBroken: 0,
      inCase: [
        ['x', 2],
        ['y', 1],
      ],
      journal: { kinds: ['case-created', 'capture-moved-in', 'capture-moved-in'], chain: true },
    });
  });

  it('keeps notes, their corrections, regions and tags, each with its event, and refuses what is no good', async () => {
    expect(await run('annotate')).toMatchObject({
      notes: [
        ['цена в тенге', null, 'А. Ким'],
        ['цена в сумах', 'n1', 'А. Ким'],
      ],
      region: { file: 'page-01.png', sha256: 'a'.repeat(64), y: 10, width: 100, caption: 'кошелёк' },
      regionsLeft: 0,
      tags: ['касса', 'бот'],
      refused: ['text', 'corrects', 'caption', 'region', 'region', 'capture'].map((field) => [
        'invalid-annotation',
        field,
      ]),
      journal: {
        kinds: [
          'case-created',
          'note-added',
          'note-added',
          'region-marked',
          'capture-tagged',
          'region-removed',
        ],
        chain: true,
        last: { capture: 'x', region: 'r1', by: 'А. Ким' },
      },
    });
  });

  it('stores nothing at all of a capture whose last row can not be written', async () => {
    expect(await run('allOrNothing')).toEqual({ failed: true, rows: 0 });
  });

  it('ends what a killed background left, once, in the journal', async () => {
    expect(await run('endAfterKill')).toMatchObject({
      ended: 3,
      again: 0,
      states: [
        ['failed', 'capture-interrupted'],
        ['failed', 'capture-interrupted'],
        ['done', null],
        ['failed', 'export-interrupted'],
      ],
      journal: { kinds: ['capture-interrupted', 'capture-interrupted', 'export-failed'], chain: true },
    });
  });

  it('removes what a killed import had staged, and nothing else', async () => {
    expect(await run('endHalfImport')).toEqual({
      before: 4,
      blobs: ['own', 'own'],
      staged: 0,
      activity: 'import-interrupted',
      journal: 0,
    });
  });

  it('leaves nothing of an import that was cancelled half-way', async () => {
    const { input, ports } = sampleCase({ captures: 3 });
    const { blob } = await buildBundle(input, ports);
    const base64 = Buffer.from(await blob.arrayBuffer()).toString('base64');
    expect(await run('cancelImport', base64)).toEqual({
      stagedThen: 2,
      activity: 'import-cancelled',
      rows: 0,
    });
  });

  it('makes one sealing key, that signs and can not be taken out', async () => {
    expect(await run('sealingKey')).toMatchObject({
      same: true,
      exportable: false,
      signed: true,
      journal: { kinds: ['sealing-key-created'], chain: true },
    });
  });

  it('says in the journal of a new sealing key which one it replaces', async () => {
    expect(await run('lostSealingKey')).toEqual({ differ: true, said: true });
  });

  it('ends an export that is cancelled while it is saved, and gives its file up', async () => {
    expect(await run('cancelledDownload')).toMatchObject({
      seen: ['download a.zip', 'release blob:1'],
      state: 'failed',
      error: 'export-cancelled',
      journal: {
        kinds: ['case-created', 'export-started', 'export-failed'],
        chain: true,
        last: { phase: 'download', reason: 'export-cancelled' },
      },
    });
  });

  it('keeps the chain whole when many events come at once', async () => {
    expect(await run('manyAppendsAtOnce')).toEqual({ count: 40, chain: true });
  });

  it('deletes a capture with a reason and a name alone, then its bytes, and gives its number to no other', async () => {
    expect(await run('deleteAndErase')).toMatchObject({
      noReason: 'invalid-deletion',
      nobody: 'invalid-deletion',
      // captures, artifacts, blobs, thumbnails, indicators, words, deletions
      pending: [1, 4, 4, 2, 1, 1, 1],
      tooSoon: [1, 4, 4, 2, 1, 1, 1],
      erased: [1, 2, 2, 1, 1, 1, 0],
      blob: null,
      next: 3,
      late: 'capture-gone',
      journal: {
        kinds: ['case-created', 'capture-deleted'],
        chain: true,
        last: {
          capture: 'b',
          number: 2,
          reason: 'дубль',
          by: 'О. О.',
          files: [{ name: 'raw.bin' }, { name: 'text.txt' }],
        },
      },
    });
  });

  it('takes a deletion back whole, and the journal keeps both', async () => {
    expect(await run('undoOfADeletion')).toMatchObject({
      same: true,
      number: 2,
      text: 'hello b',
      journal: { kinds: ['case-created', 'capture-deleted', 'capture-restored'], chain: true },
    });
  });

  it('lets nothing be changed in a case that is put away', async () => {
    expect(await run('archivedIsReadOnly')).toMatchObject({
      refused: Array.from({ length: 6 }, () => 'case-archived'),
      after: 'done',
      journal: { kinds: ['case-created', 'case-archived', 'case-unarchived', 'case-updated'], chain: true },
    });
  });

  it('wipes everything and keeps only that it did', async () => {
    expect(await run('wipe')).toMatchObject({
      rows: [0, 0, 0, 0, 0, 0, 0],
      cases: 0,
      caseJournal: 0,
      newKey: true,
      first: { cases: 1, captures: 1, inboxEvents: 1 },
      inbox: { kinds: ['store-wiped', 'sealing-key-created'], chain: true },
    });
  });

  it('restores from a backup all but what was deleted, into an empty store alone', async () => {
    expect(await run('backupAndRestore')).toMatchObject({
      sameHash: true,
      damaged: [],
      captures: [
        ['d', 4],
        ['b', 2],
        ['a', 1],
      ],
      text: 'hello b',
      raw: 'raw b',
      blobs: 2,
      noted: [
        [false, true],
        [false, true, false],
      ],
      notes: ['Склад на окраине'],
      words: [true, true, true],
      sameJournal: true,
      chain: true,
      again: 'restore-not-empty',
      inbox: { kinds: ['sealing-key-created', 'backup-restored'], chain: true, last: { captures: 2 } },
    });
  });

  it('refuses a backup of which a byte is changed, missing, or that is none, and writes nothing', async () => {
    expect(await run('damagedBackup')).toEqual({
      changed: 'backup-damaged',
      cut: 'backup-unreadable',
      noZip: 'backup-unreadable',
      rows: 0,
    });
  });

  it('leaves nothing of a restore that was cancelled or whose page was closed', async () => {
    expect(await run('cancelledRestore')).toEqual({
      ended: 'cancelled',
      rows: 0,
      left: [0, 0, 0, 0, 0, 0, 0],
    });
  });

  it('counts what a person adds to a capture, each value once', async () => {
    expect(await run('addedIndicators')).toEqual([1, 2, 3, 3]);
  });

  it('restores neither beside a capture nor over what an empty store holds of its own', async () => {
    expect(await run('restoreBesideWork')).toEqual({
      refused: 'busy',
      tried: ['restore-running'],
      cancelled: 'cancelled',
      after: [['karvon'], 5],
      restored: [['luna', 'karvon'], 5],
    });
  });
});
