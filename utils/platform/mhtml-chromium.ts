import type { CaptureTarget } from '@/utils/capture/ports';

const TRIES = 3;
/** Bytes that the worker holds of it at a time. */
const PIECE = 4 * 1024 * 1024;

/**
 * The page as MHTML (RFC 2557), which Chromium writes from memory: no request, nothing that the page notices.
 * The copy in memory outlives the browser's temporary file.
 */
export async function saveMhtml({ tabId }: CaptureTarget): Promise<Blob> {
  for (let tries = 1; ; tries += 1) {
    const blob = await chrome.pageCapture.saveAsMHTML({ tabId });
    if (!blob) throw new Error('the browser gave no MHTML');
    try {
      return new Blob(await copyPieces(blob), { type: 'multipart/related' });
    } catch (thrown) {
      // Chromium 156, first capture of a fresh profile: the temporary file may be gone before it is read.
      const isGone = thrown instanceof DOMException && thrown.name === 'NotFoundError';
      if (!isGone || tries === TRIES) throw thrown;
    }
  }
}

async function copyPieces(blob: Blob): Promise<Blob[]> {
  const pieces: Blob[] = [];
  for (let at = 0; at < blob.size; at += PIECE) {
    pieces.push(new Blob([await blob.slice(at, at + PIECE).arrayBuffer()]));
  }
  return pieces;
}
