import browser from 'webextension-polyfill';
import { defineBackground } from '#imports';
import { eraseDeleted } from '@/utils/casework/deletion';
import { endUnfinished } from '@/utils/casework/recovery';
import { dropRestore } from '@/utils/casework/restores';
import { ensureSealingKey } from '@/utils/casework/sealing-key';
import { createRouter } from '@/utils/messaging/router';
import { systemClock } from '@/utils/platform/clock';
import { createLazyLocalHost } from '@/utils/platform/lazy-local-host';
import { countOwnRequests, keepNetworkLog } from '@/utils/platform/network-log';
import { createOffscreenHost } from '@/utils/platform/offscreen-host';
import { clearPrivateFiles } from '@/utils/platform/private-files';
import { whenNobodyRestores } from '@/utils/platform/restore-lock';
import { createStore, type Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';
import { createHandlers } from './handlers';
import { createServices } from './services';
import { listenForTriggers } from './triggers';

export default defineBackground({
  type: 'module',
  // Listeners are registered before anything is awaited: a browser wakes a background only for those.
  main() {
    keepNetworkLog();
    const ownRequests = countOwnRequests();
    const store = createStore();
    const host = import.meta.env.FIREFOX ? createLazyLocalHost(store) : createOffscreenHost();
    const services = createServices({ store, host, ownRequests });
    const ready = withStoreErrors(() => prepare(store));
    // Whoever asks gets this error as an answer; here it only has to be heard.
    ready.catch((thrown) => console.error('the store could not be prepared', thrown));
    const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };
    const dispatch = createRouter(createHandlers(store, services), { own, ready });
    browser.runtime.onMessage.addListener(dispatch);
    listenForTriggers(store, services, ready);
  },
});

async function prepare(store: Store): Promise<void> {
  await endUnfinished(store, systemClock);
  await eraseDeleted({ store, clock: systemClock }, { all: true });
  await whenNobodyRestores(() => dropRestore(store));
  await ensureSealingKey(store, systemClock);
  // What is left of them takes room, and nothing else.
  await clearPrivateFiles().catch((thrown) =>
    console.error('leftovers of exports and captures were not removed', thrown),
  );
}
