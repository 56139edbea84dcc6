import { bytesFromBase64 } from '@/utils/domain/base64';
import { rectOnPage } from '@/utils/snapshot/assemble-state';
import type { FrameSnapshot, Rect, ResourceKind } from '@/utils/snapshot/frame-snapshot';
import type { PageState } from './page-state';
import { LEAST_SIDE } from './read-qr';

/** A picture of the page: where it stands, and what it is called in `capture.json`. */
export interface PicturePlace {
  readonly name: string;
  /** Empty for canvases. */
  readonly url: string;
  /** CSS pixels of the top document. */
  readonly rect: Rect;
}

/** Bytes of a picture that may be out of sight. */
export interface PictureFile {
  readonly name: string;
  readonly url: string;
  readonly mediaType: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

const PICTURES: readonly ResourceKind[] = ['img', 'canvas', 'video-frame', 'svg', 'object'];
const RASTER = 'image/(?:png|jpe?g|gif|webp|bmp|avif)';
const RASTER_TYPE = new RegExp(`^${RASTER}$`);
const EMBEDDED = new RegExp(`data:${RASTER};base64,[A-Za-z0-9+/]+={0,2}`, 'g');
const LONGEST_NAME = 300;

/** All pictures of all frames that are big enough for a QR code; one that stands there again and again, once. */
export function picturePlaces({ seen }: PageState, scale: number): PicturePlace[] {
  const frames = seen.map(({ snapshot }) => snapshot);
  const byPath = new Map(frames.map((frame) => [frame.path.join('.'), frame]));
  const found = new Map<string, PicturePlace>();
  for (const frame of frames) {
    for (const { kind, url, rect } of frame.places) {
      const onPage = PICTURES.includes(kind) ? rectOnPage(byPath, frame, rect) : null;
      if (!onPage || Math.min(onPage.width, onPage.height) * scale < LEAST_SIDE) continue;
      const { x, y, width, height } = onPage;
      const key = url ? `${kind} ${url} ${width} ${height}` : `${kind} ${x} ${y}`;
      const where = url || `at ${Math.round(x)}, ${Math.round(y)}`;
      if (!found.has(key)) found.set(key, { name: nameOf(frame, `${kind} ${where}`), url, rect: onPage });
    }
  }
  return [...found.values()];
}

/** Raster pictures among the page's resources, and those that its markup and styles carry in themselves. */
export function pictureFiles({ seen, resources }: PageState): PictureFile[] {
  const files = new Map<string, PictureFile>();
  for (const { url, mediaType, bytes } of resources.values()) {
    if (!RASTER_TYPE.test(mediaType)) continue;
    files.set(url, { name: nameOf(null, `file ${url}`), url, mediaType, bytes });
  }
  for (const { snapshot } of seen) {
    for (const [dataUrl] of textsOf(snapshot).flatMap((text) => [...text.matchAll(EMBEDDED)])) {
      if (files.has(dataUrl)) continue;
      files.set(dataUrl, {
        name: nameOf(snapshot, `file ${dataUrl}`),
        url: dataUrl,
        mediaType: dataUrl.slice('data:'.length, dataUrl.indexOf(';')),
        bytes: async () => bytesFromBase64(dataUrl.slice(dataUrl.indexOf(',') + 1)),
      });
    }
  }
  return [...files.values()];
}

function textsOf({ parts }: FrameSnapshot): string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return part;
    if (part.k === 'style') return part.text;
    if (part.k === 'url') return part.left ? [] : part.url;
    return part.k === 'sheet' ? part.pieces.flatMap((piece) => ('text' in piece ? piece.text : [])) : [];
  });
}

/** A bracket stands for an attribute in a source's place, so a URL may not bring its own. */
function nameOf(frame: FrameSnapshot | null, what: string): string {
  const path = frame && frame.path.length > 0 ? `${frame.path.join('.')} ` : '';
  const short = what.startsWith('data:', what.indexOf(' ') + 1) ? `${what.slice(0, 60)}…` : what;
  return `${path}${short.slice(0, LONGEST_NAME).replaceAll('[', '%5B').replaceAll(']', '%5D')}`;
}
