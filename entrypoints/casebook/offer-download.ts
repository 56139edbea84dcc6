/** Hands a file to the browser's downloads. A large one is read until it is saved: its URL lives as long as the page. */
export function offerDownload(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
}
