import type { JsonValue } from './json';

/**
 * Canonical JSON by RFC 8785: members sorted by UTF-16 code units, ECMAScript number and string forms,
 * no white space. Throws a TypeError for what JSON can't carry (NaN, infinities, lone surrogates, undefined).
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalJson(item)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`not a JSON value: ${typeof value}`);
  const members = Object.entries(value as { [key: string]: JsonValue })
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('not a JSON number');
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  // RFC 8785 section 3.2.2.2: a lone surrogate has no UTF-8 form, so it must stop, not be replaced.
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
    throw new TypeError('a lone surrogate has no canonical form');
  }
  return JSON.stringify(value);
}

/** Replaces lone surrogates by U+FFFD, so that a string taken from a page can enter canonical JSON. */
export function toWellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}
