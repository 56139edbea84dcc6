import { keyed } from './keyed';

/** A run of a string; `start` counts the characters before it. */
export interface TextPart {
  readonly kind: 'text' | 'control';
  readonly text: string;
  readonly start: number;
}

// Format characters join emoji (U+200D) and choose scripts, but they also hide and reorder: none may act unseen.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800\u3164]/u;
const EMOJI = /\p{Extended_Pictographic}\uFE0F?\u200D\p{Extended_Pictographic}/u;

/** Splits captured text into plain runs and characters that nobody sees, each named by its code (`U+202E`). */
export function splitHostileText(text: string): TextPart[] {
  // Nearly all strings are plain, and a table has thousands of them.
  if (text !== '' && !UNSEEN.test(text)) return [{ kind: 'text', text, start: 0 }];
  const parts: TextPart[] = [];
  let run = '';
  let runStart = 0;
  let before = '';
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const joins = character === '\u200D' && EMOJI.test(`${before}${character}${characters[index + 1] ?? ''}`);
    before = character === '\uFE0F' ? before + character : character;
    if (!UNSEEN.test(character) || joins) {
      if (!run) runStart = index;
      run += character;
      continue;
    }
    if (run) parts.push({ kind: 'text', text: run, start: runStart });
    run = '';
    parts.push({ kind: 'control', text: codeOf(character), start: index });
  }
  if (run) parts.push({ kind: 'text', text: run, start: runStart });
  return parts;
}

/** The first `limit` UTF-16 units, never half of a surrogate pair. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

/**
 * Captured text where no element can stand around it (an option, an attribute, a placeholder): cut, unseen characters by
 * their codes, isolated by characters of its own (UAX #9: FSI, PDI).
 */
export function isolateText(text: string, limit = 80): string {
  const shown = splitHostileText(cutText(text, limit)).map((part) =>
    part.kind === 'control' ? `[${part.text}]` : part.text,
  );
  return `\u2068${shown.join('')}${text.length > limit ? '…' : ''}\u2069`;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Captured strings for a `<datalist>`, which shows what it fills in: each as `isolateText` has it unless it is plain, all
 * told apart. `meant`: what stands behind an entry of the list, or the text itself if it is none.
 */
export function offersOf(texts: readonly string[]) {
  const shown = keyed(texts, (text) => {
    const isPlain = text.length <= 80 && splitHostileText(text).every(({ kind }) => kind === 'text');
    return isPlain ? text : isolateText(text);
  });
  const behind = new Map(shown.map(({ key, item }) => [key, item]));
  return { shown: [...behind.keys()], meant: (typed: string) => behind.get(typed) ?? typed };
}
