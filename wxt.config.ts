import { defineConfig } from 'wxt';

/**
 * Nothing may be fetched by our own pages: a captured page is shown inside them. Scripts are ours,
 * pictures come from `data:` and `blob:` only.
 */
const EXTENSION_PAGES_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "frame-src 'self' blob:",
  "connect-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    short_name: 'Osmotr',
    description: '__MSG_extension_description__',
    default_locale: 'ru',
    permissions: [
      'activeTab',
      'contextMenus',
      'downloads',
      'scripting',
      'storage',
      'tabs',
      'unlimitedStorage',
      'webRequest',
      ...(browser === 'firefox' ? [] : ['debugger', 'offscreen', 'pageCapture']),
    ],
    host_permissions: ['<all_urls>'],
    commands: {
      'capture-page': {
        suggested_key: { default: 'Alt+Shift+C' },
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
