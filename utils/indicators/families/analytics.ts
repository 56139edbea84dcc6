import type { Candidate, Family, Finding, Scan, Stream } from '../family';
import { ownStream } from '../streams';

const TAGS = everywhere(
  ownStream(
    'analytics-tags',
    /(?<![\w-])(?:G-[A-Z0-9]{8,12}|UA-\d{4,10}-\d{1,4}|GTM-[A-Z0-9]{5,9}|(?:ca-)?pub-\d{16})(?![\w-])/g,
    /G-|UA-|GTM-|pub-/,
  ),
);
const COUNTERS = everywhere(
  ownStream(
    'metrika-counters',
    /(?<![\w.])ym\(\s{0,4}\d{5,9}\s{0,4},|mc\.yandex\.(?:ru|com)\/(?:watch|pixel)\/\d{5,9}|Metrika2?\(\{\s{0,6}["']?id["']?:\s{0,4}["']?\d{5,9}|(?<!\w)yaCounter\d{5,9}/g,
    /ym\(|mc\.yandex|Metrika|yaCounter/,
  ),
);
const PIXELS = everywhere(
  ownStream(
    'facebook-pixels',
    /(?<!\w)fbq\(\s{0,4}["']init["']\s{0,4},\s{0,4}["']\d{10,17}["']|facebook\.com\/tr\/?\?(?:[\w=%.-]{1,60}&(?:amp;)?){0,5}id=\d{10,17}/g,
    /fbq\(|facebook\.com\/tr/,
  ),
);

/** Counters and tags that tie sites to one owner: Google, Yandex Metrika, Facebook, AdSense. */
export const analytics: Family = {
  name: 'analytics',
  types: ['ga4', 'ga-ua', 'gtm', 'yandex-metrika', 'facebook-pixel', 'adsense'],
  rules: [
    { on: TAGS, take: takeTag },
    { on: COUNTERS, take: (candidate) => takeLastDigits('yandex-metrika', 'call of the counter', candidate) },
    { on: PIXELS, take: (candidate) => takeLastDigits('facebook-pixel', 'call of the pixel', candidate) },
  ],
};

function everywhere(stream: Stream): Stream {
  return { ...stream, takes: false, outsideTaken: false };
}

function takeTag({ text, start, end }: Candidate, scan: Scan): Finding | undefined {
  const type = typeOf(text);
  // `G-` begins product codes as well: in prose something must speak of analytics.
  if (type === 'ga4' && !isMeasured(text, scan, start)) return undefined;
  const value = type === 'adsense' ? `CA-${text.slice(text.indexOf('pub-')).toUpperCase()}` : text;
  return {
    type,
    value,
    start,
    end,
    confidence: type === 'ga4' ? 'likely' : 'certain',
    reason: 'form of the tag',
  };
}

function typeOf(tag: string): string {
  if (tag.startsWith('UA-')) return 'ga-ua';
  if (tag.startsWith('GTM-')) return 'gtm';
  return tag.startsWith('G-') ? 'ga4' : 'adsense';
}

function isMeasured(tag: string, scan: Scan, start: number): boolean {
  if (!/\d/.test(tag) || !/[A-Z]/.test(tag.slice(2))) return false;
  const near = `${scan.place} ${scan.text.slice(Math.max(0, start - 200), start + 80)}`;
  return /gtag|googletagmanager|analytics|measurement|ga4|google_tag|config/i.test(near);
}

function takeLastDigits(type: string, reason: string, { text, start, end }: Candidate): Finding | undefined {
  const value = /\d{5,17}(?=["']?,?$)/.exec(text)?.[0];
  return value ? { type, value, start, end, confidence: 'certain', reason } : undefined;
}
