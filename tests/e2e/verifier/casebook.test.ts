import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VERIFY_STEPS } from '@/utils/domain/verification';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  readTable,
  type Session,
  startSession,
} from '../extension/session';
import { byTestId } from '../harness/index.mjs';
import { CHANGED_FILE, makeBundles } from './bundles';
import { dropFile, verifyFile } from './report';

/** The casebook's screen, and the bundle that this extension itself exports. */
describe.each(BROWSERS)('«Проверка пакета» of the casebook in %s', (name) => {
  let session: Session;
  let page: Page;
  let exported: string;
  let bundles: Awaited<ReturnType<typeof makeBundles>>;

  beforeAll(async () => {
    session = await startSession(name);
    const shop = await openShopPage(session, '/product');
    const popup = await session.driven.openPopup(shop);
    await createCase(popup, { title: 'Лунная лавка', registerNumber: '2600000000001' });
    await capture(session, shop);
    ({ file: exported } = await exportCase(session, await session.driven.openPopup(shop)));
    await session.driven.closePopup();
    // The page as the extension exported it: what the other bundles get is the same.
    execFileSync('unzip', ['-q', '-o', exported, 'verify.html', '-d', session.dir]);
    bundles = await makeBundles(session.dir, join(session.dir, 'bundles'));
    page = await session.driven.openExtensionPage('casebook.html');
    await (await byTestId(page, 'open-verify')).click();
  });

  afterAll(async () => {
    await session?.end();
  });

  it('passes the bundle that the extension exported, with the key of this installation', async () => {
    const report = await verifyFile(page, exported);
    expect(report).toMatchObject({ state: 'done', verdict: 'good', findings: [] });
    expect(report.steps).toEqual(
      VERIFY_STEPS.map((step) => `${step} ${/^(timestamp|e-signatures)$/.test(step) ? 'absent' : 'passed'}`),
    );
    const [key] = await readTable<{ fingerprint: string }>(page, 'sealingKeys');
    expect(report.text.replace(/\s/g, '')).toContain(key?.fingerprint ?? 'no key');
  });

  it('exports verify.html as a tag file that other people’s tools check', () => {
    const listing = execFileSync('unzip', ['-p', exported, 'tagmanifest-sha256.txt'], { encoding: 'utf8' });
    const page = readFileSync(join(session.dir, 'verify.html'));
    expect(listing).toContain(`${createHash('sha256').update(page).digest('hex')}  verify.html`);
  });

  it('names the file in which one byte was flipped', async () => {
    const report = await verifyFile(page, bundles.bad);
    expect(report).toMatchObject({ state: 'done', verdict: 'bad' });
    expect(report.findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      `zip-crc ${CHANGED_FILE}`,
      `file-changed ${CHANGED_FILE}`,
    ]);
  });

  it('takes a file that is dropped, and stores nothing of it', async () => {
    const before = await readTable(page, 'cases');
    const content = readFileSync(bundles.good).toString('base64');
    expect(await dropFile(page, 'dropped.zip', content)).toMatchObject({ verdict: 'good' });
    expect(await readTable(page, 'cases')).toEqual(before);
  });
});
