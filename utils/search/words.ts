import { foldWord } from './fold';

/** A word of a text: folded, and where it stands (UTF-16 code units, end exclusive). */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longest word that is kept: enough to tell wallets, hashes and keys apart. */
const LONGEST = 64;

// Apostrophes only between letters: those of oʻ, gʻ and d'Arc, not quotation marks.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['`´ʹʻʼʽ‘’‛′](?=\p{L})[\p{L}\p{N}\p{M}\p{Cf}]+)*/gu;

/** The words of a text in their order; a word is a run of letters and digits, with the apostrophes inside it. */
export function* placeWords(text: string): Generator<PlacedWord> {
  const known = new Map<string, string>();
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    const word = known.get(raw) ?? foldWord(raw).slice(0, LONGEST);
    known.set(raw, word);
    if (word !== '') yield { word, start: match.index, end: match.index + raw.length };
  }
}

/** All words of the texts, each once, as one string: a line feed before and behind each. */
export function joinWords(texts: readonly string[]): string {
  const words = new Set<string>();
  for (const text of texts) for (const { word } of placeWords(text)) words.add(word);
  return `\n${[...words].join('\n')}\n`;
}

/** What of a capture can be searched for, joined as `joinWords` does. */
export function captureWords(capture: {
  readonly title: string;
  readonly url: string;
  readonly text: string;
  readonly indicators: readonly { readonly value: string }[];
}): string {
  return joinWords([
    capture.title,
    capture.url,
    capture.text,
    ...capture.indicators.map(({ value }) => value),
  ]);
}
