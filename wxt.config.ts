import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginOption } from 'vite';
import { defineConfig } from 'wxt';
import { buildVerifierPage } from './entrypoints/verifier/build-page';

/** What the built extension is made of: it stands in every capture as the build it was taken with. */
const SOURCES = ['components', 'entrypoints', 'public', 'utils', 'package-lock.json', 'wxt.config.ts'];

/** SHA-256 over the names and contents of all sources, so that the same sources give the same id anywhere. */
function buildId(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(source)).sort()) {
    hash.update(`${path}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (path.includes('.')) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));
}

const VERIFIER_PAGE = 'verify.html';

/**
 * Nothing of a captured page may be fetched by our own ones. Scripts are ours, pictures come from `data:` and `blob:`
 * only. The background alone may connect elsewhere, to the timestamp authority of the settings: PAGE_CSP takes that
 * back from every page.
 */
const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  // Of a stored page, in its frame.
  'media-src data:',
  "frame-src 'self' blob:",
  "connect-src 'self' blob: http: https:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A second policy in the pages themselves: both hold. */
const PAGE_CSP = "connect-src 'self' blob:";

const pagePolicy: PluginOption = {
  name: 'page-policy',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_CSP },
      injectTo: 'head-prepend',
    },
  ],
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(VERIFIER_PAGE);
    },
    // No page of the extension, but a file of it: the export puts it into every bundle.
    'build:publicAssets': async ({ config }, files) => {
      files.push({ relativeDest: VERIFIER_PAGE, contents: await buildVerifierPage(config.root) });
    },
  },
  manifestVersion: 3,
  vite: ({ mode }) => ({
    define: { __BUILD_ID__: JSON.stringify(buildId()) },
    plugins: mode === 'development' ? [] : [pagePolicy],
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Osmotr',
    description: '__MSG_extension_description__',
    default_locale: 'ru',
    permissions: [
      'activeTab',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'downloads',
      'scripting',
      'storage',
      'tabs',
      'unlimitedStorage',
      'webRequest',
      // Firefox tells certificates only to who may hold requests back.
      ...(browser === 'firefox'
        ? ['webRequestBlocking']
        : ['debugger', 'offscreen', 'pageCapture', 'webNavigation']),
    ],
    host_permissions: ['<all_urls>'],
    commands: {
      'capture-page': {
        // Chromium keeps Alt+Shift+C for itself (new tab group) and then assigns no key at all.
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+C' : 'Alt+Shift+F' },
        description: '__MSG_command_capture__',
      },
    },
    ...(mode === 'development' ? {} : { content_security_policy: { extension_pages: EXTENSION_PAGES_CSP } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'osmotr@osmotr',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '148', message_serialization: 'structured_clone' }),
  }),
});
