import type { Candidate, Stream } from './family';
import { parseLink } from './link';
import { readMail } from './mail';
import { findSplitTokens } from './split-tokens';

/** One entry a UTF-16 code unit: asked for each character, a table is much faster than a pattern. */
const HOST_CHARACTERS = tableOf(
  /[A-Za-z0-9_.\-\u00a1-\uffef]/,
  /[\u2000-\u206f\u3000-\u303f\ufffc\u00ab\u00bb]/,
);
const LINK_ENDS = tableOf(/[\s<>"'`{}|\\^[\]«»“”„\u2026\ufffc]/);
const LOCAL_CHARACTERS = tableOf(/[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/);
const HOST_AHEAD = /^(?:\[|[^\s:/?#@.][^\s:/?#@]{0,36}(?:$|[/?#\s@]|:(?!\/\/)))/;
const ALPHANUMERIC = tableOf(/[A-Za-z0-9]/);
const LONGEST_LINK = 2048;
const SHORTEST_TOKEN = 25;
const LONGEST_TOKEN = 2000;

function tableOf(characters: RegExp, except = /(?!)/): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, code) => {
    const character = String.fromCharCode(code);
    return characters.test(character) && !except.test(character) ? 1 : 0;
  });
}

/** Whether the character at `at` is one of the table's; none stands outside the text. */
function isOf(table: Uint8Array, text: string, at: number): boolean {
  return at >= 0 && at < text.length && table[text.charCodeAt(at)] === 1;
}

/** Cuts sentence punctuation and unbalanced brackets off the end of a link. */
function trimLink(raw: string): string {
  let end = raw.length;
  while (end > 0) {
    const last = raw[end - 1] ?? '';
    if (/[.,;:!?*'"_~]/.test(last) && !(last === '_' && raw.includes('/'))) end -= 1;
    else if (last === ')' && !raw.slice(0, end).includes('(')) end -= 1;
    else if (last === ')' && raw.slice(0, end).split(')').length > raw.slice(0, end).split('(').length)
      end -= 1;
    else break;
  }
  return raw.slice(0, end);
}

function linkEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_LINK);
  let end = from;
  while (end < limit && !isOf(LINK_ENDS, text, end)) end += 1;
  return end;
}

function schemeLink(text: string, colon: number, floor: number): Candidate | undefined {
  let start = colon;
  while (start > floor && start > colon - 15 && /[A-Za-z0-9+.-]/.test(text[start - 1] ?? '')) start -= 1;
  while (start < colon && !/[A-Za-z]/.test(text[start] ?? '')) start += 1;
  if (start === colon) return undefined;
  // Cheap first: without a host there is no link, however long what follows is.
  if (!HOST_AHEAD.test(text.slice(colon + 3, colon + 40))) return undefined;
  const literal = /^\[[0-9a-f:.]{2,45}\]/i.exec(text.slice(colon + 3, colon + 52))?.[0] ?? '';
  return linkCandidate(text, start, linkEnd(text, colon + 3 + literal.length));
}

function bareLink(text: string, dot: number, floor: number): Candidate | undefined | number {
  let start = dot;
  while (start > floor && start > dot - 200 && isOf(HOST_CHARACTERS, text, start - 1)) start -= 1;
  let end = dot;
  while (end < dot + 200 && isOf(HOST_CHARACTERS, text, end)) end += 1;
  const before = text[start - 1] ?? '';
  const isProtocolRelative = before === '/' && text[start - 2] === '/' && text[start - 3] !== ':';
  if (start === dot || text[end] === '@' || before === '@') return end;
  // The host of a Matrix user id.
  if (before === ':' && /@[\w.=/-]{1,60}:$/.test(text.slice(Math.max(0, start - 62), start))) return end;
  if (/[/\\$%#&]/.test(before) && !isProtocolRelative) return end;
  while (/[-_.]/.test(text[start] ?? '')) start += 1;
  const hasPath = /[/?#]/.test(text[end] ?? '') || /^:\d{2,5}(?!\d)/.test(text.slice(end, end + 7));
  return linkCandidate(text, start, hasPath ? linkEnd(text, end) : end);
}

function linkCandidate(text: string, start: number, end: number): Candidate | undefined {
  const raw = trimLink(text.slice(start, end));
  const link = parseLink(raw, start);
  return link && { text: raw, start, end: start + raw.length, link };
}

function findLinks(text: string, visit: (candidate: Candidate) => void): void {
  const trigger = /:\/\/|\.(?=[A-Za-z\u0400-\u04ff])/g;
  let floor = 0;
  for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
    const found =
      match[0] === '://' ? schemeLink(text, match.index, floor) : bareLink(text, match.index, floor);
    if (typeof found === 'number') floor = found;
    else if (found) {
      floor = Math.max(found.end, match.index + 1);
      visit(found);
    }
    trigger.lastIndex = Math.max(floor, match.index + match[0].length);
  }
}

function findAtSigns(text: string, visit: (candidate: Candidate) => void): void {
  let floor = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(at + 1, floor))) {
    let start = at;
    while (start > floor && start > at - 65 && isOf(LOCAL_CHARACTERS, text, start - 1)) start -= 1;
    let end = at + 1;
    while (end < at + 255 && isOf(HOST_CHARACTERS, text, end)) end += 1;
    floor = end;
    // No name and no host is as short as one character.
    if (end <= at + 2) continue;
    const mail = start < at ? readMail(text, at) : undefined;
    const around = text.slice(start, end);
    visit(mail ? { text: around, start, end, at, mail } : { text: around, start, end, at });
  }
}

function findTokens(text: string, visit: (candidate: Candidate) => void): void {
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (isOf(ALPHANUMERIC, text, at)) continue;
    if (at - start >= SHORTEST_TOKEN) {
      const end = Math.min(at, start + LONGEST_TOKEN);
      visit({ text: text.slice(start, end), start, end });
    }
    start = at + 1;
  }
}

function matchAll(pattern: RegExp): Stream['find'] {
  return (text, visit) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      visit({ text: match[0], start: match.index, end: pattern.lastIndex });
    }
  };
}

