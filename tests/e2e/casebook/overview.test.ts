import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '@/utils/domain/case';
import type { JournalEvent } from '@/utils/domain/journal';
import { verifyChain } from '@/utils/domain/journal-chain';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, readTable, type Session, send, startSession } from '../extension/session';
import { byTestId } from '../harness/index.mjs';
import { attributesOf, click, waitFor } from '../indicators/page';

const at = (id: string) => `[data-testid="${id}"]`;

describe.each(BROWSERS)('cases in %s', (name) => {
  let session: Session;
  let book: Page;
  let ids: string[];

  beforeAll(async () => {
    session = await startSession(name);
    book = await session.driven.openExtensionPage('casebook.html');
  });
  afterAll(() => session.end());

  const open = async (hash: string, selector: string) => {
    await book.evaluate((next) => {
      location.hash = next;
    }, hash);
    await waitFor(book, selector);
  };
  const type = async (id: string, text: string) => (await byTestId(book, id)).type(text);
  const gaps = async () => (await attributesOf(book, at('protocol-gap'), ['code'])).map(({ code }) => code);
  const caseOf = async (id: string | undefined) =>
    (await readTable<Case>(book, 'cases')).find((row) => row.id === id);

  it('begins with what to do first, and says why each permission of the manifest is asked', async () => {
    await waitFor(book, at('welcome'));
    const told = (await attributesOf(book, at('permission'), ['names'])).flatMap(
      ({ names }) => names?.split(' ') ?? [],
    );
    const asked = await book.evaluate(() => {
      type Manifest = { permissions: string[]; host_permissions: string[] };
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { getManifest(): Manifest } } })
        .chrome;
      const { permissions, host_permissions: hosts } = runtime.getManifest();
      return [...permissions, ...hosts];
    });
    expect(told.sort()).toEqual(asked.sort());
    await click(book, at('welcome-new-case'));
    await type('case-field-title', 'Первое дело');
    await click(book, at('case-save'));
    await waitFor(book, at('protocol-gaps'));
    expect(await gaps()).toEqual(
      expect.arrayContaining(['register-number', 'offence', 'place', 'official', 'no-captures']),
    );
  });

  it('fills the gaps of a case in Kazakhstan from the list of what is missing', async () => {
    ids = (await seedStore(book, { captures: 8, cases: 2 })).map(({ id }) => id);
    await open(`#/case/${ids[0]}`, at('recent-capture'));
    await waitFor(book, `${at('case-counts')}[data-indicators]`);
    const bars = await attributesOf(book, `${at('activity-chart')} li`, ['count']);
    expect(bars.map(({ count }) => Number(count)).reduce((a, b) => a + b)).toBe(4);
    await click(book, `${at('protocol-gap')}[data-code="book-entry"] button`);
    const focused = await book.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    expect(focused).toBe('procedure-bookNumber');
    await type('procedure-bookNumber', '25-7500-031');
    await book.$eval(at('procedure-bookDate'), (input) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(input, '2026-03-05');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const [offence, , basis] = await book.$$(at('legal-template'));
    await offence?.click();
    await basis?.click();
    await type('procedure-place', 'г. Примерск');
    await click(book, at('procedure-save'));
    await waitFor(book, at('law-unverified'));
    expect(await gaps()).not.toEqual(expect.arrayContaining(['book-entry']));
    expect(await gaps()).toContain('law-unchecked');
    await click(book, `${at('protocol-gap')}[data-code="law-unchecked"] button`);
    await click(book, at('procedure-law-checked'));
    await click(book, at('procedure-save'));
    await waitFor(book, at('law-unverified'), { gone: true });
    expect((await caseOf(ids[0]))?.procedure).toMatchObject({
      bookNumber: '25-7500-031',
      bookDate: '2026-03-05',
      offence: 'п. 5 ч. 3 ст. 297 УК РК',
      lawChecked: true,
      place: 'г. Примерск',
    });
  });

  it('keeps what was typed into one form while another is open, and what another tab saved meanwhile', async () => {
    await click(book, at('procedure-edit'));
    await type('procedure-place', ', 2-й этаж');
    await click(book, at('registration-edit'));
    await waitFor(book, at('registration-save'));
    const place = () => book.$eval(at('procedure-place'), (input) => (input as HTMLInputElement).value);
    expect(await place()).toBe('г. Примерск, 2-й этаж');
    const participants = [{ role: 'specialist', name: 'Знаева З. З.', address: '', document: '' }];
    await send(book, 'updateProcedure', { caseId: ids[0], procedure: { participants } });
    await waitFor(book, at('participant'));
    expect(await place()).toBe('г. Примерск, 2-й этаж');
    await click(book, at('procedure-save'));
    await waitFor(book, at('procedure-save'), { gone: true });
    expect((await caseOf(ids[0]))?.procedure).toMatchObject({ place: 'г. Примерск, 2-й этаж', participants });
  });

  it('names two witnesses and a specialist as missing in Uzbekistan until they are there', async () => {
    await open(`#/case/${ids[1]}`, at('protocol-gaps'));
    await waitFor(book, `${at('protocol-gap')}[data-code="witnesses"]`);
    for (const gap of ['witnesses', 'witnesses', 'specialist']) {
      await click(book, `${at('protocol-gap')}[data-code="${gap}"] button`);
      await type('participant-name', 'Участникова У. У.');
      await type('participant-address', 'г. Примерск');
      await type('participant-document', 'AA 0000000');
      await click(book, at('participant-save'));
      await waitFor(book, at('participant-name'), { gone: true });
    }
    expect(await gaps()).not.toContain('witnesses');
    expect(await gaps()).not.toContain('specialist');
    expect((await attributesOf(book, at('participant'), ['role'])).map(({ role }) => role)).toEqual([
      'witness',
      'witness',
      'specialist',
    ]);
    await click(book, at('participant-remove'));
    await waitFor(book, `${at('protocol-gap')}[data-code="witnesses"]`);
  });

  it('counts the 24 hours of registration, and stops them when the matter is registered', async () => {
    await open(`#/case/${ids[0]}`, at('registration-edit'));
    await click(book, at('registration-edit'));
    await click(book, at('registration-save'));
    await waitFor(book, `${at('registration')}[data-state="running"]`);
    const clock = (await caseOf(ids[0]))?.procedure?.registration;
    const length = Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startedAt ?? '');
    expect(length).toBe(24 * 3_600_000);
    await open('#/start', at('case-line'));
    const line = `${at('case-line')}[data-case="${ids[0]}"]`;
    expect(await book.$eval(line, (row) => row.textContent)).toContain('осталось 23 ч');
    await open(`#/case/${ids[0]}`, at('registration-register'));
    await click(book, at('registration-register'));
    await click(book, at('registration-save'));
    await waitFor(book, `${at('registration')}[data-state="in-time"]`);
  });

  it('keeps every change in the journal, whose chain holds, and shows it in words', async () => {
    const events = (await readTable<JournalEvent>(book, 'journal')).filter((row) => row.case === ids[0]);
    const changes = events.filter(({ kind }) => kind === 'procedure-updated');
    expect(changes).toHaveLength(6);
    expect(changes[0]?.data).toMatchObject({ before: { offence: '' }, after: { lawChecked: false } });
    expect(verifyChain(events)).toMatchObject({ ok: true });
    await open(`#/case/${ids[0]}/journal`, `${at('journal-row')}[data-kind="procedure-updated"]`);
    const text = await book.$eval(
      `${at('journal-row')}[data-kind="procedure-updated"]`,
      (row) => row.textContent,
    );
    expect(text).toContain('Квалификация: п. 5 ч. 3 ст. 297 УК РК');
  });

  it('lists the cases, finds one, opens its form, and puts it away', async () => {
    await open('#/start', at('case-line'));
    expect(await book.$$(at('case-line'))).toHaveLength(3);
    await type('cases-filter', 'базар');
    await waitFor(book, `${at('cases-count')}[data-shown="1"]`);
    await click(book, at('case-line-edit'));
    await type('case-field-title', ' и Ко');
    await click(book, at('case-save'));
    await waitFor(book, at('case-save'), { gone: true });
    expect((await caseOf(ids[1]))?.title).toBe('Северный базар и Ко');
    // What was stated beside the details is still there.
    expect((await caseOf(ids[1]))?.procedure?.participants).toHaveLength(2);
    await open('#/start', at('case-line'));
    await click(book, `${at('case-line')}[data-case="${ids[1]}"] ${at('case-line-archive')}`);
    await waitFor(book, `${at('cases-count')}[data-shown="2"]`);
    await click(book, at('cases-archived'));
    await waitFor(book, `${at('case-line')}[data-case="${ids[1]}"][data-state="archived"]`);
    await click(book, `${at('case-line')}[data-case="${ids[1]}"] ${at('case-line-archive')}`);
    await waitFor(book, `${at('case-line')}[data-case="${ids[1]}"]:not([data-state="archived"])`);
  });

  it('shows the indicators of all cases, each value once with every case that has it', async () => {
    await click(book, at('open-indicators'));
    await waitFor(book, at('indicator-row'));
    const rows = await attributesOf(book, at('indicator-row'), ['type', 'value']);
    expect(new Set(rows.map(({ type: kind, value }) => `${kind} ${value}`)).size).toBe(rows.length);
    const shared = await book.$$eval(at('other-cases'), (cells) =>
      cells.map((cell) => cell.textContent ?? '').filter((text) => /лавка.*базар|базар.*лавка/.test(text)),
    );
    expect(shared.length).toBeGreaterThan(0);
    expect(await book.$(at('mark-indicator'))).toBeNull();
    await click(book, at('unfold-row'));
    await waitFor(book, at('indicator-details'));
    const link = await book.$eval(`${at('indicator-details')} a`, (it) => it.textContent);
    expect(link).toMatch(/^\u2068(Лунная лавка|Северный базар и Ко)\u2069 · Фиксация № \d/);
  });
});
