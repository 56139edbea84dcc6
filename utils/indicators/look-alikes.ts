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

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АВЕКМНОРСТХаеорсух'].map((letter, i) => ['ABEKMHOPCTXaeopcyx'[i] ?? '', letter]),
);

/** Whether the Cyrillic or Greek letter can be taken for a Latin one. */
export function isLookAlike(letter: string): boolean {
  return letter in LATIN;
}

/**
 * A word with Cyrillic or Greek look-alikes among Latin letters, as Latin; or a Cyrillic word with one or two
 * Latin ones, as Cyrillic. Undefined if it is neither.
 */
export function foldLookAlikes(word: string): string | undefined {
  let latin = 0;
  let rough = 0;
  for (const letter of word) {
    if (/[A-Za-z]/.test(letter)) latin += 1;
    else if (/[\u0391-\u03f9\u0400-\u04ff]/.test(letter)) {
      if (!isLookAlike(letter)) return foldIntoCyrillic(word);
      if (ONLY_ROUGHLY.test(letter)) rough += 1;
    }
  }
  if (latin === 0 || rough > latin) return undefined;
  return [...word].map((letter) => LATIN[letter] ?? letter).join('');
}

/** A Cyrillic word into which one or two Latin letters were put («Tелеграм»). */
function foldIntoCyrillic(word: string): string | undefined {
  const latin = word.match(/[A-Za-z]/g) ?? [];
  if (latin.length === 0 || latin.length > 2 || !latin.every((letter) => letter in CYRILLIC))
    return undefined;
  return [...word].map((letter) => CYRILLIC[letter] ?? letter).join('');
}
