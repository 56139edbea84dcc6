import { toWellFormed } from '@/utils/domain/canonical-json';
import type { QrCodeRecord } from '@/utils/domain/capture';
import type { Rect } from '@/utils/snapshot/frame-snapshot';
import { covers, piecesOf, shownPart } from './photograph-geometry';
import { drawPlace, freeCanvas, lumaOfPlace, type Photograph, type Photographs } from './photographs';
import { shrunkLuma } from './picture-pixels';
import type { PicturePlace } from './qr-candidates';
import type { QrReader } from './qr-reader';
import { MOST_SIDE } from './read-qr';

const MOST_PIECES = 150;

/** Device pixels of a place that is read as one; what is bigger is searched piece by piece with all the rest. */
const MOST_PIXELS = 16_000_000;

/** Device pixels for a CSS pixel that photographs are searched with: more would only take longer. */
const SEARCH_SCALE = 1.5;

/** A code and where it stands on the page, in whole CSS pixels. */
interface Reading {
  readonly text: string;
  readonly rect: Rect;
}

/** What was read in the photographs. */
export interface PhotographedCodes {
  /** By place; no entry: no photograph shows it. */
  readonly inPlaces: ReadonlyMap<PicturePlace, readonly Reading[]>;
  /** Found by searching the photographs piece by piece, those in places again. */
  readonly anywhere: readonly QrCodeRecord[];
}

/** The photographs of a page, of which tiles may still come. */
export interface ComingPhotographs {
  readonly scale: number;
  readonly window: Photograph | null;
  readonly tiles: AsyncIterable<Photograph>;
}

/**
 * Reads the QR codes of `places` and of all the rest of the page, photograph by photograph, for each is decoded once. A place that
 * the window shows is read there first: it is what was seen at the click, with what covers the page.
 */
export async function searchPage(
  { window, tiles, scale }: ComingPhotographs,
  places: readonly PicturePlace[],
  reader: QrReader,
): Promise<PhotographedCodes> {
  const inPlaces = new Map<PicturePlace, readonly Reading[]>();
  const search = createPieceSearch(scale, reader);
  if (window) {
    for (const place of places.filter(({ rect }) => covers(window, rect, scale))) {
      inPlaces.set(place, await readIn([window], place.rect, scale, reader));
    }
    await search.searchPieces(window, true);
  }
  const left = new Set(places.filter((place) => !inPlaces.get(place)?.length));
  const there: Photograph[] = [];
  const readPlaces = async (isReady: (rect: Rect) => boolean) => {
    for (const place of left) {
      if (!isReady(place.rect) || !shownPart(there, place.rect, scale)) continue;
      inPlaces.set(place, await readIn(there, place.rect, scale, reader));
      left.delete(place);
    }
  };
  for await (const tile of tiles) {
    there.push(tile);
    const bottom = tile.top + tile.height / scale;
    // What reaches into the next tile is read when that is there, too.
    await readPlaces((rect) => rect.y + rect.height <= bottom);
    await search.searchPieces(tile, true);
  }
  await readPlaces(() => true);
  return { inPlaces, anywhere: search.codes };
}

/** The codes in pictures of inner areas: those say where on the area, not where on the page. */
export async function searchPanes({ panes, scale }: Photographs, reader: QrReader): Promise<QrCodeRecord[]> {
  const search = createPieceSearch(scale, reader);
  for (const pane of panes) await search.searchPieces(pane, false);
  return search.codes;
}

function createPieceSearch(scale: number, reader: QrReader) {
  const side = MOST_SIDE / Math.min(scale, SEARCH_SCALE);
  const codes: QrCodeRecord[] = [];
  let piecesLeft = MOST_PIECES;
  return {
    codes,
    async searchPieces(photograph: Photograph, isOnPage: boolean): Promise<void> {
      const pieces = piecesOf(photograph, scale, side);
      for (const piece of pieces.slice(0, piecesLeft)) {
        for (const { text, rect } of await readIn([photograph], piece, scale, reader)) {
          const place = `${photograph.name} at ${rect.x}, ${rect.y}`;
          codes.push({ text, place, ...(isOnPage ? { rect } : {}) });
        }
      }
      reader.leaveOut(pieces.length - piecesLeft, `only ${MOST_PIECES} parts of the photographs are`);
      piecesLeft = Math.max(0, piecesLeft - pieces.length);
    },
  };
}

/** Readings of a part of the page, each with its place on the page in whole CSS pixels. */
async function readIn(
  photographs: readonly Photograph[],
  rect: Rect,
  scale: number,
  reader: QrReader,
): Promise<Reading[]> {
  const shown = shownPart(photographs, rect, scale);
  if (!shown || shown.width * shown.height * scale * scale > MOST_PIXELS) return [];
  let factor = scale;
  const readings = await reader.read(async () => {
    if (Math.round(Math.max(shown.width, shown.height) * scale) <= MOST_SIDE) {
      const luma = await lumaOfPlace(photographs, shown, scale);
      return luma ? [luma] : [];
    }
    const canvas = await drawPlace(photographs, shown, scale);
    if (!canvas) return [];
    const luma = shrunkLuma(canvas);
    factor = (scale * luma.width) / canvas.width;
    freeCanvas(canvas);
    return [luma];
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
