import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import type { Link } from '../link';
import { LINKS } from '../streams';
import { isTopLevelDomain } from '../tlds';
import { hasPublicHost } from './url';

/** Generic suffixes that are no word of code; the others need a sign more. */
const GENERIC = new Set('com net org info biz edu gov mobi xyz icu'.split(' '));
/** Countries' suffixes that are words, properties or file extensions as well. */
const AMBIGUOUS = new Set(
  `ad ae ai al am an ar as at ax ba be bi bo bs by cat cc ch ci cl co cr cs cv cx cy dj dm do ec eg er es fm fo ga gd ge gl
  gs gu hm hr id im in io ir is it je jo kn la lb lc li lk lr ls lu ly ma md me mg mh ml mm mn mo mp mq mr ms mt mu mx my
  mz na nc ne nf ng ni no np nu om pa pe pf ph pk pl pm pn pr ps pt pw py qa re rs rw sa sb sc sd se sg sh si sk sl sm sn
  so sr st su sv sx sy sz tc td tf tk tl tm tn to tr tt tv tz us va vc vg vi ws zip`.split(/\s+/),
);
/** Suffixes that shops use so often that a name of four small letters before them is enough. */
const TRUSTED = new Set(
  'shop store online site top club market io me ws to su cc am life space pl se tv'.split(' '),
);

/** Hosts of links to people: without one they name nobody. */
const SERVICES = /^(?:www\.)?(?:t\.me|telegram\.me|wa\.me|vk\.com|vk\.me|discord\.gg|signal\.me|matrix\.to)$/;

/** What stands before the dot in code. */
const CODE =
  /^(?:node|this|self|that|window|document|event|options|config|props|state|socket|async|console|math|[a-z]{1,2})$/;

const ACCOUNT = /(?:инста\S{0,6}|insta\S{0,5}|\big) ?[:—–-] ?@?$/i;

/** Hosts written without a scheme: a public suffix, and where that is also a word or an extension, a sign more. */
export const domain: Family = {
  name: 'domain',
  types: ['domain'],
  rules: [
    {
      on: LINKS,
      take({ link, text, start }, scan) {
        if (!link || link.scheme || !isNamed(link) || !hasPublicHost(link)) return undefined;
        // «Инста: name.shop» is an account.
        if (ACCOUNT.test(scan.text.slice(Math.max(0, start - 14), start))) return undefined;
        if (scan.origin === 'script' || scan.origin === 'comment') return undefined;
        if (scan.origin === 'attribute' && text !== scan.text.trim()) return undefined;
        const end = start + link.host.length;
        const label = labelNear(scan, start, end, ['site']);
        if (!label && !hasSign(link)) return undefined;
        const reason = label ? describeLabel(label) : 'public suffix';
        const facts = link.path.length > 1 ? { facts: { path: link.path } } : {};
        return { type: 'domain', value: link.host, start, end, confidence: 'likely', reason, ...facts };
      },
    },
  ],
};

/** A name before a known suffix, not the seam of two sentences («конец.It»). */
function isNamed({ host, raw }: Link): boolean {
  if (SERVICES.test(host)) return false;
  const last = raw.slice(host.lastIndexOf('.') + 1, host.length);
  if (/^\p{Lu}\p{Ll}/u.test(last)) return false;
  return (
    isTopLevelDomain(last) && /[\p{L}]/u.test(host.slice(0, host.lastIndexOf('.'))) && !host.includes('_')
  );
}

function hasSign(link: Link): boolean {
  const labels = link.host.split('.');
  const last = labels.at(-1) ?? '';
  const name = labels.at(-2) ?? '';
  if (labels[0] === 'www' || link.port !== '') return true;
  if (name.length < 2) return false;
  if (GENERIC.has(last) || /[^a-z]/.test(last) || (last.length === 2 && !AMBIGUOUS.has(last))) return true;
  const isLower = link.raw.slice(0, link.host.length) === link.host;
  return TRUSTED.has(last) && isLower && name.length >= 4 && !CODE.test(labels[0] ?? '');
}
