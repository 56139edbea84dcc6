import { parseTextMap, type TextMap } from '@/utils/domain/text-map';
import { type ErrorRecord, ExpectedError, toErrorRecord } from '@/utils/errors';
import { store } from '../pages/services';

const MAP = 'text-map.json';

/** The stored text of a capture; null if it has none. Sightings' offsets are offsets into it. */
export async function readText(captureId: string): Promise<string | null> {
  const blob = await store.captures.blob(captureId, 'text.txt');
  return blob ? blob.text() : null;
}

/** Where the stored text stood, or as data the error that it can't be read; null if it was not recorded. */
export async function readTextMap(captureId: string): Promise<TextMap | ErrorRecord | null> {
  const blob = await store.captures.blob(captureId, MAP);
  if (!blob) return null;
  const map = parseTextMap(parseJson(await blob.text()));
  return map ?? toErrorRecord(new ExpectedError('artifact-damaged', { file: MAP }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
