import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';

const PACKAGES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const PAGE = /\.(?:md|markdown|html?|txt|css|min\.js|svg)$/i;
/** Documents, licences and code are much alike within a package; every page of a site's template is read. */
const MOST_A_PACKAGE = 25;
const MOST_PAGES_A_PACKAGE = 150;
const LARGEST = 300_000;

/** Everything that isn't a link, a host, a mail address, a phone or a place. */
const NEVER = /^(?!(?:url|domain|email|phone|ipv4|ipv6|geo)$)/;

/** What is truly there, looked at by hand: `package: type value`. */
const GENUINE = new Set([
  'chromium-bidi/node_modules/zod: discord-invite KaSRdyX2vc',
  'chromium-bidi/node_modules/zod: discord-invite RcG33DQJdf',
  'zod: discord-invite KaSRdyX2vc',
  'zod: discord-invite RcG33DQJdf',
  'dexie: discord-invite huhre7MHBF',
  'oxc-resolver: discord-invite 9uXCAwqQZW',
  'typescript: discord-invite typescript',
  'valibot: discord-invite w5mRTETqzv',
  'wxt: discord-invite ZFsZqGery9',
  'pino: ga-ua UA-103155139-1',
  'pino: telegram-id 1234567890',
  'ibantools: iban NL91ABNA0417164300',
  // The readme's example of an IBAN that is broken on purpose.
  'ibantools: iban NL91ABNA0517164300',
  'readable-stream: pgp-fingerprint 3ABC01543F22DD2239285CDD818674489FBC127E',
  'readable-stream: pgp-fingerprint 9554F04D7259F04124DE6B476D5A82AC7E37093B',
  'readable-stream: pgp-fingerprint DD8F2338BAE7501E3DD5AC78C273792F7D83545D',
  'readable-stream: pgp-fingerprint F3EF5F62A87FC27A22E643F714CE4FF5015AA242',
  'source-map-js: telegram-channel-or-user gorshochekvarit',
  'soft-ui-dashboard: instagram creativetimofficial',
  // Drawn as a card («Card Holder, Expires») and as an invoice («Pay to, IBAN»), both with broken checksums.
  'soft-ui-dashboard: card 4562112245947852',
  'gentelella: iban LV80BANK1234567890123',
]);

function pagesUnder(folder: string, into: string[], depth = 0): string[] {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < 5) pagesUnder(path, into, depth + 1);
    else if (entry.isFile() && PAGE.test(entry.name) && statSync(path).size <= LARGEST) into.push(path);
  }
  return into;
}

const isHtml = (path: string) => /\.html?$/i.test(path);

const packageOf = (path: string) =>
  /^((?:(?:@[^/]+\/)?[^/]+\/node_modules\/)*(?:@[^/]+\/)?[^/]+)/.exec(path.slice(PACKAGES.length + 1))?.[1] ??
  path;

describe('ordinary pages: what installed packages ship', () => {
  const counts = new Map<string, number>();
  const pages = pagesUnder(PACKAGES, []).filter((path) => {
    const kind = `${packageOf(path)} ${isHtml(path) ? 'pages' : 'documents'}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= (isHtml(path) ? MOST_PAGES_A_PACKAGE : MOST_A_PACKAGE);
  });

  it('are enough to mean something', () => {
    expect(pages.length).toBeGreaterThanOrEqual(600);
    expect(pages.filter(isHtml).length).toBeGreaterThanOrEqual(100);
    expect(new Set(pages.map(packageOf)).size).toBeGreaterThanOrEqual(50);
  });

  it('yield what is truly there and nothing else', { timeout: 120_000 }, () => {
    const found: string[] = [];
    for (const path of pages) {
      const content = readFileSync(path, 'utf8');
      const origin = /\.(?:js|css)$/.test(path) ? 'script' : 'text';
      const input = /\.(?:html?|svg)$/i.test(path)
        ? { html: content }
        : { sources: [{ origin, text: content } as const] };
      for (const { type, value } of extractIndicators(input)) {
        if (NEVER.test(type)) found.push(`${packageOf(path)}: ${type} ${value}`);
      }
    }
    expect([...new Set(found)].sort()).toEqual([...GENUINE].sort());
  });
});