/** Links: everything with `scheme://`, and bare hosts with or without a path. */
export const LINKS: Stream = {
  name: 'links',
  find: findLinks,
  exclusive: true,
  takes: true,
  outsideTaken: false,
};

/** What stands around an `@`: mails, JIDs, mentions. */
export const AT_SIGNS: Stream = {
  name: 'at-signs',
  find: findAtSigns,
  exclusive: true,
  takes: true,
  outsideTaken: true,
};

/** Runs of digits with the spaces, dots, brackets and hyphens that people put between them. */
export const NUMBERS: Stream = {
  name: 'numbers',
  find: matchAll(/(?<![\dA-Za-z_])\+?\(?\d(?:[ .()-]{0,3}\d){5,400}(?![\dA-Za-z_])/g),
  exclusive: true,
  takes: true,
  outsideTaken: true,
};

/** Long runs of letters and digits: addresses and keys. */
export const TOKENS: Stream = {
  name: 'tokens',
  find: findTokens,
  exclusive: true,
  takes: false,
  outsideTaken: false,
};

/** Addresses in pieces: what families take here must pass a checksum once it is joined. */
export const SPLIT_TOKENS: Stream = {
  name: 'split-tokens',
  find: findSplitTokens,
  exclusive: true,
  takes: false,
  outsideTaken: false,
};

/** A stream of one family's own; `pattern` is global and bounded, `trigger` spares texts that can't match. */
export function ownStream(name: string, pattern: RegExp, trigger?: RegExp): Stream {
  const find = matchAll(pattern);
  return {
    name,
    find(text, visit) {
      if (!trigger || trigger.test(text)) find(text, visit);
    },
    exclusive: true,
    takes: true,
    outsideTaken: true,
  };
}
