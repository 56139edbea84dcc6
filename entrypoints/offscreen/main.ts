import browser from 'webextension-polyfill';
import { createClient } from '@/utils/messaging/client';
import { createLocalHost } from '@/utils/platform/local-host';
import { serveOffscreen } from '@/utils/platform/serve-offscreen';
import { createStore } from '@/utils/store';

const send = createClient((message) => browser.runtime.sendMessage(message));

// No page of ours reaches the network: the background asks.
serveOffscreen(
  createLocalHost(createStore(), {
    askAuthority: async (query) => (await send('askAuthority', { query })).answer,
    writesFiles: false,
  }),
);
