/** SpiderMonkey alone has it, in pages and workers. */
const isFirefox = 'InternalError' in globalThis;

/**
 * Gives the memory of bytes back at once; nothing may read them any more. Firefox collects buffers so late that a capture of
 * many pictures took twice what it needs. Chromium frees a detached buffer later than one that it collects, so it is
 * left to itself.
 */
export function freeBytes({ buffer }: ArrayBufferView<ArrayBuffer>): void {
  if (isFirefox) buffer.transfer(0);
}
