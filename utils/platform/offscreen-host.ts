import { type ErrorRecord, ExpectedError } from '@/utils/errors';
import type { DomHost } from './dom-host';

export const OFFSCREEN_PORT = 'osmotr-offscreen';

type Call = keyof DomHost;

/** What goes to the offscreen page; `input` holds the call's arguments but its callback. */
export interface HostRequest {
  readonly id: number;
  readonly call: Call;
  readonly input: readonly unknown[];
}

/** Ends a call before its time. */
export interface HostAbort {
  readonly id: number;
  readonly abort: true;
}

/** What comes back: any number of `event`s (arguments of the callback), then the end. */
export type HostReply =
  | { readonly id: number; readonly event: unknown }
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ErrorRecord };

/**
 * The host in Chromium: an offscreen page, made when it is first needed and closed when nothing is left
 * to do, reached over a port.
 */
export function createOffscreenHost(): DomHost {
  let users = 0;
  let lastId = 0;
  // Opening and closing come one after another: two captures may ask at once.
  let turn: Promise<void> = Promise.resolve();

  function enter(): Promise<void> {
    users += 1;
    if (users === 1) turn = turn.then(openOffscreen);
    return turn;
  }

  function leave(): Promise<void> {
    users -= 1;
    if (users === 0) turn = turn.then(() => chrome.offscreen.closeDocument());
    return turn;
  }

  function ask(call: Call, input: readonly unknown[], options: AskOptions = {}): Promise<unknown> {
    lastId += 1;
    return askOnce({ id: lastId, call, input }, options);
  }

  return {
    async draw(html, view, onTile) {
      await enter();
      try {
        await ask('draw', [html, view], { onEvent: (tile) => onTile(tile as Blob) });
      } finally {
        await leave();
      }
    },
    // The object URL lives as long as the page: it is left only by `release`.
    async compose(order, onProgress, signal) {
      await enter();
      try {
        const onEvent = (event: unknown) => onProgress(event as Parameters<typeof onProgress>[0]);
        const composed = await ask('compose', [order], { onEvent, signal });
        return composed as Awaited<ReturnType<DomHost['compose']>>;
      } catch (thrown) {
        await leave();
        throw thrown;
      }
    },
    async release(url) {
      await ask('release', [url]);
      await leave();
    },
  };
}

async function openOffscreen(): Promise<void> {
  // One left by a worker that was stopped may still be there, with an object URL that nobody waits for.
  if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
  await chrome.offscreen.createDocument({
    url: '/offscreen.html',
    reasons: [chrome.offscreen.Reason.BLOBS, chrome.offscreen.Reason.DOM_PARSER],
    justification: 'A worker can make no object URL of a bundle and has no document to draw a snapshot in.',
  });
}

interface AskOptions {
  readonly onEvent?: (event: unknown) => void;
  readonly signal?: AbortSignal;
}

function askOnce(request: HostRequest, { onEvent, signal }: AskOptions): Promise<unknown> {
  signal?.throwIfAborted();
  const port = chrome.runtime.connect({ name: OFFSCREEN_PORT });
  const abort = () => port.postMessage({ id: request.id, abort: true } satisfies HostAbort);
  const answer = new Promise((resolve, reject) => {
    port.onDisconnect.addListener(() => reject(new Error('the offscreen page went away')));
    port.onMessage.addListener((reply: HostReply) => {
      if ('event' in reply) {
        onEvent?.(reply.event);
        return;
      }
      if (reply.ok) resolve(reply.value);
      else reject(thrownFrom(reply.error));
      port.disconnect();
    });
    port.postMessage(request);
    signal?.addEventListener('abort', abort);
  });
  return answer.finally(() => signal?.removeEventListener('abort', abort));
}

function thrownFrom(error: ErrorRecord): Error {
  return error.code === 'unexpected' ? new Error(error.detail) : new ExpectedError(error.code, error.facts);
}
