import * as v from 'valibot';
import { bytesFromBase64, toBase64 } from '@/utils/domain/base64';
import { freeBytes } from '@/utils/domain/free-bytes';
import type { HeldFiles } from './held-files';
import type { CachedResource, UncachedResource } from './read-cached';

/** Bytes of one resource of the page. */
export interface Resource {
  readonly url: string;
  /** Lower case, without parameters. */
  readonly mediaType: string;
  /** True: drawn from the page, not the site's own file. */
  readonly pixels: boolean;
  /** Bytes of the body as it is at hand, encoded or not. */
  readonly size: number;
  /** Characters of its `data:` URL in `page.html`. */
  readonly urlLength: number;
  /** `data:` URL in base64; of a picture that is held, with its mark for that. */
  dataUrl(): string;
  /** The same with the picture itself in the place of a mark. */
  wholeUrl(): Promise<string>;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Decoded by the declared charset, a byte order mark, or as UTF-8. */
  text(): string;
}

/** Resources by absolute URL, without fragment. */
export type ResourceMap = Map<string, Resource>;

/**
 * A resource whose body is at hand as bytes, or as base64 without line breaks: then `body` writes that behind the head of
 * its `data:` URL, and the URL alone is kept.
 */
export function createResource(
  url: string,
  contentType: string,
  body: Uint8Array<ArrayBuffer> | ((head: string) => string),
  pixels = false,
): Resource {
  const mediaType = mediaTypeOf(contentType);
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
  const head = `data:${safeType};base64,`;
  const { decoded, ...kept } =
    typeof body === 'function' ? keptAsUrl(body(head), head.length) : keptAsBytes(body, head);
  let text: string | undefined;
  return {
    url,
    mediaType,
    pixels,
    ...kept,
    wholeUrl: async () => kept.dataUrl(),
    bytes: async () => decoded(),
    text() {
      text ??= decodeText(decoded(), charset);
      return text;
    },
  };
}

/** Files of which nothing is ever read as text. */
const HOLDABLE = /^(?:audio|font|image|video)\/(?!svg)[\w.+-]+$/;

/** Whether a file of this media type may be held. */
export function isHoldable(contentType: string): boolean {
  return HOLDABLE.test(mediaTypeOf(contentType));
}

/** A resource that may be held, whose body is at hand as base64 without line breaks. */
export async function holdResource(
  url: string,
  contentType: string,
  base64: string,
  held: HeldFiles,
  pixels = false,
): Promise<Resource> {
  const mediaType = mediaTypeOf(contentType);
  const head = `data:${mediaType};base64,`;
  const standIn = await held.hold(base64);
  const dataUrl = head + standIn;
  return {
    url,
    mediaType,
    pixels,
    size: base64.length,
    urlLength: head.length + base64.length,
    dataUrl: () => dataUrl,
    wholeUrl: async () => head + (await held.read(standIn)),
    bytes: async () => bytesFromBase64(await held.read(standIn)),
    // Whatever a page calls it.
    text: () => '',
  };
}

/** A picture drawn from the page. */
async function holdPicture(url: string, png: Blob, held: HeldFiles): Promise<Resource> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const base64 = toBase64(bytes);
  freeBytes(bytes);
  return holdResource(url, 'image/png', base64, held, true);
}

/** In lower case, without parameters. */
function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function keptAsUrl(data: string, headLength: number) {
  return {
    size: data.length - headLength,
    urlLength: data.length,
    dataUrl: () => data,
    decoded: () => bytesFromBase64(data.slice(headLength)),
  };
}

function keptAsBytes(bytes: Uint8Array<ArrayBuffer>, head: string) {
  let data: string | undefined;
  return {
    size: bytes.length,
    urlLength: head.length + Math.ceil(bytes.length / 3) * 4,
    dataUrl() {
      data ??= head + toBase64(bytes);
      return data;
    },
    decoded: () => bytes,
  };
}

function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  const declared = charset ?? /^@charset "([\w-]+)";/.exec(latin1(bytes.subarray(0, 64)))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes);
  } catch {
    // A charset that no decoder knows: the browser, too, then reads UTF-8.
    return new TextDecoder().decode(bytes);
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Looks a URL up as written and without its fragment. */
export function findResource(resources: ResourceMap, url: string): Resource | undefined {
  return resources.get(url) ?? resources.get(withoutFragment(url));
}

/** The URL up to its `#`. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}

const answersSchema = v.array(
  v.union([
    v.object({
      url: v.string(),
      mediaType: v.string(),
      body: v.union([v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]*={0,2}$/)), v.instance(Blob)]),
      pixels: v.optional(v.boolean()),
    }),
    v.object({ url: v.string(), reason: v.string() }),
  ]),
);

/** Checks what `readCached` gave back through the page's process. Throws a valibot `ValiError`. */
export function parseCacheAnswers(value: unknown): (CachedResource | UncachedResource)[] {
  return v.parse(answersSchema, value);
}

/** Adds what `readCached` gave; answers without bytes are passed over. Bytes that are there already stay. */
export async function addCached(
  resources: ResourceMap,
  answers: readonly (CachedResource | { url: string })[],
  held: HeldFiles,
): Promise<void> {
  for (const answer of answers) {
    if (!('body' in answer)) continue;
    const key = withoutFragment(answer.url);
    if (resources.has(key)) continue;
    const { body, mediaType, pixels } = answer;
    if (typeof body !== 'string') resources.set(key, await holdPicture(key, body, held));
    else if (isHoldable(mediaType))
      resources.set(key, await holdResource(key, mediaType, body, held, pixels));
    else
      resources.set(
        key,
        createResource(key, mediaType, (head) => head + body, pixels),
      );
  }
}
