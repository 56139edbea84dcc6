import type { IndicatorSource } from '@/utils/domain/indicator';

/** The country whose local phone forms are read first. */
export type Region = 'KZ' | 'UZ' | 'RU';

/** What the page as a whole says, for identifiers that don't say it themselves. */
export interface PageContext {
  /** In order of likelihood; never empty. */
  readonly regions: readonly Region[];
  /** Whether the page speaks of Telegram anywhere. */
  readonly telegram: boolean;
  /** Whether the page's `@names` may be another platform's: Twitter, Instagram, GitHub, npm. */
  readonly otherMentions: boolean;
}

const EXAMINED = 400_000;

const REGION_SIGNS: readonly (readonly [Region, RegExp])[] = [
  [
    'UZ',
    /\+998|\.uz(?![a-z])|so['’ʻ`]m(?![a-z])|сўм|(?<!\p{L})сум(?!\p{L})|ташкент|тошкент|toshkent|o['’ʻ`]zbek|ўзбек|узбек|uzcard|humo|telefon raqam|ҳ|lang="uz/giu,
  ],
  [
    'KZ',
    /\+?7[\s(-]{0,2}7\d\d|₸|тенге|теңге|\.kz(?![a-z])|казах|қазақ|алматы|астана|шымкент|kaspi|каспи|[әғқңөұүһі]|lang="kk/giu,
  ],
  ['RU', /\.ru(?![a-z])|₽|(?<!\p{L})руб(?:л\p{L}{1,3})?(?!\p{L})|росси|москв|сбербанк|тинькофф|\.рф/giu],
];

/** Reads the page's context off its sources; looks at the first 400,000 characters. */
export function readPageContext(sources: readonly IndicatorSource[]): PageContext {
  let text = '';
  for (const source of sources) {
    if (text.length >= EXAMINED) break;
    if (source.text.length < 20_000 || source.origin === 'text') {
      text += `${source.text.slice(0, EXAMINED - text.length)}\n`;
    }
  }
  const scores = REGION_SIGNS.map(([region, signs]) => ({ region, score: countUpTo(text, signs, 50) }));
  scores.sort((a, b) => b.score - a.score);
  return {
    regions: scores.map(({ region }) => region),
    telegram: /telegram|телеграм|t\.me\/|tg:\/\/|(?<!\p{L})(?:тг|телег[аеу]|tg(?=\s?[:@]))(?!\p{L})/iu.test(
      text,
    ),
    otherMentions: /twitter|instagram|инстаграм|github|npmjs|(?<![a-z])x\.com|tiktok/i.test(text),
  };
}

function countUpTo(text: string, pattern: RegExp, most: number): number {
  let count = 0;
  for (const _match of text.matchAll(pattern)) {
    count += 1;
    if (count >= most) break;
  }
  return count;
}
