import { browser } from '#imports';
import type { BugEnvironment } from '@/components/ui/bug-report';
import { createClient } from '@/utils/messaging/client';
import { createStore } from '@/utils/store';

/** The store as pages use it: to read. Only the background writes. */
export const store = createStore();

/** Sends a message to the background. */
export const send = createClient((message) => browser.runtime.sendMessage(message));

/** What a bug report says of this browser. */
export function bugEnvironment(): BugEnvironment {
  return {
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: document.documentElement.lang,
  };
}
