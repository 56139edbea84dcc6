import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groundWords } from '@/components/capture/ground-words';
import { recordedWords } from '@/components/ui/recorded-words';
import { createTranslator } from '@/utils/i18n';
import { LANGUAGES } from '@/utils/i18n/language';
import { ru } from '@/utils/i18n/ru';
import { RESOURCE_KINDS } from '@/utils/snapshot/frame-snapshot';

const t = createTranslator('ru');

const OUR_ERRORS = /\bnew Error\(/;
/** Where what fails becomes the reason of a step or of a missing file. */
const PLATFORM = /^(?:page-|viewport-|pictures-|mhtml-|refetch|offscreen-host|base64)/;

/** Sources of a folder, tests of their names aside. */
function sourcesOf(folder: string, only = /\.tsx?$/): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && only.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

/** Reasons that are put together, each with something in its gaps that can stand there. */
function composed(sources: readonly string[]): string[] {
  const templates = sources.flatMap((text) =>
    Array.from(
      text.matchAll(/(?:\breason: |\breasons\.set\([^`\n]*, |\.miss\([^`\n]*, |\bnew Error\()`([^`]*)`/g),
      ([, template = '']) => template,
    ),
  );
  return templates.map((template) =>
    template.replace(/\$\{([^}]*)\}/g, (_, gap: string) =>
      gap === 'where' ? 'at 12, 40' : /reason|errorText/.test(gap) ? 'NetworkError: of the browser' : '404',
    ),
  );
}

/** What stands in quotes behind `mark` in the sources of a folder, or in one file of it; templates aside. */
function written(folder: string, mark: RegExp, only?: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    only === undefined ? name.endsWith('.ts') : name === only,
  );
  const lines = files.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'));
  const behind = lines.flatMap((line) => line.split(mark).slice(1)).filter((it) => !it.includes('`'));
  return behind.flatMap((it) => Array.from(it.matchAll(/'([^']+)'|"([^"]+)"/g), ([, a, b]) => a ?? b ?? ''));
}

describe('what records say in English', () => {
  it('has words for every fixed ground of a detector', () => {
    const grounds = written('utils/indicators', /\breason(?:: | = )/);
    expect(grounds.length).toBeGreaterThan(40);
    expect(grounds.filter((ground) => groundWords(ground, t) === null)).toEqual([]);
  });

  it('has words for each reason why a file or a fact is missing', () => {
    const reasons = [
      ...written('utils/capture', /\bunknown\(/, 'network-facts.ts'),
      ...written('utils/capture', /\breason: /, 'manifest.ts'),
      ...written('utils/platform', /\breason: /, 'page-watch.ts'),
      ...written('utils/snapshot', /\breason: /, 'read-cached.ts'),
      ...written('utils/snapshot', /\.miss\([^']*(?:'\w+', )?(?=')/, 'assemble-css.ts'),
      ...written('utils/snapshot', /\.miss\([^']*(?:'\w+', )?(?=')/, 'assemble-frame.ts'),
      ...written('utils/snapshot', /const NO_BYTES = /, 'assemble-state.ts'),
    ].filter((reason) => reason !== 'css');
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.filter((reason) => recordedWords(reason, t) === null)).toEqual([]);
  });

  it('has words for each of our errors that ends a step', () => {
    const errors = [
      ...written('utils/capture', OUR_ERRORS),
      ...written('utils/snapshot', OUR_ERRORS),
      ...readdirSync('utils/platform')
        .filter((name) => PLATFORM.test(name))
        .flatMap((name) => written('utils/platform', OUR_ERRORS, name)),
    ].filter((text) => text !== 'image/png');
    expect(errors.length).toBeGreaterThan(20);
    expect(errors.filter((error) => recordedWords(`Error: ${error}`, t) === null)).toEqual([]);
  });

  it('has words for each reason that is put together', () => {
    const reasons = composed([
      ...sourcesOf('utils/capture'),
      ...sourcesOf('utils/snapshot'),
      ...sourcesOf('utils/platform', PLATFORM),
    ]);
    expect(reasons.length).toBeGreaterThan(6);
    expect(reasons.filter((reason) => recordedWords(reason, t) === null)).toEqual([]);
  });

  it.each([
    [
      'its frame could not be asked: Error: no answer in time',
      'фрейм нельзя было спросить: нет ответа в отведённое время',
    ],
    [
      'its bytes could not be read: NotReadableError: gone',
      'байты файла не прочитаны: \u2068NotReadableError: gone\u2069',
    ],
    [
      'asked again: TypeError: Failed to fetch https://evil.example/\u202Ea',
      'запрошено повторно: \u2068TypeError: Failed to fetch hxxps://evil.example/[U+202E]a\u2069',
    ],
    ['asked again: HTTP 404', 'запрошено повторно: HTTP 404'],
    [
      'Error: no photograph: Error: another tab came to the front; no drawing: ExpectedError: time-limit',
      'снимка нет: на передний план вышла другая вкладка; рисунка нет: время вышло',
    ],
    [
      'Error: pictures show the upper 120000 of 150000 px of the page',
      'Снята верхняя часть страницы: 120\u00A0000 из 150\u00A0000 px.',
    ],
  ])('puts the reason %j into words', (raw, words) => {
    expect(recordedWords(raw, t, (code) => (code === 'time-limit' ? 'время вышло' : null))).toBe(words);
  });

  it('has words for each kind of file, and for what is taken out of a copy', () => {
    expect(RESOURCE_KINDS.filter((kind) => !(kind in ru.resource))).toEqual([]);
    const removed = written('utils/snapshot', /context\.remove\(/).filter(
      (it) => it !== 'content-security-policy',
    );
    expect(removed.length).toBeGreaterThan(8);
    expect(removed.filter((what) => !(what in ru.removedPart))).toEqual([]);
  });

  it.each([
    ['broken base58check checksum', 'контрольная сумма неверна (base58check)'],
    ['bech32 checksum, bitcoin: URI', 'контрольная сумма верна (bech32), адрес вида bitcoin:'],
    [
      'mod 97, label "IBAN" 3 characters before',
      'контрольная сумма верна (mod 97), подпись «IBAN» перед ним, через 3 зн.',
    ],
    [
      'broken Luhn, range of Visa, label "карта" in the place',
      'контрольная сумма неверна (Luhn), диапазон Visa, слово «карта» в названии места',
    ],
    [
      'label "t.me, label "x" 5 characters after" directly before',
      'подпись «t.me, label "x" 5 characters after» сразу перед ним',
    ],
    ['@name with label "связь" 12 characters after', '@имя и подпись «связь» после него, через 12 зн.'],
    [
      '40 hex digits in one case, which carries no checksum, ethereum: URI',
      '40 шестнадцатеричных цифр в одном регистре, контрольной суммы в них нет, адрес вида ethereum:',
    ],
    ['CRC-16 once its pieces are joined', 'контрольная сумма верна (CRC-16), если соединить части'],
  ])('puts the ground %j into words', (raw, words) => {
    expect(groundWords(raw, t)?.replace(/[\u2068\u2069]/g, '')).toBe(words);
  });

  it('is left alone if nobody of us wrote it, and isolates what a page wrote', () => {
    expect(groundWords('checksum of evil', t)).toBeNull();
    expect(groundWords('видел сам', t)).toBeNull();
    expect(recordedWords('toString', t)).toBeNull();
    expect(groundWords('label "\u202Ex" in the place', t)).toBe(
      'слово «\u2068[U+202E]x\u2069» в названии места',
    );
    expect(recordedWords('larger than 8000000 bytes', createTranslator('en'))).toBe(
      'larger than 8,000,000 bytes',
    );
  });

  it('is said in every language', () => {
    for (const language of LANGUAGES) {
      const words = groundWords('broken Luhn, label "a" 3 characters before', createTranslator(language));
      expect(words).toMatch(/Luhn.*\u2068a\u2069.*3/);
    }
  });
});
