import { toWellFormed } from '@/utils/domain/canonical-json';
import { isTileName, type QrCodeRecord } from '@/utils/domain/capture';
import { createFeed, type Feed } from './feed';
import type { CaptureFile } from './files';
import type { PageState } from './page-state';
import { openPhotographs, placeTiles, placeWindow, scaleOf } from './photographs';
import { openPicture } from './picture-pixels';
import { type PictureFile, pictureFiles, picturePlaces } from './qr-candidates';
import { createQrReader, type QrReader } from './qr-reader';
import { type PhotographedCodes, searchPage, searchPanes } from './search-photographs';

const MOST_PLACES = 300;
const MOST_FILES = 200;

/** A search of the page's photographs that was begun before the capture needs it. */
export interface EarlySearch {
  /** Those that it was given, the window's first. */
  readonly photographs: Blob[];
  readonly reader: QrReader;
  readonly codes: Promise<PhotographedCodes>;
  /** Gives it the next tile. */
  readonly add: (tile: CaptureFile) => void;
  /** There are no more. */
  readonly end: () => void;
}

/** What the picture files say, by URL. */
export interface FileSearch {
  readonly reader: QrReader;
  readonly texts: Map<string, readonly string[]>;
  /** Files that nothing on the page shows. */
  readonly early: Promise<void>;
}

/** Begins to read the picture files that stand nowhere on the page: no photograph will show them. */
export function searchFilesEarly(state: PageState): FileSearch {
  const reader = createQrReader(state.ports.clock);
  const texts = new Map<string, readonly string[]>();
  const placed = new Set(picturePlaces(state, scaleOf(state)).map(({ url }) => url));
  const files = pictureFiles(state).filter(({ url }) => !placed.has(url));
  state.fileSearch = { reader, texts, early: readFiles(files.slice(0, MOST_FILES), reader, texts) };
  return state.fileSearch;
}

/**
 * Begins to look for QR codes in the window's photograph while the browser is still asked for others. `assembled`: the page
 * is put together before tiles are decoded, for both take memory.
 */
export function searchEarly(state: PageState, assembled: Promise<void>): EarlySearch {
  state.early?.reader.stop();
  state.early?.end();
  const reader = createQrReader(state.ports.clock);
  const tiles = createFeed<CaptureFile>();
  const codes = searchPhotographs(state, readBehind(tiles, assembled), reader);
  // Whoever needs them hears of a failure.
  codes.catch(() => undefined);
  const photographs = photographsOf(state)
    .filter(({ name }) => !isTileName(name))
    .map(({ blob }) => blob);
  state.early = {
    photographs,
    reader,
    codes,
    add(tile) {
      photographs.push(tile.blob);
      tiles.push(tile);
    },
    end: tiles.end,
  };
  return state.early;
}

/** Looks for them in all photographs that there are. */
export function searchAll(state: PageState): EarlySearch {
  const search = searchEarly(state, Promise.resolve());
  for (const file of photographsOf(state)) if (isTileName(file.name)) search.add(file);
  search.end();
  return search;
}

/** The search that was begun early, if it was given all photographs: some come from elsewhere, or are taken anew. */
function begunSearch(state: PageState): EarlySearch | null {
  // A step that ran out of time may have left it waiting.
  state.early?.end();
  const there = photographsOf(state);
  const begun = state.early?.photographs ?? [];
  const isSame = begun.length === there.length && there.every(({ blob }, at) => blob === begun[at]);
  return isSame ? state.early : null;
}

async function* readBehind(tiles: Feed<CaptureFile>, assembled: Promise<void>): AsyncGenerator<CaptureFile> {
  await assembled.catch(() => undefined);
  yield* tiles.read();
}

/**
 * The QR codes of the page, as the operative saw them: in the photographed pixels of every picture and canvas,
 * anywhere else in the photographs (drawn by a table, a background), then in the picture files that are out of
 * sight. A text that was read already is not listed again for a less exact place.
 */
export async function readQrCodes(state: PageState): Promise<void> {
  if (state.files.length === 0) return;
  const found = await state.steps.run('qr', async (signal) => {
    const { reader, codes: early } = begunSearch(state) ?? searchAll(state);
    const inFiles = state.fileSearch ?? searchFilesEarly(state);
    signal.addEventListener('abort', reader.stop);
    signal.addEventListener('abort', inFiles.reader.stop);
    const seen = await early;
    const inPanes = await searchPanes(await openPhotographs(state), reader);
    const codes = listCodes({ ...seen, anywhere: [...seen.anywhere, ...inPanes] });
    // The file of a picture that was seen would say the same again.
    const urls = new Set([...seen.inPlaces.keys()].map(({ url }) => url));
    const hidden = pictureFiles(state).filter(({ url }) => !urls.has(url));
    await listFiles(hidden, inFiles, codes);
    return { codes, notes: [...reader.notes(), ...inFiles.reader.notes()] };
  });
  if (!found) return;
  state.qrCodes = found.codes;
  state.notes.push(...found.notes);
}

function photographsOf({ files }: PageState): CaptureFile[] {
  return files.filter(({ name, pixels }) => pixels === 'photographed' && !name.startsWith('pane-'));
}

async function searchPhotographs(
  state: PageState,
  files: AsyncIterable<CaptureFile>,
  reader: QrReader,
): Promise<PhotographedCodes> {
  const scale = scaleOf(state);
  const places = picturePlaces(state, scale);
  reader.leaveOut(places.length - MOST_PLACES, `only ${MOST_PLACES} places are`);
  const coming = { scale, window: await placeWindow(state), tiles: placeTiles(state, files) };
  return searchPage(coming, places.slice(0, MOST_PLACES), reader);
}

/** Each text once for a picture, and once more only where no picture has it. */
function listCodes({ inPlaces, anywhere }: PhotographedCodes): QrCodeRecord[] {
  const codes: QrCodeRecord[] = [];
  const known = new Set<string>();
  for (const [{ name, url }, readings] of inPlaces) {
    for (const { text, rect } of readings) {
      const key = `${text}\n${url || name}`;
      if (!known.has(key)) codes.push({ text, place: name, rect });
      known.add(key);
    }
  }
  for (const code of anywhere) if (!codes.some(({ text }) => text === code.text)) codes.push(code);
  return codes;
}

async function listFiles(
  files: readonly PictureFile[],
  { reader, texts, early }: FileSearch,
  codes: QrCodeRecord[],
): Promise<void> {
  await early;
  const searched = files.slice(0, MOST_FILES);
  await readFiles(searched, reader, texts);
  for (const { name, url } of searched) {
    for (const text of texts.get(url) ?? []) {
      if (!codes.some((code) => code.text === text)) codes.push({ text, place: name });
    }
  }
  reader.leaveOut(files.length - MOST_FILES, `only ${MOST_FILES} picture files are`);
}

async function readFiles(files: readonly PictureFile[], reader: QrReader, texts: FileSearch['texts']) {
  for (const { url, mediaType, bytes } of files) {
    if (texts.has(url)) continue;
    const readings = await reader.read(async () => openPicture(await bytes(), mediaType));
    texts.set(
      url,
      readings.map(({ text }) => toWellFormed(text)),
    );
  }
}
