import { toWellFormed } from '@/utils/domain/canonical-json';
import type { QrCodeRecord } from '@/utils/domain/capture';
import type { Rect } from '@/utils/snapshot/frame-snapshot';
import { hasFinderPatterns } from './finder-patterns';
import type { PageState } from './page-state';
import { covers, piecesOf, shownPart } from './photograph-geometry';
import { drawPlace, openPhotographs, type Photograph, type Photographs } from './photographs';
import { openPicture, pixelsOf } from './picture-pixels';
import { pictureFiles, picturePlaces } from './qr-candidates';
import { createQrReader, type QrReader } from './qr-reader';
import { MOST_SIDE, type Pixels } from './read-qr';

const MOST_PLACES = 300;
const MOST_PIECES = 150;
const MOST_FILES = 200;

/** Device pixels of a place that is read as one; what is bigger is searched piece by piece with all the rest. */
const MOST_PIXELS = 16_000_000;

/** Device pixels for a CSS pixel that photographs are searched with: more would only take longer. */
const SEARCH_SCALE = 1.5;

interface Search {
  readonly reader: QrReader;
  readonly codes: QrCodeRecord[];
  /** URLs of the pictures that were seen: their files would say the same again. */
  readonly urls: Set<string>;
}

/**
 * The QR codes of the page, as the operative saw them: first in the photographed pixels of every picture and
 * canvas, then anywhere in the photographs where something looks like one (drawn by a table, a background), then in the picture files
 * that are out of sight. A text that was read already is not listed again for a less exact place.
 */
export async function readQrCodes(state: PageState): Promise<void> {
  if (state.files.length === 0) return;
  const found = await state.steps.run('qr', async (signal) => {
    const search: Search = {
      reader: createQrReader(state.ports.clock, signal),
      codes: [],
      urls: new Set(),
    };
    const photographs = await openPhotographs(state);
    try {
      await searchPlaces(state, photographs, search);
      await searchPhotographs(photographs, search);
    } finally {
      photographs.close();
    }
    await searchFiles(state, search);
    return search;
  });
  if (!found) return;
  state.qrCodes = found.codes;
  state.notes.push(...found.reader.notes());
}

async function searchPlaces(state: PageState, photographs: Photographs, search: Search): Promise<void> {
  const { scale, tiles, window } = photographs;
  const places = picturePlaces(state, scale);
  const known = new Set<string>();
  for (const { name, url, rect } of places.slice(0, MOST_PLACES)) {
    // The window first: it is what was seen at the click, with what is fixed to it and what covers the page.
    const isInWindow = window !== null && covers(window, rect, scale);
    const readings = isInWindow ? await readPlace([window], rect, scale, search.reader) : [];
    const all = readings.length > 0 ? readings : await readPlace(tiles, rect, scale, search.reader);
    if (isInWindow || shownPart(tiles, rect, scale)) search.urls.add(url);
    for (const { text, rect: box } of all) {
      const key = `${text}\n${url || name}`;
      if (!known.has(key)) search.codes.push({ text, place: name, rect: box });
      known.add(key);
    }
  }
  search.reader.leaveOut(places.length - MOST_PLACES, `only ${MOST_PLACES} places are`);
}

async function searchPhotographs(
  { window, tiles, panes, scale }: Photographs,
  search: Search,
): Promise<void> {
  const reading = Math.min(scale, SEARCH_SCALE);
  const pieces = [...(window ? [window] : []), ...tiles, ...panes].flatMap((photograph) =>
    piecesOf(photograph, scale, MOST_SIDE / reading).map((rect) => ({ photograph, rect })),
  );
  for (const { photograph, rect } of pieces.slice(0, MOST_PIECES)) {
    for (const { text, rect: box } of await readPlace(
      [photograph],
      rect,
      scale,
      search.reader,
      hasFinderPatterns,
    )) {
      if (search.codes.some((code) => code.text === text)) continue;
      const where = `at ${Math.round(box.x)}, ${Math.round(box.y)}`;
      const place = { place: `${photograph.name} ${where}` };
      // An inner area's pictures say where on it, not where on the page.
      search.codes.push({ text, ...place, ...(panes.includes(photograph) ? {} : { rect: box }) });
    }
  }
  search.reader.leaveOut(pieces.length - MOST_PIECES, `only ${MOST_PIECES} parts of the photographs are`);
}

async function searchFiles(state: PageState, { reader, codes, urls }: Search): Promise<void> {
  const files = pictureFiles(state).filter(({ url }) => !urls.has(url));
  for (const { name, dataUrl } of files.slice(0, MOST_FILES)) {
    for (const { text: raw } of await reader.read(() => openPicture(dataUrl()))) {
      const text = toWellFormed(raw);
      if (!codes.some((code) => code.text === text)) codes.push({ text, place: name });
    }
  }
  reader.leaveOut(files.length - MOST_FILES, `only ${MOST_FILES} picture files are`);
}

/** Readings of a part of the page, each with its place on the page in whole CSS pixels. */
async function readPlace(
  photographs: readonly Photograph[],
  rect: Rect,
  scale: number,
  reader: QrReader,
  isWorthReading: (pixels: Pixels) => boolean = () => true,
): Promise<{ text: string; rect: Rect }[]> {
  const shown = shownPart(photographs, rect, scale);
  if (!shown || shown.width * shown.height * scale * scale > MOST_PIXELS) return [];
  let factor = scale;
  const readings = await reader.read(async () => {
    const canvas = await drawPlace(photographs, shown, scale);
    if (!canvas) return [];
    const pixels = pixelsOf(canvas);
    factor = (scale * pixels.width) / canvas.width;
    return isWorthReading(pixels) ? [pixels] : [];
  });
  return readings.map(({ text, box }) => ({
    text: toWellFormed(text),
    rect: {
      x: Math.round(shown.x + box.x / factor),
      y: Math.round(shown.y + box.y / factor),
      width: Math.round(box.width / factor),
      height: Math.round(box.height / factor),
    },
  }));
}
