import { placeWords } from './words';

/** What is looked for: every term, each the beginning of a word; or, of a number, its digits in one piece. */
export interface Query {
  readonly terms: readonly string[];
  /** The digits of a phone, card or account that was typed in groups: as detectors write it. */
  readonly number: string | null;
}

const GROUPED_NUMBER = /^[+(]?[\d\s().+-]{7,40}$/;

/** Folds what was typed into terms; null if it holds none. A single letter alone finds too much to be a term. */
export function parseQuery(typed: string): Query | null {
  const terms = [...new Set([...placeWords(typed.slice(0, 500))].map(({ word }) => word))];
  if (terms.length === 0 || (terms.length === 1 && (terms[0] ?? '').length < 2)) return null;
  const digits = GROUPED_NUMBER.test(typed.trim()) ? typed.replace(/\D/g, '') : '';
  return { terms, number: terms.length > 1 && digits.length >= 7 ? digits : null };
}

/** Does a row of words (`joinWords`) hold all that is looked for? */
export function hasAll(words: string, { terms, number }: Query): boolean {
  if (number !== null && words.includes(`\n${number}`)) return true;
  return terms.every((term) => words.includes(`\n${term}`));
}

/** Is this word one of those that are looked for? */
export function isHit(word: string, { terms, number }: Query): boolean {
  return (number !== null && word.startsWith(number)) || terms.some((term) => word.startsWith(term));
}
