import { toErrorRecord } from '@/utils/errors';
import type { DomHost } from './dom-host';
import { type HostReply, type HostRequest, OFFSCREEN_PORT } from './offscreen-host';

/** Answers the worker's calls in the offscreen page, one a port. */
export function serveOffscreen(host: DomHost): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== OFFSCREEN_PORT || port.sender?.id !== chrome.runtime.id) return;
    port.onMessage.addListener(async (request: HostRequest) => {
      const reply = (message: HostReply) => port.postMessage(message);
      const onEvent = (event: unknown) => reply({ id: request.id, event });
      try {
        const work = host[request.call] as (...input: unknown[]) => Promise<unknown>;
        reply({ id: request.id, ok: true, value: await work(...request.input, onEvent) });
      } catch (thrown) {
        reply({ id: request.id, ok: false, error: toErrorRecord(thrown) });
      }
    });
  });
}
