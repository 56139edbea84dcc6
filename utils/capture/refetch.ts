import type { RefetchedResource } from '@/utils/domain/capture';
import { errorText } from '@/utils/errors';
import type { AssembledPage } from '@/utils/snapshot/assemble';
import { createResource, withoutFragment } from '@/utils/snapshot/resources';
import { heldBytes, MOST_EMBEDDED, type PageState } from './page-state';
import { assembleNow } from './take-page';

/** Pages, their stylesheets, what those import. */
const ROUNDS = 3;

/** As many at once as a browser asks one host for. */
const AT_ONCE = 6;

/**
 * Asks the site again for what is missing, if the operative's setting allows it. Each request is recorded, whatever
 * it gave; what it gave goes into `page.html`. The site can notice it.
 */
export async function refetchMissing(state: PageState): Promise<void> {
  const { order, steps } = state;
  const begin = state.page;
  if (!order.allowRequests || !begin || urlsOf(begin, state.refetched).length === 0) return;
  const filled = await steps.run('refetch', async (signal) => {
    let page = begin;
    for (let round = 0; round < ROUNDS; round += 1) {
      const urls = urlsOf(page, state.refetched);
      if (urls.length === 0) break;
      await askAll(state, urls, signal);
      page = assembleNow(state);
    }
    return page;
  });
  if (filled) state.page = filled;
}

/** Files that the page showed, that are missing, and that were not asked for so far. What it never loaded is left alone. */
function urlsOf({ wanted, missing }: AssembledPage, asked: readonly RefetchedResource[]): string[] {
  const done = new Set(asked.map(({ url }) => url));
  const files = new Set(missing.filter(({ kind }) => kind !== 'frame').map(({ url }) => url));
  const urls = wanted.flatMap((frame) => frame.urls.filter((url) => files.has(url)).map(withoutFragment));
  return [...new Set(urls)].filter((url) => /^https?:/i.test(url) && !done.has(url));
}

async function askAll(state: PageState, urls: readonly string[], signal: AbortSignal): Promise<void> {
  const left = [...urls];
  const worker = async () => {
    for (let url = left.shift(); url !== undefined && !signal.aborted; url = left.shift()) {
      const record = await ask(state, url, signal);
      if (record.reason !== undefined) state.reasons.set(url, `asked again: ${record.reason}`);
      state.refetched.push(record);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function ask(state: PageState, url: string, signal: AbortSignal): Promise<RefetchedResource> {
  const { ports, resources } = state;
  const at = ports.clock.timestamp();
  try {
    const { status, contentType, bytes } = await ports.refetch(url, {
      most: MOST_EMBEDDED - heldBytes(state),
      signal,
    });
    const record = { url, at, status, bytes: bytes.length };
    if (status !== 200) return { ...record, reason: `HTTP ${status}` };
    resources.set(url, createResource(url, contentType, bytes));
    return record;
  } catch (thrown) {
    return { url, at, status: null, bytes: 0, reason: errorText(thrown) };
  }
}
