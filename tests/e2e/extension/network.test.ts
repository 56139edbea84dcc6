import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureManifest } from '@/utils/domain/capture';
import { type SecureSite, startSecureSite } from '../../fixtures/secure-site/server';
import { schemaFaults } from '../../tools/check-schema';
import { type DrivenBrowser, press } from '../harness/index.mjs';
import { runInWindow } from './firefox-window';
import { BROWSERS, readManifest, type Session, startSession } from './session';

/** What the network said, for main and sub frames, also after the background slept; and nothing of other pages. */
describe.each(BROWSERS)('network facts in %s', (name) => {
  let session: Session;
  let site: SecureSite;
  let reader: Page;
  let page: Page;
  let manifest: CaptureManifest;
  let untrusted: string;

  beforeAll(async () => {
    session = await startSession(name, { acceptInsecureCerts: true });
    site = await startSecureSite(session.dir);
    reader = await session.driven.openExtensionPage('casebook.html');
    page = await session.driven.browser.newPage();
    // Another host, and so another connection than the one that is trusted then.
    await page.goto(`${site.secure.replace('127.0.0.1', 'localhost')}/`, { waitUntil: 'load' });
    untrusted = JSON.stringify(await readSession(reader));
    if (name === 'firefox') await trustAuthority(session.driven, site.authority);
    await page.goto(`${site.secure}/go`, { waitUntil: 'load' });
    // The page stays where it is, and so must what is known of it.
    await page.click('#file');
    await session.driven.stopBackground();
    const popup = await session.driven.openPopup(page);
    expect(await press(popup, 'capture-page', 'capture-status')).toBe('done');
    await session.driven.closePopup();
    manifest = await readManifest(reader);
  });

  afterAll(async () => {
    await session?.end();
    await site?.close();
  });

  it('gives redirects, protocol, address and clocks of the document', () => {
    expect(schemaFaults('capture', manifest)).toEqual([]);
    expect(manifest.network.value).toMatchObject({
      requestedUrl: `${site.secure}/go`,
      redirects: [{ url: `${site.secure}/go`, status: 302, location: `${site.secure}/` }],
      status: 200,
      protocol: { value: 'h2' },
      serverAddress: { value: '127.0.0.1' },
      proxied: name === 'firefox' ? { value: false } : { value: null, reason: expect.any(String) },
      fromCache: false,
      clockDifferenceMs: { value: expect.any(Number) },
    });
  });

  it('gives the chain of certificates where the browser tells it, and says where it does not', () => {
    const tls = manifest.network.value?.tls;
    if (name === 'chromium') {
      expect(tls).toEqual({ value: null, reason: 'this browser tells extensions nothing of certificates' });
      return;
    }
    expect(tls?.value).toMatchObject({ version: 'TLSv1.3', cipher: expect.stringContaining('TLS_') });
    // Nobody vouched for it at first: then Firefox gives the site's own certificate alone.
    expect(untrusted).toContain(site.fingerprints[0]);
    expect(untrusted).not.toContain(site.fingerprints[1]);
    expect(tls?.value?.certificates.map(({ sha256 }) => sha256)).toEqual(site.fingerprints);
    expect(tls?.value?.certificates[0]).toMatchObject({
      subject: expect.stringContaining('shop.test'),
      issuer: expect.stringContaining('Test CA'),
      validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('gives the same of a frame of another site, and says that a srcdoc frame came from the page', () => {
    const [own, plain, written] = manifest.frames;
    expect(own).not.toHaveProperty('network');
    expect(plain?.network?.value).toMatchObject({
      requestedUrl: `${site.plain}/frame`,
      protocol: { value: 'http/1.1' },
      headers: expect.arrayContaining([{ name: 'x-frame-of', value: 'shop' }]),
      tls: { value: null, reason: 'the connection was not encrypted' },
    });
    expect(written?.network).toEqual({ value: null, reason: 'it was not loaded over the network' });
  });

  it('counts what the page was given to notice, and tells it from what the capture did', () => {
    const { seen, ...caused } = manifest.observer;
    const resized = (seen.value?.resizes ?? 0) > 0;
    expect(caused).toEqual({ requests: 0, scrolled: false, resized, activated: false });
    if (name === 'firefox') expect(resized).toBe(false);
    // The page writes the time into itself all along.
    expect(seen.value?.mutations).toBeGreaterThan(0);
    expect(seen.value?.scrolls).toBe(0);
  });

  it('has no script in pages that nobody captures, and nothing that a page could find', async () => {
    const { declared, registered } = await reader.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          runtime: { getManifest(): object };
          scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
        };
      };
      return {
        // Firefox names every key that there could be.
        declared: Object.entries(chrome.runtime.getManifest())
          .filter(
            ([, value]) => value !== null && Object.keys(Object(value)).length + String(value).length > 0,
          )
          .map(([key]) => key),
        registered: await chrome.scripting.getRegisteredContentScripts(),
      };
    });
    expect(declared).toContain('manifest_version');
    for (const visible of ['content_scripts', 'web_accessible_resources', 'externally_connectable']) {
      expect(declared).not.toContain(visible);
    }
    expect(registered).toEqual([]);
  });

  it('keeps only the page that a tab shows, and nothing of a tab that is gone', async () => {
    const kept = () => readSession(reader);
    expect(JSON.stringify(await kept())).toContain(`${site.secure}/go`);
    await page.evaluate((url) => location.assign(url), `${site.plain}/frame`);
    await waitUntil(async () => !JSON.stringify(await kept()).includes(site.secure));
    expect(JSON.stringify(await kept())).toContain(`${site.plain}/frame`);
    await page.close();
    await waitUntil(async () => !JSON.stringify(await kept()).includes(site.plain));
  });
});

/** What the extension holds in memory beside its store. */
function readSession(reader: Page): Promise<unknown> {
  return reader.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(): Promise<unknown> } } };
    };
    return chrome.storage.session.get();
  });
}

/** Firefox's own list of authorities; the test has no other way to be believed. */
async function trustAuthority(driven: DrivenBrowser, pem: string): Promise<void> {
  const base64 = pem.replace(/-----[^-]+-----|\s/g, '');
  const trust = (authority: string) => {
    const { Cc, Ci } = globalThis as never as {
      Cc: Record<
        string,
        { getService(kind: unknown): { addCertFromBase64(pem: string, trust: string): void } }
      >;
      Ci: Record<string, unknown>;
    };
    const database = Cc['@mozilla.org/security/x509certdb;1']?.getService(Ci.nsIX509CertDB);
    database?.addCertFromBase64(authority, 'CT,,');
  };
  await runInWindow(driven, trust, base64);
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not come so');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
