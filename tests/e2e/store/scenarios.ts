import { addNote, markRegion, removeRegion, tagCaptures } from '@/utils/casework/annotations';
import { createCase, moveCaptures, updateCase } from '@/utils/casework/cases';
import { endUnfinished } from '@/utils/casework/recovery';
import { ensureSealingKey, signWith } from '@/utils/casework/sealing-key';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { verifyChain } from '@/utils/domain/journal-chain';
import { ExpectedError } from '@/utils/errors';
import { importBundle } from '@/utils/import/import-bundle';
import { exports } from './exports';
import { records } from './records';
import { addCapture, captureParts, clock, details, freshStore, journalOf } from './sample';

/** What runs inside a real browser's page; each scenario has a database of its own and gives back plain data. */

export const scenarios = {
  ...exports,
  ...records,

  async caseWithJournal() {
    const store = freshStore();
    const created = await createCase({ store, clock }, 'c1', details);
    await updateCase({ store, clock }, 'c1', { ...details, title: 'Новое имя' });
    const refused = await createCase({ store, clock }, 'c2', { ...details, title: '  ' }).catch(
      (e) => e.code,
    );
    return {
      title: created.title,
      now: (await store.cases.get('c1'))?.title,
      cases: (await store.cases.list()).length,
      refused,
      journal: await journalOf(store, 'c1'),
    };
  },

  async moveBetweenCases() {
    const store = freshStore();
    await createCase({ store, clock }, 'c1', details);
    await addCapture(store, 'x', INBOX_CASE_ID);
    await addCapture(store, 'y', INBOX_CASE_ID);
    await addCapture(store, 'z', 'c1');
    await moveCaptures({ store, clock }, ['x'], 'c1');
    return {
      inbox: (await store.captures.listByCase(INBOX_CASE_ID)).map(({ id, number }) => [id, number]),
      inCase: (await store.captures.listByCase('c1')).map(({ id, number }) => [id, number]),
      indicatorCase: (await store.captures.indicatorsOf('x'))[0]?.caseId,
      bytes: await (await store.captures.blob('x', 'text.txt'))?.text(),
      from: await journalOf(store, INBOX_CASE_ID),
      to: await journalOf(store, 'c1'),
      nowhere: await moveCaptures({ store, clock }, ['y'], 'gone').catch((e) => e.code),
      stillThere: (await store.captures.get('y'))?.caseId,
    };
  },

  async moveSeveral() {
    const store = freshStore();
    await createCase({ store, clock }, 'c1', details);
    for (const id of ['x', 'y', 'z']) await addCapture(store, id, INBOX_CASE_ID);
    const broken = await moveCaptures({ store, clock }, ['x', 'gone'], 'c1').catch((e) => e.code);
    const afterBroken = await store.captures.countByCase('c1');
    await moveCaptures({ store, clock }, ['y', 'x'], 'c1');
    return {
      broken,
      afterBroken,
      inCase: (await store.captures.listByCase('c1')).map(({ id, number }) => [id, number]),
      journal: await journalOf(store, 'c1'),
    };
  },

  async annotate() {
    const store = freshStore();
    const context = { store, clock };
    await createCase(context, 'c1', { ...details, name: 'А. Ким' });
    await addCapture(store, 'x', 'c1');
    const code = (work: Promise<unknown>) => work.then(() => 'done').catch((e) => [e.code, e.facts.field]);
    await addNote(context, 'n1', { captureId: 'x', text: '  цена в тенге ', corrects: null });
    await addNote(context, 'n2', { captureId: 'x', text: 'цена в сумах', corrects: 'n1' });
    const region = { captureId: 'x', file: 'page-01.png', x: 0, y: 10, width: 100, height: 40 };
    await markRegion(context, 'r1', { ...region, caption: 'кошелёк' });
    await tagCaptures(context, { captureIds: ['x'], add: [' касса', 'бот'], remove: [] });
    await tagCaptures(context, { captureIds: ['x'], add: ['КАССА'], remove: [] });
    const refused = [
      await code(addNote(context, 'n3', { captureId: 'x', text: ' ', corrects: null })),
      await code(addNote(context, 'n4', { captureId: 'x', text: 'x', corrects: 'nowhere' })),
      await code(markRegion(context, 'r2', { ...region, caption: ' ' })),
      await code(markRegion(context, 'r3', { ...region, caption: 'x', width: 101 })),
      await code(markRegion(context, 'r4', { ...region, caption: 'x', file: 'text.txt' })),
      await code(tagCaptures(context, { captureIds: ['gone'], add: ['x'], remove: [] })),
    ];
    const [kept] = await store.annotations.regionsOf('x');
    await removeRegion(context, { captureId: 'x', regionId: 'r1' });
    return {
      notes: (await store.annotations.notesOf('x')).map(({ text, corrects, by }) => [text, corrects, by]),
      region: kept,
      regionsLeft: (await store.annotations.regionsOf('x')).length,
      tags: (await store.captures.get('x'))?.tags,
      refused,
      journal: await journalOf(store, 'c1'),
    };
  },

  async allOrNothing() {
    const store = freshStore();
    const { db, captures, journal } = store;
    const broken = { ...captureParts('x', 'c1'), thumbnail: (() => undefined) as unknown as Blob };
    const failed = await db
      .transaction('rw', [...captures.tables, db.journal], async () => {
        await journal.append({ case: 'c1', time: clock.timestamp(), kind: 'capture-saved', data: {} });
        await captures.add(broken);
      })
      .then(() => false)
      .catch(() => true);
    const counts = await Promise.all([...captures.tables, db.journal].map((table) => table.count()));
    return { failed, rows: counts.reduce((sum, count) => sum + count, 0) };
  },

  async endAfterKill() {
    const store = freshStore();
    const base = { caseId: 'c1', startedAt: clock.timestamp() };
    const capture = { ...base, kind: 'capture' as const, tabId: 1, url: 'https://shop.example/', steps: [] };
    await store.activities.put({ ...capture, id: 'a', state: 'working', step: 'mhtml' });
    await store.activities.put({ ...capture, id: 'b', state: 'queued', step: null });
    await store.activities.put({ ...capture, id: 'c', state: 'done', step: null });
    await store.activities.put({
      ...base,
      kind: 'export',
      id: 'd',
      state: 'working',
      phase: 'download',
      doneBytes: 0,
      totalBytes: 1,
    });
    const ended = await endUnfinished(store, clock);
    const again = await endUnfinished(store, clock);
    const states = await Promise.all(['a', 'b', 'c', 'd'].map((id) => store.activities.get(id)));
    return {
      ended,
      again,
      states: states.map((activity) => [activity?.state, activity?.error?.code ?? null]),
      journal: await journalOf(store, 'c1'),
    };
  },

  async endHalfImport() {
    const store = freshStore();
    const { files } = captureParts('staged', 'foreign');
    await addCapture(store, 'own', INBOX_CASE_ID);
    await store.imports.stage('staged', files);
    const base = { kind: 'import' as const, caseId: '', startedAt: clock.timestamp(), fileName: 'x.zip' };
    await store.activities.put({
      ...base,
      id: 'i',
      state: 'working',
      phase: 'store',
      doneBytes: 1,
      totalBytes: 2,
    });
    const before = await store.db.blobs.count();
    await endUnfinished(store, clock);
    return {
      before,
      blobs: (await store.db.blobs.toArray()).map(({ captureId }) => captureId),
      staged: await store.db.staged.count(),
      activity: (await store.activities.get('i'))?.error?.code,
      journal: (await store.db.journal.toArray()).length,
    };
  },

  /** An import that is cancelled when its second capture is being stored. */
  async cancelImport(base64: string) {
    const store = freshStore();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const file = new File([bytes], 'osmotr.zip', { type: 'application/zip' });
    await store.activities.put({
      kind: 'import',
      id: 'i',
      caseId: '',
      state: 'queued',
      startedAt: clock.timestamp(),
      phase: null,
      fileName: file.name,
      doneBytes: 0,
      totalBytes: 0,
    });
    const controller = new AbortController();
    let pictures = 0;
    let stagedThen = 0;
    const makeThumbnail = async (picture: Blob) => {
      pictures += 1;
      stagedThen = await store.db.staged.count();
      if (pictures === 2) controller.abort(new ExpectedError('import-cancelled'));
      return picture;
    };
    await importBundle({ store, ports: { clock, makeThumbnail } }, 'i', { file, by: '' }, controller.signal);
    const { db } = store;
    const tables = [db.cases, db.captures, db.artifacts, db.blobs, db.staged, db.indicators, db.journal];
    const counts = await Promise.all(tables.map((table) => table.count()));
    return {
      stagedThen,
      activity: (await store.activities.get('i'))?.error?.code,
      rows: counts.reduce((sum, count) => sum + count, 0),
    };
  },

  async sealingKey() {
    const store = freshStore();
    const [one, two] = await Promise.all([ensureSealingKey(store, clock), ensureSealingKey(store, clock)]);
    const kept = await ensureSealingKey(store, clock);
    const data = new TextEncoder().encode('statement');
    const signature = await signWith(kept, data);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    return {
      same: one.fingerprint === two.fingerprint && two.fingerprint === kept.fingerprint,
      exportable: await crypto.subtle.exportKey('pkcs8', kept.keys.privateKey).then(
        () => true,
        () => false,
      ),
      signed: await crypto.subtle.verify(algorithm, kept.keys.publicKey, new Uint8Array(signature), data),
      journal: await journalOf(store, INBOX_CASE_ID),
    };
  },

  async manyAppendsAtOnce() {
    const store = freshStore();
    const one = () =>
      store.journal.append({ case: 'c1', time: clock.timestamp(), kind: 'capture-started', data: {} });
    await Promise.all(Array.from({ length: 40 }, one));
    const events = await store.journal.list('c1');
    return { count: events.length, chain: verifyChain(events).ok };
  },
};
