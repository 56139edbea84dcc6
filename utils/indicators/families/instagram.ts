import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import { isHostOf, pathSegments } from '../link';
import { AT_SIGNS, LINKS, ownStream } from '../streams';

const RESERVED =
  /^(?:p|reels?|explore|accounts|direct|tv|about|developer|legal|web|s|ar|static|embed\.js|share|challenge|oauth|emails|graphql|api|privacy|terms|session|sharer|igtv)$/i;
const NAME = /^[a-z0-9_](?:[a-z0-9_]|\.(?!\.)){0,28}[a-z0-9_]$/i;

/** A name without `@` directly behind Instagram's: «инста: name.shop». */
const NAMED = ownStream(
  'instagram-names',
  /(?<![\p{L}\p{N}])(?:инстаграмм?|инста|instagram|insta) ?[:—–-] ?[a-z0-9_](?:[a-z0-9_]|\.(?=\w)){2,29}(?![\w@/:])/giu,
  /инста|insta/i,
);

/** Instagram accounts: links, and `@names` beside the service's label. */
export const instagram: Family = {
  name: 'instagram',
  types: ['instagram'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: AT_SIGNS, take: takeMention },
    { on: NAMED, take: takeNamed },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !isHostOf(link, 'instagram.com', 'instagr.am', 'ig.me')) return undefined;
  const [first = '', second = ''] = pathSegments(link);
  const name = first === 'stories' || first === '_u' || first === 'm' ? second : first;
  if (!NAME.test(name) || RESERVED.test(name)) return undefined;
  const { start, end } = link;
  return {
    type: 'instagram',
    value: name.toLowerCase(),
    start,
    end,
    confidence: 'certain',
    reason: 'Instagram link',
  };
}

function takeMention({ text, start, at = 0 }: Candidate, scan: Scan): Finding | undefined {
  if (/[a-z0-9]/i.test(text.slice(0, at - start))) return undefined;
  const name = /^@([a-z0-9_](?:[a-z0-9_]|\.(?=\w)){0,28}[a-z0-9_])(?![\w@/:-])/i.exec(
    scan.text.slice(at, at + 40),
  )?.[1];
  const end = at + 1 + (name?.length ?? 0);
  const [label] = name ? labelsNear(scan, at, end, ['instagram', 'vk', 'telegram', 'other']) : [];
  if (!name || label?.kind !== 'instagram') return undefined;
  const value = name.toLowerCase();
  return { type: 'instagram', value, start: at, end, confidence: 'likely', reason: describeLabel(label) };
}

function takeNamed({ text, end }: Candidate): Finding | undefined {
  const value = /[a-z0-9_.]{3,30}$/i.exec(text)?.[0].toLowerCase() ?? '';
  // Without a digit, an underscore or a dot it may be any word.
  if (!/[_.\d]/.test(value) || !NAME.test(value)) return undefined;
  const reason = `label "${text.slice(0, -value.length).replace(/[\s:—–-]+$/, '')}" directly before`;
  return { type: 'instagram', value, start: end - value.length, end, confidence: 'likely', reason };
}
