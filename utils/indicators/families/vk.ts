import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import { isHostOf, pathSegments } from '../link';
import { AT_SIGNS, LINKS } from '../streams';

/** First path segments of vk.com that are the service's own, or content rather than people. */
const RESERVED =
  /^(?:away|share|feed|im|login|join|support|dev|about|terms|privacy|search|music|audios?-?\d*|video.*|photo.*|wall.*|album.*|clip.*|doc-?\d.*|topic.*|market.*|product.*|app\d+.*|apps|games|mail|settings|widget.*|js|css|images|rtrg|badbrowser|page-?\d.*|story.*|stickers|jobs|ads|podcast.*|article.*|@.*|ui|method|al_.*|id|public|club|event|donut|services|cc|blog|brand|data|restore|exchange|.*\.php)$/i;

/** VK people and communities: links to vk.com, and `@names` beside the service's label. */
export const vk: Family = {
  name: 'vk',
  types: ['vk'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: AT_SIGNS, take: takeMention },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !isHostOf(link, 'vk.com', 'vkontakte.ru', 'vk.me', 'vk.ru')) return undefined;
  if (!/^(?:(?:www|m|new)\.)?[a-z]+\.[a-z]+$/.test(link.host)) return undefined;
  const [name = '', ...rest] = pathSegments(link);
  if (rest.length > 0 || !/^[a-z][a-z0-9_.]{2,31}$/i.test(name) || RESERVED.test(name)) return undefined;
  const { start, end } = link;
  return { type: 'vk', value: name.toLowerCase(), start, end, confidence: 'certain', reason: 'VK link' };
}

function takeMention({ text, start, at = 0 }: Candidate, scan: Scan): Finding | undefined {
  if (/[a-z0-9]/i.test(text.slice(0, at - start))) return undefined;
  const name = /^@([a-z][a-z0-9_.]{2,30}[a-z0-9_])(?![\w/:])/i.exec(scan.text.slice(at, at + 40))?.[1];
  const end = at + 1 + (name?.length ?? 0);
  const [label] = name ? labelsNear(scan, at, end, ['vk', 'instagram', 'telegram', 'other']) : [];
  if (!name || label?.kind !== 'vk') return undefined;
  return {
    type: 'vk',
    value: name.toLowerCase(),
    start: at,
    end,
    confidence: 'likely',
    reason: describeLabel(label),
  };
}
