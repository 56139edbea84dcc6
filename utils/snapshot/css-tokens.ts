/** A token's value and the index after it. */
export interface Token {
  readonly value: string;
  readonly end: number;
}

/**
 * True if CSSOM text lost declarations. A shorthand with `var()` of which one part is overridden
 * (`font: 1rem var(--x); font-weight: 700`) has no text there: browsers write `font-style: ;`, in MHTML too.
 */
export function hasLostDeclarations(css: string): boolean {
  return /[{;]\s*[a-z][\w-]*: ?;/.test(css);
}

const PLAIN_NAME = /[-\w\u0080-\uffff]+/y;
const HEX = /[\da-fA-F]{1,6}/y;

/** True if a name (CSS Syntax 3, 4.3.9) can begin here. */
export function startsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isNameStart(code)) return true;
  if (code === 45) {
    const next = text.charCodeAt(at + 1);
    return next === 45 || isNameStart(next) || isEscape(text, at + 1);
  }
  return isEscape(text, at);
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

function isEscape(text: string, at: number): boolean {
  return text.charCodeAt(at) === 92 && at + 1 < text.length && !/[\n\r\f]/.test(text.charAt(at + 1));
}

/** Name at `at`, escapes resolved. */
export function readName(text: string, at: number): Token {
  let value = '';
  let end = at;
  while (end < text.length) {
    PLAIN_NAME.lastIndex = end;
    const plain = PLAIN_NAME.exec(text);
    if (plain) {
      value += plain[0];
      end = PLAIN_NAME.lastIndex;
    } else if (isEscape(text, end)) {
      const escaped = readEscape(text, end);
      value += escaped.value;
      end = escaped.end;
    } else {
      break;
    }
  }
  return { value, end };
}

/** Escape whose backslash stands at `at`. */
function readEscape(text: string, at: number): Token {
  HEX.lastIndex = at + 1;
  const hex = HEX.exec(text);
  if (!hex) {
    const value = String.fromCodePoint(text.codePointAt(at + 1) ?? 0xfffd);
    return { value, end: at + 1 + value.length };
  }
  let end = HEX.lastIndex;
  if (text.startsWith('\r\n', end)) end += 2;
  else if (/\s/.test(text.charAt(end))) end += 1;
  const code = Number.parseInt(hex[0], 16);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return { value: String.fromCodePoint(valid ? code : 0xfffd), end };
}

/** String whose quote stands at `at`; ends at its quote, at an unescaped line break, or at the end. */
export function readString(text: string, at: number): Token & { readonly closed: boolean } {
  const quote = text.charAt(at);
  let value = '';
  let end = at + 1;
  let from = end;
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === quote) return { value: value + text.slice(from, end), end: end + 1, closed: true };
    if (character === '\n' || character === '\r' || character === '\f') break;
    if (character !== '\\') {
      end++;
      continue;
    }
    value += text.slice(from, end);
    const broken = /^\\(?:\r\n|[\n\r\f]|$)/.exec(text.slice(end, end + 3));
    if (broken) {
      end += broken[0].length;
    } else {
      const escaped = readEscape(text, end);
      value += escaped.value;
      end = escaped.end;
    }
    from = end;
  }
  return { value: value + text.slice(from, end), end, closed: false };
}

/** What follows `url(`: the URL and the index after `)`; value null if it is malformed. */
export function readUrl(text: string, at: number): { readonly value: string | null; readonly end: number } {
  let end = skipSpace(text, at);
  const first = text.charAt(end);
  if (first === '"' || first === "'") {
    const string = readString(text, end);
    end = skipSpace(text, string.end);
    if (text.charAt(end) === ')' || end >= text.length)
      return { value: string.value, end: Math.min(end + 1, text.length) };
    // Modifiers after the string are allowed by the grammar and supported by no browser.
    const close = text.indexOf(')', end);
    return { value: null, end: close < 0 ? text.length : close + 1 };
  }
  let value = '';
  while (end < text.length) {
    const character = text.charAt(end);
    if (character === ')') return { value: value.trimEnd(), end: end + 1 };
    if (character === '\\' && isEscape(text, end)) {
      const escaped = readEscape(text, end);
      value += escaped.value;
      end = escaped.end;
      continue;
    }
    value += character;
    end++;
  }
  return { value: value.trimEnd(), end };
}

/** Index after white space and comments. */
export function skipSpace(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (/\s/.test(text.charAt(end)) && end < text.length) end++;
    if (!text.startsWith('/*', end)) return end;
    const close = text.indexOf('*/', end + 2);
    end = close < 0 ? text.length : close + 2;
  }
}
