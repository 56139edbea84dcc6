/** Pixels in RGBA, four bytes each, from the top left corner. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Brightness of pixels, a byte each, from the top left corner. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A black picture, to be drawn on by `putLuma`. */
export function blankLuma(width: number, height: number): Luma {
  return { width, height, data: new Uint8Array(width * height) };
}

/** Brightness of opaque pixels: (R + 2 G + B) / 4. `into`, from its row `row` on, must have their width. */
export function putLuma(into: Luma, { width, height, data }: Pixels, row = 0): Luma {
  let to = row * width;
  for (let at = 0, end = width * height * 4; at < end; at += 4, to += 1) {
    into.data[to] = ((data[at] as number) + 2 * (data[at + 1] as number) + (data[at + 2] as number)) >> 2;
  }
  return into;
}

/** Brightness of opaque pixels. */
export function lumaOf(pixels: Pixels): Luma {
  return putLuma(blankLuma(pixels.width, pixels.height), pixels);
}

/** Copies the part of `from` that lies on `into` when its top left corner is at (`x`, `y`) of that. */
export function copyLuma(into: Luma, from: Luma, x: number, y: number): void {
  const left = Math.max(0, x);
  const right = Math.min(into.width, x + from.width);
  if (right <= left) return;
  for (let row = Math.max(0, y); row < Math.min(into.height, y + from.height); row += 1) {
    const start = from.data.byteOffset + (row - y) * from.width + left - x;
    // `subarray` would do the same, but in Firefox takes many times as long.
    into.data.set(new Uint8Array(from.data.buffer, start, right - left), row * into.width + left);
  }
}
