import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import type { Link } from '../link';
import { LINKS } from '../streams';
import { isTopLevelDomain } from '../tlds';
import { hasPublicHost } from './url';

/** Top-level domains whose names in prose and code are more often words, properties or file extensions. */
const WORDS = new Set(
  `ai am app as at be bar best by call cam cc center chat city click cloud codes data date day dev direct do download
  email es events expert fail fan fit foo free fun game games gift global gs guide help here hot host how id in io is it
  jobs js la life like link live love ls map md me media menu mn mobi mov ms my name network new news next ng no now nu
  one open page parts pe photo pics pid pin pl place plus pm post press pro ps pub py read red report rest review rs run
  save search select sh show si site so sale social software space st store stream study style support sy systems target
  tab tc team tel tips to today tools top total town trade tt tube uno us vc video vote watch web wf win work works
  world wow ws wtf you zip zone gdn ad ax ac int arpa prod py rip ro se su test ist rocks science school shop
  online`.split(/\s+/),
);
/** Of those, the ones that shops use so often that a lower-case name before them is enough. */
const TRUSTED = new Set(
  'shop store online site top app io me ws to su pro live world us cc life space pl se'.split(' '),
);

/** Hosts of links to people: without one they name nobody. */
const SERVICES = /^(?:www\.)?(?:t\.me|telegram\.me|wa\.me|vk\.com|vk\.me|discord\.gg|signal\.me|matrix\.to)$/;

/** Hosts written without a scheme: a public suffix, and where that is also a word or an extension, a sign more. */
export const domain: Family = {
  name: 'domain',
  types: ['domain'],
  rules: [
    {
      on: LINKS,
      take({ link, text, start }, scan) {
        if (!link || link.scheme || !isNamed(link) || !hasPublicHost(link)) return undefined;
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
  if (!WORDS.has(last) || labels[0] === 'www' || link.port !== '') return true;
  const name = labels.at(-2) ?? '';
  const isLower = link.raw.slice(0, link.host.length) === link.host;
  return (
    TRUSTED.has(last) &&
    isLower &&
    name.length >= 4 &&
    !/^(?:node|this|self|that|window|document|event)$/.test(name)
  );
}
