const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['АВЕЅІЈКМНОРСТУХҮԌԛԝҺ', 'ABESIJKMHOPCTYXYGqwh'],
    ['авеѕіјкмнорстухүһԁԛԝѵӏ', 'abesijkmhopctyxyhdqwvl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οανρ', 'oavp'],
    ['Зз', '33'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, i) => [letter, to[i] ?? ''])),
);
/** Small letters that only resemble Latin capitals (в, к, м, н, т) are folded last, if nothing else speaks against. */
const ONLY_ROUGHLY = /[вкмнтЗз]/;

/** Whether the Cyrillic or Greek letter can be taken for a Latin one. */
export function isLookAlike(letter: string): boolean {
  return letter in LATIN;
}

/**
 * A word with Cyrillic or Greek look-alikes among Latin letters, as Latin; undefined if the word isn't otherwise
 * Latin: no Latin letter in it, or a letter that resembles none.
 */
export function foldLookAlikes(word: string): string | undefined {
  let latin = 0;
  let rough = 0;
  for (const letter of word) {
    if (/[A-Za-z]/.test(letter)) latin += 1;
    else if (/[\u0391-\u03f9\u0400-\u04ff]/.test(letter)) {
      if (!isLookAlike(letter)) return undefined;
      if (ONLY_ROUGHLY.test(letter)) rough += 1;
    }
  }
  if (latin === 0 || rough > latin) return undefined;
  return [...word].map((letter) => LATIN[letter] ?? letter).join('');
}
