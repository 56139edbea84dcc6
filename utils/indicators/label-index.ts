import { LABEL_WORDS, type LabelKind } from './label-words';
import { alternatives } from './pattern-parts';

/** A label's word where it stands in a text, as it is written there. */
export interface LabelWord {
  readonly kind: LabelKind;
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

/** The words that begin with one letter: all of them, to reject fast, and those of each kind. */
interface Bucket {
  readonly any: RegExp;
  readonly kinds: readonly (readonly [kind: LabelKind, words: RegExp])[];
}

const BLOCK = 128;
const LONGEST = 64;
/** Letters as the labels' languages have them: cheaper than `\\p{L}`, which would need the unicode mode. */
const LETTER = '[a-z\\u0400-\\u04ff]';
const BUCKETS = bucketsOf(LABEL_WORDS);
const NONE: readonly LabelWord[] = [];

/** Where label words stand in a text; each block of it is read once, when it is first asked for. */
export interface LabelIndex {
  /** Calls `visit` with each word that begins in [from, to), in order of place. */
  within(from: number, to: number, visit: (word: LabelWord) => void): void;
  /** The words that begin at `at`, though a digit or a letter may stand right before it. */
  startingAt(at: number): readonly LabelWord[];
}

/** An index of the text's label words that reads only what is asked for. */
export function createLabelIndex(text: string): LabelIndex {
  const blocks: (readonly LabelWord[] | undefined)[] = [];
  const blockAt = (number: number) => {
    blocks[number] ??= readWords(text, number * BLOCK, Math.min(text.length, (number + 1) * BLOCK));
    return blocks[number];
  };
  return {
    within(from, to, visit) {
      for (let number = Math.floor(from / BLOCK); number * BLOCK < to; number += 1) {
        for (const word of blockAt(number)) if (word.at >= from && word.at < to) visit(word);
      }
    },
    startingAt(at) {
      const isLetter = BUCKETS.has(lowerCase(text.charAt(at)).charCodeAt(0));
      return isLetter ? wordsAt(lowerCase(text.slice(at, at + LONGEST)), 0, text, at) : NONE;
    },
  };
}

function readWords(text: string, from: number, to: number): LabelWord[] {
  const lower = lowerCase(text.slice(from, to + LONGEST));
  const words: LabelWord[] = [];
  let isInWord = from > 0 && isWordCharacter(lowerCase(text.slice(from - 1, from)).charCodeAt(0));
  for (let i = 0; i < to - from; i += 1) {
    const isPart = isWordCharacter(lower.charCodeAt(i));
    if (isPart && !isInWord) for (const word of wordsAt(lower, i, text, from)) words.push(word);
    isInWord = isPart;
  }
  return words;
}

function wordsAt(lower: string, i: number, text: string, offset: number): readonly LabelWord[] {
  const bucket = BUCKETS.get(lower.charCodeAt(i));
  if (!bucket || !matchesAt(bucket.any, lower, i)) return NONE;
  const words: LabelWord[] = [];
  for (const [kind, pattern] of bucket.kinds) {
    if (!matchesAt(pattern, lower, i)) continue;
    const [at, end] = [offset + i, offset + pattern.lastIndex];
    words.push({ kind, word: text.slice(at, end), at, end });
  }
  return words;
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Digits, and small letters of the labels' languages. */
function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0x400 && code <= 0x4ff);
}

/** Lower case of the same length: a letter that would become two keeps its form. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

function bucketsOf(labels: Readonly<Record<LabelKind, string>>): ReadonlyMap<number, Bucket> {
  const byLetter = new Map<string, Map<LabelKind, string[]>>();
  for (const [kind, words] of Object.entries(labels) as [LabelKind, string][]) {
    for (const word of alternatives(words)) {
      for (const letter of firstLetters(word)) {
        const kinds = byLetter.get(letter) ?? new Map<LabelKind, string[]>();
        byLetter.set(letter, kinds.set(kind, [...(kinds.get(kind) ?? []), word]));
      }
    }
  }
  const entries = [...byLetter].map(([letter, kinds]): [number, Bucket] => [
    letter.charCodeAt(0),
    {
      any: sticky([...kinds.values()].flat()),
      kinds: [...kinds].map(([kind, words]) => [kind, sticky(words)] as const),
    },
  ]);
  return new Map(entries);
}

function sticky(words: readonly string[]): RegExp {
  return new RegExp(`(?:${words.join('|').replaceAll('\\p{L}', LETTER)})(?!${LETTER})`, 'y');
}

/** The letters with which a text of the pattern can begin; patterns begin with a letter, a class or a group. */
function firstLetters(pattern: string): string[] {
  const group = /^\(\?:(.*?)\)/.exec(pattern)?.[1];
  if (group !== undefined) return alternatives(group).flatMap(firstLetters);
  return [...(/^\[([^\]]+)\]/.exec(pattern)?.[1] ?? pattern.slice(0, 1))];
}
