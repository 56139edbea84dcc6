/** By then the browser reads the file, which it goes on doing when its URL is gone. */
const REVOKED_AFTER_MS = 300_000;

/**
 * Hands a file to the browser's downloads, its type hidden, so that no browser opens captured HTML instead of saving
 * it. Its URL ends later: as long as it lives, the bytes stay on the disk, even those of a case that is gone.
 */
export function offerDownload(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKED_AFTER_MS);
}
