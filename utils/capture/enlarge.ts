import { blankLuma, copyLuma, type Luma } from './luma';

/** A picture `factor` times as big (bilinear) on white, with `margin` white pixels (of the given ones) around it. */
export function enlarge(luma: Luma, factor: number, margin: number): Luma {
  // One pixel of the margin more than what is shown: there is always a neighbour.
  const source = withMargin(luma, margin + 1);
  const big = blankLuma((luma.width + 2 * margin) * factor, (luma.height + 2 * margin) * factor);
  for (let y = 0, to = 0; y < big.height; y += 1) {
    const sourceY = (y + 0.5) / factor + 0.5;
    const top = Math.floor(sourceY);
    for (let x = 0; x < big.width; x += 1, to += 1) {
      const sourceX = (x + 0.5) / factor + 0.5;
      const left = Math.floor(sourceX);
      const at = top * source.width + left;
      const upper = mix(source.data, at, sourceX - left);
      const lower = mix(source.data, at + source.width, sourceX - left);
      big.data[to] = Math.round(upper + (lower - upper) * (sourceY - top));
    }
  }
  return big;
}

function mix(data: Uint8Array, at: number, share: number): number {
  const first = data[at] as number;
  return first + ((data[at + 1] as number) - first) * share;
}

function withMargin(luma: Luma, margin: number): Luma {
  const wide = blankLuma(luma.width + 2 * margin, luma.height + 2 * margin);
  wide.data.fill(255);
  copyLuma(wide, luma, margin, margin);
  return wide;
}
