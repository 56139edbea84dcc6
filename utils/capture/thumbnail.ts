/** Width of a list's picture, in pixels. */
const WIDTH = 320;
const HEIGHT = 200;

/** A small JPEG of a picture's upper part, for lists. No evidence: it is derived and not hashed. */
export async function makeThumbnail(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture);
  const scale = WIDTH / bitmap.width;
  const height = Math.max(1, Math.min(HEIGHT, Math.round(bitmap.height * scale)));
  const canvas = new OffscreenCanvas(WIDTH, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, bitmap.width, height / scale, 0, 0, WIDTH, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
