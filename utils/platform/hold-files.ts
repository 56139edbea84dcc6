import type { PhotographContext } from '@/utils/capture/ports';
import { filesInUse } from './files-in-use';

/** Chromium narrows a page to one pixel before each photograph (`captureBeyondViewport`): it then wants other files. */
const HELD = ['Image', 'Font', 'Media', 'Stylesheet'];
/** Kinds whose bytes MHTML keeps as they are; it rewrites style sheets. */
const ANSWERED: readonly unknown[] = ['Image', 'Font'];

type DebuggerSession = chrome.debugger.DebuggerSession;

interface PausedRequest {
  readonly requestId: string;
  readonly resourceType: string;
  readonly request: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

interface HeldRequest {
  readonly session: DebuggerSession;
  readonly paused: PausedRequest;
}

/** Holds what the page asks for, so that its site hears nothing of the narrowing. */
export interface FileHold {
  /** Lets through what the page, wide again, still wants. What it gave up on is gone by itself. */
  settle(): Promise<void>;
  end(): Promise<void>;
}

/**
 * Holds the requests for files of a page under the debugger, in all its frames. A file that is `known` is given from
 * there; one that its styles name, but none of its elements uses as wide as it is, is refused. `onRequest` hears of each that
 * goes to a site. Throws if the debugger is gone.
 */
export async function holdFiles(
  page: { readonly tabId: number },
  { known, unloaded, onRequest }: Pick<PhotographContext, 'known' | 'unloaded' | 'onRequest'>,
): Promise<FileHold> {
  const held: HeldRequest[] = [];
  const starting: Promise<void>[] = [];

  async function start(session: DebuggerSession): Promise<void> {
    const patterns = HELD.map((resourceType) => ({ resourceType }));
    await send(session, 'Fetch.enable', { patterns });
    // A frame of another site has a process, and so a debugging session, of its own.
    const filter = [{ type: 'iframe' }];
    const frames = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter };
    await send(session, 'Target.setAutoAttach', frames);
  }

  /** True: it needs no network. */
  async function answer({ session, paused }: HeldRequest): Promise<boolean> {
    const { requestId, resourceType, request } = paused;
    const dataUrl = ANSWERED.includes(resourceType) ? await known(request.url) : null;
    if (!dataUrl) return false;
    await isDone(session, 'Fetch.fulfillRequest', { requestId, ...answerOf(dataUrl, request.headers) });
    return true;
  }

  async function take(request: HeldRequest): Promise<void> {
    if (!(await answer(request))) held.push(request);
  }

  function listen(session: DebuggerSession, method: string, params: object = {}): void {
    if (session.tabId !== page.tabId) return;
    if (method === 'Target.attachedToTarget') {
      const { sessionId } = params as { sessionId: string };
      // A frame may go away again before it is reached.
      starting.push(start({ ...page, sessionId }).catch((thrown) => console.info('a frame is gone', thrown)));
    }
    if (method === 'Fetch.requestPaused') void take({ session, paused: params as PausedRequest });
  }

  async function settle(): Promise<void> {
    const requests = held.splice(0);
    if (requests.length === 0) return;
    const named = await unloaded();
    const doubtful = requests.map(({ paused }) => paused.request.url).filter((url) => named.has(url));
    const inUse = doubtful.length > 0 ? await filesInUse(page.tabId, doubtful) : null;
    for (const each of requests) {
      const { requestId, resourceType, request } = each.paused;
      const isInUse = resourceType === 'Font' ? inUse?.fonts : inUse?.urls.has(request.url);
      const refusal = { requestId, errorReason: 'Aborted' };
      // Nothing is refused by guess.
      if (named.has(request.url) && isInUse === false)
        await isDone(each.session, 'Fetch.failRequest', refusal);
      // The page's files may all be known by now.
      else if (await answer(each)) continue;
      else if (await isDone(each.session, 'Fetch.continueRequest', { requestId })) onRequest();
    }
  }

  chrome.debugger.onEvent.addListener(listen);
  try {
    await start(page);
  } catch (thrown) {
    chrome.debugger.onEvent.removeListener(listen);
    throw thrown;
  }
  for (let done = 0; done < starting.length; done += 1) await starting[done];
  return {
    settle,
    async end() {
      chrome.debugger.onEvent.removeListener(listen);
      await settle();
    },
  };
}

function send(session: DebuggerSession, method: string, params: object) {
  return chrome.debugger.sendCommand(session, method, { ...params });
}

/** False: the page no longer wants the file. */
async function isDone(session: DebuggerSession, method: string, params: object): Promise<boolean> {
  return send(session, method, params).then(
    () => true,
    () => false,
  );
}

/** An answer that also a frame of another origin, which was let read the file before, may read. */
function answerOf(dataUrl: string, { Origin: origin = '*' }: Readonly<Record<string, string>>) {
  const [, mediaType = '', body = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(dataUrl) ?? [];
  const headers = {
    'content-type': mediaType,
    'cache-control': 'no-store',
    'access-control-allow-origin': origin,
    ...(origin === '*' ? {} : { 'access-control-allow-credentials': 'true' }),
  };
  const responseHeaders = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { responseCode: 200, responseHeaders, body };
}
