import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { JournalEvent } from '@/utils/domain/journal';
import { type Authority, createAuthority } from '../../fixtures/tsa/authority';
import { startTsa } from '../../fixtures/tsa/server';
import { byTestId, waitForState } from '../harness/index.mjs';
import { verifyFile } from '../verifier/report';
import {
  BROWSERS,
  capture,
  createCase,
  exportCase,
  openShopPage,
  readTable,
  type Session,
  startSession,
} from './session';

/** Trusted time and signatures through the real settings, export and verification, with a real local authority. */
describe.each(BROWSERS)('timestamps in %s', (name) => {
  let session: Session;
  let casebook: Page;
  let shop: Page;
  let authority: Authority;
  let tsa: Awaited<ReturnType<typeof startTsa>>;
  let plain: string;

  beforeAll(async () => {
    session = await startSession(name);
    authority = createAuthority(join(session.dir, 'ca'));
    authority.issue('officer', { subject: '/CN=Образцов/serialNumber=IIN850101300123', section: 'person' });
    tsa = await startTsa(authority);
    casebook = await session.driven.openExtensionPage('casebook.html#/settings');
    shop = await openShopPage(session, '/product');
    const popup = await session.driven.openPopup(shop);
    await createCase(popup, { title: 'Лунная лавка' });
    expect((await capture(session, shop)).state).toBe('done');
  });

  afterAll(async () => {
    await session?.end();
    await tsa?.stop();
  });

  /** Saves an address in the settings; how that ended. */
  async function saveAddress(url: string): Promise<string | undefined> {
    await session.driven.closePopup();
    await casebook.bringToFront();
    await casebook.evaluate(() => {
      location.hash = '#/settings';
    });
    const field = await byTestId(casebook, 'timestamp-url');
    await field.click({ count: 3 });
    await casebook.keyboard.press('Backspace');
    if (url) await field.type(url);
    await (await byTestId(casebook, 'timestamp-save')).click();
    const outcome = await byTestId(casebook, 'timestamp-outcome');
    return outcome.evaluate((element) => (element as HTMLElement).dataset.outcome);
  }

  async function exportOnce(): Promise<{ file: string; isStamped: string | undefined; text: string }> {
    await session.driven.closePopup();
    const popup = await session.driven.openPopup(shop);
    const { state, file } = await exportCase(session, popup);
    expect(state).toBe('done');
    const told = await byTestId(popup, 'export-timestamp');
    const isStamped = await told.evaluate((element) => (element as HTMLElement).dataset.ok);
    return { file, isStamped, text: await told.evaluate((element) => element.textContent ?? '') };
  }

  async function give(accept: string, path: string): Promise<void> {
    const selector = `input[type="file"][accept*="${accept}"]`;
    const input = (await casebook.waitForSelector(selector, {
      visible: false,
    })) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }

  function unpack(file: string, folder: string): string {
    const dir = join(session.dir, folder);
    mkdirSync(dir, { recursive: true });
    execFileSync('unzip', ['-q', '-o', file, '-d', dir]);
    return dir;
  }

  function openssl(dir: string, args: string): string {
    copyFileSync(join(authority.dir, 'root.pem'), join(dir, 'root.pem'));
    return execFileSync('openssl', args.split(' '), { cwd: dir, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Call it before the click that saves a file; what it gives waits for the file and gives its path. */
  function nextFile(name: RegExp): () => Promise<string> {
    const dir = session.driven.downloadDir;
    const before = new Set(readdirSync(dir));
    const isSaved = (file: string) =>
      !before.has(file) &&
      name.test(file) &&
      Boolean(statSync(join(dir, file), { throwIfNoEntry: false })?.size);
    return () =>
      vi.waitUntil(
        () => {
          const found = readdirSync(dir).find(isSaved);
          return found && join(dir, found);
        },
        { timeout: 30_000 },
      );
  }

  it('refuses a token while its root is unknown: the export succeeds without, and says so', async () => {
    expect(await saveAddress(tsa.url)).toBe('saved');
    const { isStamped, text } = await exportOnce();
    expect(isStamped).toBe('false');
    expect(text).toContain('корень неизвестен');
  });

  it('puts a token into the bundle once the root is loaded, and openssl verifies it', async () => {
    await session.driven.closePopup();
    await casebook.bringToFront();
    await give('.pem', join(authority.dir, 'root.pem'));
    await byTestId(casebook, 'root-row');
    const { file, isStamped, text } = await exportOnce();
    expect({ isStamped, text }).toMatchObject({
      isStamped: 'true',
      text: expect.stringContaining('UTC+00:00'),
    });
    const dir = unpack(file, 'stamped');
    openssl(dir, 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem');
    const events = await readTable<JournalEvent>(casebook, 'journal');
    expect(events.filter(({ kind }) => kind === 'export-finished').map(({ data }) => data)).toMatchObject([
      { timestampError: 'timestamp-untrusted' },
      { timestamp: expect.stringMatching(/Z$/) },
    ]);
  });

  it('has sent the hash alone: no cookie, no referrer, nothing that names this installation', () => {
    for (const { method, headers, body } of tsa.requests) {
      expect(method).toBe('POST');
      expect(body.length).toBeLessThan(100);
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers).not.toHaveProperty('origin');
    }
    expect(tsa.requests).toHaveLength(2);
  });

  it('exports without a token when the authority fails', async () => {
    expect(await saveAddress(`${tsa.url}/redirect`)).toBe('saved');
    const { file, isStamped } = await exportOnce();
    expect(isStamped).toBe('false');
    expect(tsa.requests.at(-1)?.path).toBe('/redirect');
    expect(existsSync(join(unpack(file, 'plain'), 'seal/timestamp.tsr'))).toBe(false);
    plain = file;
    expect(await saveAddress(tsa.url)).toBe('saved');
  });

  it('adds a token to a bundle afterwards: asked for, or brought as a file', async () => {
    await (await byTestId(casebook, 'open-verify')).click();
    expect(await verifyFile(casebook, plain)).toMatchObject({ verdict: 'good' });
    const asked = nextFile(/-tst.*zip$/);
    await (await byTestId(casebook, 'request-timestamp')).click();
    await waitForState(casebook, 'seal-additions', 'added');
    const dir = unpack(await asked(), 'asked');
    openssl(dir, 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem');
    await waitForState(casebook, 'verify-status', 'done');
    expect(await stateOfAttestations()).toEqual(['timestamp trusted']);

    await verifyFile(casebook, plain);
    const saved = nextFile(/\.tsq$/);
    await (await byTestId(casebook, 'save-query')).click();
    const answer = join(session.dir, 'answer.tsr');
    const query = readFileSync(await saved());
    authority.reply(query);
    copyFileSync(join(authority.dir, 'answer.tsr'), answer);
    const brought = nextFile(/-tst.*zip$/);
    await give('.tsr', answer);
    const again = unpack(await brought(), 'brought');
    openssl(again, 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem');
  });

  it('does not add a token of another bundle', async () => {
    await verifyFile(casebook, plain);
    await give('.tsr', join(session.dir, 'stamped/seal/timestamp.tsr'));
    await waitForState(casebook, 'seal-additions', 'invalid');
    const text = await casebook.$eval('[data-code="attestation-imprint"]', (element) => element.textContent);
    expect(text).toContain('не на этот пакет');
  });

  it('adds a signature file over the saved statement', async () => {
    const statement = nextFile(/^signature.*json$/);
    await (await byTestId(casebook, 'save-statement')).click();
    copyFileSync(await statement(), join(authority.dir, 'signature.json'));
    authority.openssl(
      ...'cms -sign -binary -in signature.json -outform DER -md sha256 -signer officer.pem'.split(' '),
      ...'-inkey officer.key -certfile sub.pem -out signature.p7s'.split(' '),
    );
    const signed = nextFile(/-sig.*zip$/);
    await give('.p7s', join(authority.dir, 'signature.p7s'));
    const dir = unpack(await signed(), 'signed');
    openssl(
      dir,
      'cms -verify -binary -inform DER -in seal/signature-01.p7s -content seal/signature.json -purpose any -CAfile root.pem -out same',
    );
    await casebook.waitForSelector(
      '[data-testid="attestation"][data-kind="e-signature"][data-state="trusted"]',
    );
    const text = await casebook.$eval('[data-testid="attestation"]', (element) => element.textContent);
    expect(text).toContain('IIN850101300123');
  });

  it.skipIf(name === 'chromium')(
    'asks for that host alone where the browser lets it reach none',
    async () => {
      await changePermissions('remove', { origins: ['<all_urls>'] });
      await verifyFile(casebook, plain);
      await (await byTestId(casebook, 'request-timestamp')).click();
      await waitForState(casebook, 'seal-additions', 'failed');
      const told = await casebook.$eval('[data-testid="seal-additions"]', (element) => element.textContent);
      expect(told).toContain('Браузер не дал расширению обращаться к службе времени');

      const sent = tsa.requests.length;
      const refused = session.driven.answerQuestion?.(false);
      expect(await saveAddress(`${tsa.url}/other`)).toBe('refused');
      await refused;
      await (await byTestId(casebook, 'open-verify')).click();
      await byTestId(casebook, 'verify-drop');
      await (await byTestId(casebook, 'open-settings')).click();
      expect(
        await (await byTestId(casebook, 'timestamp-url')).evaluate(
          (field) => (field as HTMLInputElement).value,
        ),
      ).toBe(tsa.url);
      expect(tsa.requests).toHaveLength(sent);

      const allowed = session.driven.answerQuestion?.(true);
      expect(await saveAddress(tsa.url)).toBe('saved');
      await allowed;
      expect(await changePermissions('getAll')).toMatchObject({ origins: ['http://127.0.0.1/*'] });
      await (await byTestId(casebook, 'open-verify')).click();
      await verifyFile(casebook, plain);
      const asked = nextFile(/-tst.*zip$/);
      await (await byTestId(casebook, 'request-timestamp')).click();
      await asked();
    },
  );

  function changePermissions(call: 'remove' | 'getAll', input?: object): Promise<unknown> {
    return casebook.evaluate(
      (name, argument) => {
        const { browser } = globalThis as unknown as {
          browser: { permissions: Record<string, (input?: object) => Promise<unknown>> };
        };
        return browser.permissions[name]?.(...(argument ? [argument] : []));
      },
      call,
      input,
    );
  }

  function stateOfAttestations(): Promise<string[]> {
    return casebook.$$eval('[data-testid="attestation"]', (items) =>
      items.map((item) => `${(item as HTMLElement).dataset.kind} ${(item as HTMLElement).dataset.state}`),
    );
  }
});
