import { toWellFormed } from '@/utils/domain/canonical-json';
import type { QrCodeRecord } from '@/utils/domain/capture';
import { mainFrame, type PageState } from './page-state';
import { openPhotographs } from './photographs';
import { openPicture } from './picture-pixels';
import { type PictureFile, pictureFiles, picturePlaces } from './qr-candidates';
import { createQrReader, type QrReader } from './qr-reader';
import { type PhotographedCodes, searchPage, searchPanes } from './search-photographs';

const MOST_PLACES = 300;
const MOST_FILES = 200;

/** A search of the page's photographs that was begun before the capture needs it. */
export interface EarlySearch {
  readonly photographs: readonly Blob[];
  readonly reader: QrReader;
  readonly codes: Promise<PhotographedCodes>;
}

/** What the picture files say, by URL. */
export interface FileSearch {
  readonly reader: QrReader;
  readonly texts: Map<string, readonly string[]>;
  /** Files that nothing on the page shows. */
  readonly early: Promise<void>;
}

/** Begins to read the picture files that stand nowhere on the page: no photograph will show them. */
export function searchFilesEarly(state: PageState): void {
  const reader = createQrReader(state.ports.clock);
  const texts = new Map<string, readonly string[]>();
  const placed = new Set(picturePlaces(state, scaleOf(state)).map(({ url }) => url));
  const files = pictureFiles(state).filter(({ url }) => !placed.has(url));
  state.fileSearch = { reader, texts, early: readFiles(files.slice(0, MOST_FILES), reader, texts) };
}

/** Begins to look for QR codes while the browser is still asked for other things. */
export function searchEarly(state: PageState): void {
  state.early?.reader.stop();
  const reader = createQrReader(state.ports.clock);
  const codes = searchPhotographs(state, reader);
  // Whoever needs them hears of a failure.
  codes.catch(() => undefined);
  state.early = { photographs: photographsOf(state), reader, codes };
}

/**
 * The QR codes of the page, as the operative saw them: in the photographed pixels of every picture and canvas,
 * anywhere else in the photographs (drawn by a table, a background), then in the picture files that are out of
 * sight. A text that was read already is not listed again for a less exact place.
 */
export async function readQrCodes(state: PageState): Promise<void> {
  if (state.files.length === 0) return;
  const found = await state.steps.run('qr', async (signal) => {
    const begun = photographsOf(state);
    // Photographs that were taken anew meanwhile are searched anew.
    const isSame = state.early?.photographs.every((blob, at) => blob === begun[at]);
    if (!isSame || state.early?.photographs.length !== begun.length) searchEarly(state);
    if (!state.fileSearch) searchFilesEarly(state);
    const { reader, codes: early } = state.early as EarlySearch;
    const inFiles = state.fileSearch as FileSearch;
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

function photographsOf({ files }: PageState): Blob[] {
  const onPage = files.filter(({ name, pixels }) => pixels === 'photographed' && !name.startsWith('pane-'));
  return onPage.map(({ blob }) => blob);
}

async function searchPhotographs(state: PageState, reader: QrReader): Promise<PhotographedCodes> {
  const photographs = await openPhotographs(state);
  const places = picturePlaces(state, photographs.scale);
  reader.leaveOut(places.length - MOST_PLACES, `only ${MOST_PLACES} places are`);
  return searchPage(photographs, places.slice(0, MOST_PLACES), reader);
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
  for (const { url, dataUrl } of files) {
    if (texts.has(url)) continue;
    const readings = await reader.read(() => openPicture(dataUrl()));
    texts.set(
      url,
      readings.map(({ text }) => toWellFormed(text)),
    );
  }
}

/** Device pixels for one CSS pixel. */
function scaleOf(state: PageState): number {
  return mainFrame(state)?.viewport.devicePixelRatio ?? 1;
}
