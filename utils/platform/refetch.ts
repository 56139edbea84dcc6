import type { CapturePorts } from '@/utils/capture/ports';
import { hideOwnOrigin } from './own-origin';

/**
 * Asks a site for a file of its page once more, with the cookies that the browser has for it, and without a referrer
 * or anything that names the extension. Throws if there is no answer, or more than `most` bytes.
 */
export const refetch: CapturePorts['refetch'] = async (url, { most, signal }) => {
  await hideOwnOrigin();
  const response = await fetch(url, { credentials: 'include', referrerPolicy: 'no-referrer', signal });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > most) {
      await reader?.cancel();
      throw new Error('too much for one page');
    }
    pieces.push(piece.value);
  }
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()),
  };
};
