/** What a person wrote about a capture. Added, never edited: a correction is a further note that names the one it corrects. */
export interface CaptureNote {
  readonly id: string;
  readonly captureId: string;
  readonly text: string;
  /** The note that this one corrects; null: none. */
  readonly corrects: string | null;
  readonly by: string;
  readonly at: string;
}

/** A rectangle on one of a capture's pictures, whole pixels of that file from its top left corner. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture that a person marked for the annex. It is data beside the picture, which stays as it was taken. */
export interface PictureRegion extends PixelRect {
  readonly id: string;
  readonly captureId: string;
  /** Name and SHA-256 of the picture. */
  readonly file: string;
  readonly sha256: string;
  readonly caption: string;
  readonly by: string;
  readonly at: string;
}

const TAG_LENGTH = 60;

/** A tag as it is kept: spaces brought together, at most 60 characters. Blank: no tag. */
export function normaliseTag(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().slice(0, TAG_LENGTH).trim();
}

/** `tags` with `add` and without `remove`; spellings that differ in case alone are one tag, the first one stays. */
export function changeTags(
  tags: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): string[] {
  const gone = new Set(remove.map(tagKey));
  const kept = new Map<string, string>();
  for (const tag of [...tags, ...add].map(normaliseTag)) {
    const key = tagKey(tag);
    if (tag !== '' && !gone.has(key) && !kept.has(key)) kept.set(key, tag);
  }
  return [...kept.values()];
}

function tagKey(tag: string): string {
  return normaliseTag(tag).toLocaleLowerCase('ru');
}
