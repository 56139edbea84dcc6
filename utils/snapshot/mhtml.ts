import type { HeldFiles } from './held-files';
import { createResource, holdResource, isHoldable, type ResourceMap, withoutFragment } from './resources';

const CR = 13;
const LF = 10;
const DASH = 45;
const EQUALS = 61;

/** Bytes of the file that are looked at in one go. */
const PIECE = 4 * 1024 * 1024;
/** Enough for the header fields of a part. */
const HEAD = 64 * 1024;

/** What an MHTML file has besides documents. */
export interface MhtmlResources {
  readonly resources: ResourceMap;
  /** What would have been more than may be held. */
  readonly left: readonly string[];
}

/** Where a part of the file begins, after its boundary, and ends; `bytes` if it lies in one piece. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/**
 * Resources of an MHTML file (RFC 2557) as Chromium writes it, by `Content-Location` and `cid:` URL: no more than `most`
 * bytes of bodies, and of the file never more than a piece and a part; pictures and the like may be `held`. Documents are passed
 * over: frames tell of themselves. Throws if there is no multipart boundary.
 */
export async function parseMhtml(
  file: Blob,
  held: HeldFiles,
  most = Number.POSITIVE_INFINITY,
  piece = PIECE,
): Promise<MhtmlResources> {
  const head = readHeaders(await read(file, 0, HEAD), 0);
  const boundary = /boundary="?([^";]+)"?/i.exec(head.fields.get('content-type') ?? '')?.[1];
  if (!boundary) throw new Error('not MHTML: no multipart boundary');
  const resources: ResourceMap = new Map();
  const left: string[] = [];
  let taken = 0;
  for await (const { start, end, bytes } of spansOf(file, `--${boundary}`, head.end, piece)) {
    const top = bytes ?? (await read(file, start, Math.min(end, start + HEAD)));
    const { fields, end: bodyStart } = readHeaders(top, lineEnd(top, 0));
    if (/^text\/html\b/i.test(fields.get('content-type') ?? '')) continue;
    if (taken + end - start > most) {
      left.push(...namesOf(fields).slice(0, 1));
      continue;
    }
    taken += end - start;
    const body = (bytes ?? (await read(file, start, end))).subarray(bodyStart);
    await addPart(resources, fields, body, held);
  }
  return { resources, left };
}

async function read(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}

/** The parts between boundaries, in order, piece by piece. The last one may be cut off. */
async function* spansOf(file: Blob, boundary: string, from: number, piece: number): AsyncGenerator<Span> {
  const mark = new TextEncoder().encode(boundary);
  // Two bytes behind a boundary say whether it is the last, two before it are its line break: pieces overlap so far.
  const margin = mark.length + 2;
  let open = -1;
  for (let at = from; at < file.size; at += piece) {
    const base = Math.max(0, at - margin - 2);
    const seen = await read(file, base, at + piece);
    const isLast = at + piece >= file.size;
    const within = seen.length - (isLast ? 0 : margin);
    let next = findBoundary(seen, mark, at === from ? at - base : 2);
    for (; next >= 0 && next < within; next = findBoundary(seen, mark, next + mark.length)) {
      const end = base + beforeLineBreak(seen, next);
      if (open >= 0) yield span(open, end, base, seen);
      open = base + next + mark.length;
      if (seen[next + mark.length] === DASH && seen[next + mark.length + 1] === DASH) return;
    }
    if (isLast && open >= 0) yield span(open, file.size, base, seen);
  }
}

function span(start: number, end: number, base: number, seen: Uint8Array<ArrayBuffer>): Span {
  return { start, end, bytes: start >= base ? seen.subarray(start - base, end - base) : null };
}

function namesOf(fields: Map<string, string>): string[] {
  const location = fields.get('content-location')?.trim();
  const id = fields.get('content-id')?.trim();
  const names = [location && withoutFragment(location), id && `cid:${id.replace(/^<|>$/g, '')}`];
  return names.filter((name): name is string => Boolean(name));
}

async function addPart(
  resources: ResourceMap,
  fields: Map<string, string>,
  body: Uint8Array<ArrayBuffer>,
  held: HeldFiles,
): Promise<void> {
  const names = namesOf(fields);
  const [url = ''] = names;
  const type = fields.get('content-type') ?? '';
  const encoding = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  const resource =
    encoding === 'base64' && isHoldable(type)
      ? await holdResource(url, type, compactBase64(body, ''), held)
      : createResource(url, type, contentOf(body, encoding));
  for (const name of names) if (!resources.has(name)) resources.set(name, resource);
}

/** A copy: of the piece of the file nothing is held. */
function contentOf(
  body: Uint8Array<ArrayBuffer>,
  encoding: string,
): Uint8Array<ArrayBuffer> | ((head: string) => string) {
  if (encoding === 'base64') return (head) => compactBase64(body, head);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body.slice();
}

/** Start of the next line that begins with the boundary, or -1. */
function findBoundary(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  let at = bytes.indexOf(DASH, from);
  while (at >= 0) {
    if ((at === 0 || bytes[at - 1] === LF) && startsWith(bytes, mark, at)) return at;
    at = bytes.indexOf(DASH, at + 1);
  }
  return -1;
}

function startsWith(bytes: Uint8Array, mark: Uint8Array, at: number): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark[i]) return false;
  return true;
}

/** First byte after the line that contains `at`. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(LF, at);
  return found < 0 ? bytes.length : found + 1;
}

/** The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1). */
function beforeLineBreak(bytes: Uint8Array, at: number): number {
  let end = at;
  if (end > 0 && bytes[end - 1] === LF) end--;
  if (end > 0 && bytes[end - 1] === CR) end--;
  return end;
}

/** Header fields up to the first empty line; names in lower case, folded lines joined (RFC 5322, 2.2.3). */
function readHeaders(bytes: Uint8Array, from: number): { fields: Map<string, string>; end: number } {
  const fields = new Map<string, string>();
  const decoder = new TextDecoder();
  let name = '';
  let at = from;
  while (at < bytes.length) {
    const end = lineEnd(bytes, at);
    const line = decoder.decode(bytes.subarray(at, end)).replace(/\r?\n$/, '');
    at = end;
    if (line === '') break;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && name) {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
    } else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  return { fields, end: at };
}

/** Base64 behind a head, without white space: a `data:` URL in CSS may not hold line breaks. */
function compactBase64(body: Uint8Array, head: string): string {
  const out = new Uint8Array(head.length + body.length);
  let length = new TextEncoder().encodeInto(head, out).written;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte > 32) out[length++] = byte;
  }
  return new TextDecoder('latin1').decode(out.subarray(0, length));
}

/** RFC 2045, 6.7. A `=` that begins no valid escape stands for itself. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const soft = softBreak(body, i + 1);
    if (soft > 0) {
      i += soft;
      continue;
    }
    const high = hexDigit(body[i + 1]);
    const low = hexDigit(body[i + 2]);
    if (high < 0 || low < 0) {
      out[length++] = byte;
    } else {
      out[length++] = high * 16 + low;
      i += 2;
    }
  }
  return out.slice(0, length);
}

/** Bytes of a soft line break after `=`; 0 if there is none. */
function softBreak(body: Uint8Array, at: number): number {
  let end = at;
  while (body[end] === 32 || body[end] === 9) end++;
  if (body[end] === CR && body[end + 1] === LF) return end + 2 - at;
  if (body[end] === LF) return end + 1 - at;
  return 0;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
}
