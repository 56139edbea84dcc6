import { toWellFormed } from '@/utils/domain/canonical-json';
import type { QrCodeRecord } from '@/utils/domain/capture';
import type { PageState } from './page-state';
import { openPhotographs } from './photographs';
import { openPicture } from './picture-pixels';
import { type PictureFile, pictureFiles, picturePlaces } from './qr-candidates';
import { createQrReader, type QrReader } from './qr-reader';
import { type PhotographedCodes, searchPhotographs } from './search-photographs';

const MOST_PLACES = 300;
const MOST_FILES = 200;

/**
 * The QR codes of the page, as the operative saw them: in the photographed pixels of every picture and canvas,
 * anywhere else in the photographs (drawn by a table, a background), then in the picture files that are out of
 * sight. A text that was read already is not listed again for a less exact place.
 */
export async function readQrCodes(state: PageState): Promise<void> {
  if (state.files.length === 0) return;
  const found = await state.steps.run('qr', async (signal) => {
    const reader = createQrReader(state.ports.clock, signal);
    const photographs = await openPhotographs(state);
    const places = picturePlaces(state, photographs.scale);
    reader.leaveOut(places.length - MOST_PLACES, `only ${MOST_PLACES} places are`);
    const seen = await searchPhotographs(photographs, places.slice(0, MOST_PLACES), reader);
    const codes = listCodes(seen);
    // The file of a picture that was seen would say the same again.
    const urls = new Set([...seen.inPlaces.keys()].map(({ url }) => url));
    const hidden = pictureFiles(state).filter(({ url }) => !urls.has(url));
    await searchFiles(hidden, reader, codes);
    return { codes, notes: reader.notes() };
  });
  if (!found) return;
  state.qrCodes = found.codes;
  state.notes.push(...found.notes);
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

async function searchFiles(files: readonly PictureFile[], reader: QrReader, codes: QrCodeRecord[]) {
  for (const { name, dataUrl } of files.slice(0, MOST_FILES)) {
    for (const { text: raw } of await reader.read(() => openPicture(dataUrl()))) {
      const text = toWellFormed(raw);
      if (!codes.some((code) => code.text === text)) codes.push({ text, place: name });
    }
  }
  reader.leaveOut(files.length - MOST_FILES, `only ${MOST_FILES} picture files are`);
}
