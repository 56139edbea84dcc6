import { createResource, type ResourceMap, withoutFragment } from './resources';

const CR = 13;
const LF = 10;
const DASH = 45;
const EQUALS = 61;

/**
 * Resources of an MHTML file (RFC 2557) as Chromium writes it, by `Content-Location` and `cid:` URL. Bodies
 * are decoded when asked for; base64 stays base64. Throws if there is no multipart boundary.
 */
export function parseMhtml(bytes: Uint8Array): ResourceMap {
  const head = readHeaders(bytes, 0);
  const boundary = /boundary="?([^";]+)"?/i.exec(head.fields.get('content-type') ?? '')?.[1];
  if (!boundary) throw new Error('not MHTML: no multipart boundary');
  const resources: ResourceMap = new Map();
  const mark = new TextEncoder().encode(`--${boundary}`);
  let at = findBoundary(bytes, mark, head.end);
  while (at >= 0) {
    const start = at + mark.length;
    if (bytes[start] === DASH && bytes[start + 1] === DASH) break;
    const next = findBoundary(bytes, mark, start);
    const part = readHeaders(bytes, lineEnd(bytes, start));
    addPart(
      resources,
      part.fields,
      bytes.subarray(part.end, next < 0 ? bytes.length : beforeLineBreak(bytes, next)),
    );
    at = next;
  }
  return resources;
}

function addPart(resources: ResourceMap, fields: Map<string, string>, body: Uint8Array): void {
  const encoding = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  const size = body.length;
  const source =
    encoding === 'base64'
      ? { size, base64: () => compactBase64(body), bytes: () => fromBase64(compactBase64(body)) }
      : encoding === 'quoted-printable'
        ? { size, base64: () => toBase64(fromQuotedPrintable(body)), bytes: () => fromQuotedPrintable(body) }
        : { size, base64: () => toBase64(body), bytes: () => body };
  const type = fields.get('content-type') ?? '';
  const location = fields.get('content-location')?.trim();
  const id = fields.get('content-id')?.trim();
  const names = [location && withoutFragment(location), id && `cid:${id.replace(/^<|>$/g, '')}`];
  for (const name of names) {
    if (name && !resources.has(name)) resources.set(name, createResource(name, type, source));
  }
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

/** Base64 without white space: a `data:` URL in CSS may not hold line breaks. */
function compactBase64(body: Uint8Array): string {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte > 32) out[length++] = byte;
  }
  return new TextDecoder('latin1').decode(out.subarray(0, length));
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x6000) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 0x6000))));
  }
  return pieces.join('');
}

/** RFC 2045, 6.7. A `=` that begins no valid escape stands for itself. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array {
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
