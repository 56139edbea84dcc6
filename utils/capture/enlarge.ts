import type { Pixels } from './read-qr';

/** A picture `factor` times as big (bilinear) on white, with `margin` white pixels (of the given ones) around it. */
export function enlarge(pixels: Pixels, factor: number, margin: number): Pixels {
  const source = withMargin(pixels, margin + 1);
  const width = (pixels.width + 2 * margin) * factor;
  const height = (pixels.height + 2 * margin) * factor;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0, to = 0; y < height; y += 1) {
    // One pixel of the margin more than what is shown: there is always a neighbour.
    const sourceY = (y + 0.5) / factor + 0.5;
    const top = Math.floor(sourceY);
    for (let x = 0; x < width; x += 1, to += 4) {
      const sourceX = (x + 0.5) / factor + 0.5;
      const left = Math.floor(sourceX);
      const at = top * source.width + left;
      const upper = mix(source.luma, at, sourceX - left);
      const lower = mix(source.luma, at + source.width, sourceX - left);
      const grey = upper + (lower - upper) * (sourceY - top);
      data[to] = grey;
      data[to + 1] = grey;
      data[to + 2] = grey;
    }
  }
  return { width, height, data };
}

function mix(luma: Float32Array, at: number, share: number): number {
  const first = luma[at] as number;
  return first + ((luma[at + 1] as number) - first) * share;
}

/** Luminance on white, with that many white pixels around it. */
function withMargin({ width, height, data }: Pixels, margin: number) {
  const wide = width + 2 * margin;
  const luma = new Float32Array(wide * (height + 2 * margin)).fill(255);
  for (let y = 0, from = 0; y < height; y += 1) {
    let to = (y + margin) * wide + margin;
    for (let x = 0; x < width; x += 1, from += 4, to += 1) {
      const red = data[from] as number;
      const grey = red * 0.299 + (data[from + 1] as number) * 0.587 + (data[from + 2] as number) * 0.114;
      luma[to] = 255 + ((grey - 255) * (data[from + 3] as number)) / 255;
    }
  }
  return { width: wide, luma };
}
