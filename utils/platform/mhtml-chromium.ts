import type { CaptureTarget } from '@/utils/capture/ports';

/** The page as MHTML (RFC 2557), which Chromium writes from memory: no request, nothing that the page notices. */
export async function saveMhtml({ tabId }: CaptureTarget): Promise<Blob> {
  const blob = await chrome.pageCapture.saveAsMHTML({ tabId });
  if (!blob) throw new Error('the browser gave no MHTML');
  // The Blob lives in a temporary file of the browser: a copy in memory outlives it.
  return new Blob([await blob.arrayBuffer()], { type: 'multipart/related' });
}
