/**
 * Hands a file to the browser's downloads, its type hidden, so that no browser opens captured HTML instead of saving
 * it. A large one is read until it is saved: its URL lives as long as the page.
 */
export function offerDownload(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'));
  link.download = fileName;
  link.click();
}
