import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { DomHost } from './dom-host';
import { type HostAbort, type HostReply, type HostRequest, OFFSCREEN_PORT } from './offscreen-host';

/** Answers the worker's calls in the offscreen page, one a port. */
export function serveOffscreen(host: DomHost): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== OFFSCREEN_PORT || port.sender?.id !== chrome.runtime.id) return;
    const controller = new AbortController();
    const cancel = () => controller.abort(new ExpectedError('export-cancelled'));
    // A worker that was stopped waits for no answer.
    port.onDisconnect.addListener(cancel);
    port.onMessage.addListener(async (message: HostRequest | HostAbort) => {
      if ('abort' in message) return cancel();
      const { id, call, input } = message;
      const reply = (answer: HostReply) => port.postMessage(answer);
      const onEvent = (event: unknown) => reply({ id, event });
      try {
        const work = host[call] as (...all: unknown[]) => Promise<unknown>;
        reply({ id, ok: true, value: await work(...input, onEvent, controller.signal) });
      } catch (thrown) {
        reply({ id, ok: false, error: toErrorRecord(thrown) });
      }
    });
  });
}
