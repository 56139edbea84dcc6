import type { Pixels } from './read-qr';

/** A picture `factor` times as big (bilinear) on white, with `margin` white pixels (of the given ones) around it. */
export function enlarge(pixels: Pixels, factor: number, margin: number): Pixels {
  const luma = lumaOnWhite(pixels);
  const width = (pixels.width + 2 * margin) * factor;
  const height = (pixels.height + 2 * margin) * factor;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const at = (x: number, y: number) =>
    x < 0 || y < 0 || x >= pixels.width || y >= pixels.height ? 255 : (luma[y * pixels.width + x] ?? 255);
  for (let y = 0; y < height; y += 1) {
    const sourceY = (y + 0.5) / factor - 0.5 - margin;
    const top = Math.floor(sourceY);
    for (let x = 0; x < width; x += 1) {
      const sourceX = (x + 0.5) / factor - 0.5 - margin;
      const left = Math.floor(sourceX);
      const upper = mix(at(left, top), at(left + 1, top), sourceX - left);
      const lower = mix(at(left, top + 1), at(left + 1, top + 1), sourceX - left);
      data.fill(mix(upper, lower, sourceY - top), (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

function mix(first: number, second: number, share: number): number {
  return first + (second - first) * share;
}

function lumaOnWhite({ width, height, data }: Pixels): Float32Array {
  const luma = new Float32Array(width * height);
  for (let index = 0; index < luma.length; index += 1) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(index * 4, index * 4 + 4);
    const grey = red * 0.299 + green * 0.587 + blue * 0.114;
    luma[index] = mix(255, grey, alpha / 255);
  }
  return luma;
}
