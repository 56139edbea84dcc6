/**
 * Gives the memory of bytes back at once; nothing may read them any more. Firefox collects buffers so late that a capture of
 * many pictures took twice what it needs. Without effect where there is no `ArrayBuffer.prototype.transfer` (Node 20).
 */
export function freeBytes({ buffer }: ArrayBufferView<ArrayBuffer>): void {
  buffer.transfer?.(0);
}
