import * as v from 'valibot';
import { bytesFromBase64, toBase64 } from '@/utils/domain/base64';
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
  /** `data:` URL in base64. */
  dataUrl(): string;
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
  body: Uint8Array | ((head: string) => string),
  pixels = false,
): Resource {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
  const safeType = /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
  const head = `data:${safeType};base64,`;
  const { size, bytes, dataUrl } =
    typeof body === 'function' ? keptAsUrl(body(head), head.length) : keptAsBytes(body, head);
  let text: string | undefined;
  return {
    url,
    mediaType,
    pixels,
    size,
    dataUrl,
    text() {
      text ??= decodeText(bytes(), charset);
      return text;
    },
  };
}

function keptAsUrl(data: string, headLength: number) {
  return {
    size: data.length - headLength,
    dataUrl: () => data,
    bytes: () => bytesFromBase64(data.slice(headLength)),
  };
}

function keptAsBytes(bytes: Uint8Array, head: string) {
  let data: string | undefined;
  return {
    size: bytes.length,
    dataUrl() {
      data ??= head + toBase64(bytes);
      return data;
    },
    bytes: () => bytes,
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
      base64: v.pipe(v.string(), v.regex(/^[A-Za-z\d+/]*={0,2}$/)),
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
export function addCached(
  resources: ResourceMap,
  answers: readonly (CachedResource | { url: string })[],
): void {
  for (const answer of answers) {
    if (!('base64' in answer)) continue;
    const key = withoutFragment(answer.url);
    if (resources.has(key)) continue;
    resources.set(
      key,
      createResource(key, answer.mediaType, (head) => head + answer.base64, answer.pixels),
    );
  }
}
