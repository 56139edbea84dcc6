import { ExpectedError } from '@/utils/errors';

const LIMIT_BYTES = 1_000_000;

/**
 * Sends a timestamp query (RFC 3161 3.4) and gives the answer, unchecked. Nothing but the query leaves: no cookies, no
 * referrer; a redirect is not followed; `limitMs` and 1 MB are the limits. Throws an ExpectedError (`timestamp-…`).
 */
export async function postTimestampQuery(
  url: string,
  query: Uint8Array<ArrayBuffer>,
  limitMs = 20_000,
): Promise<Uint8Array<ArrayBuffer>> {
  const { host } = new URL(url);
  const limit = AbortSignal.timeout(limitMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: query,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      signal: limit,
    });
    // A browser hides the redirect behind a type, Node shows it.
    const isRedirect = response.type === 'opaqueredirect' || Math.floor(response.status / 100) === 3;
    if (isRedirect) throw new ExpectedError('timestamp-redirect', { host });
    if (!response.ok) throw new ExpectedError('timestamp-status', { host, status: String(response.status) });
    return await readLimited(response, host);
  } catch (thrown) {
    if (thrown instanceof ExpectedError) throw thrown;
    if (limit.aborted) throw new ExpectedError('timestamp-slow', { host });
    // A TypeError: no such host, no connection, a certificate that the browser doesn't trust.
    throw new ExpectedError('timestamp-unreachable', { host, reason: String(thrown) });
  }
}

async function readLimited({ body }: Response, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece?.value) break;
    pieces.push(piece.value);
    size += piece.value.length;
    if (size <= LIMIT_BYTES) continue;
    await reader?.cancel();
    throw new ExpectedError('timestamp-unreachable', { host, reason: `more than ${LIMIT_BYTES} bytes` });
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
