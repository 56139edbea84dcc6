/** Breve over и and у makes letters of their own (й, ў); every other mark is an accent. */
const KEPT = /^[иу]\u0306$/;
const MARKED = /(\P{M})(\p{M}+)/gu;
const APOSTROPHES = /[\u0027\u0060\u00B4\u02B9\u02BB\u02BC\u02BD\u2018\u2019\u201B\u2032]/g;
/** Format characters (soft hyphen, zero width, bidi) hide in words and are no part of them. */
const UNSEEN = /\p{Cf}/gu;
const PLAIN = /^[a-z0-9а-дж-ик-я]+$/;

/**
 * A word as it is compared: lower case, compatibility forms (NFKC) resolved, accents and unseen characters off, ё as
 * е, every apostrophe of Uzbek (oʻ, o‘, o') as one. Letters of their own stay: й, ў, ә, ғ, қ, ң, ө, ұ, ү, һ, і, ҳ.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(MARKED, (_whole, letter: string, marks: string) => {
      const first = `${letter}${marks[0]}`;
      return KEPT.test(first) ? first.normalize('NFC') : letter;
    })
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}
