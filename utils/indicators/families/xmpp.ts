import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelsNear } from '../labels';
import { AT_SIGNS } from '../streams';

/** Hosts that serve XMPP and no mail, so that their name says what stands before it. */
const SERVERS =
  /^(?:[a-z0-9-]{1,63}\.){0,3}(?:jabber\.[a-z.]{2,8}|xmpp\.[a-z.]{2,8}|exploit\.im|thesecure\.biz|jabb\.im|404\.city|conversations\.im|draugr\.de|5222\.de|creep\.im|yax\.im|blabber\.im|securejabber\.me|swissjabber\.(?:ch|org)|jabberix\.com|xabber\.(?:org|com)|movim\.eu|chatme\.im|jabbim\.(?:cz|com)|jaim\.at|xmpp-hosting\.de|snopyta\.org|sure\.im|default\.rs|0nl1ne\.(?:at|cc)|zloy\.im|verified\.pm)$/;

/** XMPP: bare JIDs (RFC 7622) in `xmpp:` links, beside a label («жаба»), or on a server that has no mail. */
export const xmpp: Family = {
  name: 'xmpp',
  types: ['xmpp'],
  rules: [{ on: AT_SIGNS, take: takeJid }],
};

function takeJid({ mail }: Candidate, scan: Scan): Finding | undefined {
  if (!mail) return undefined;
  const { value, start, end } = mail;
  const place = { type: 'xmpp', value, start, end } as const;
  const before = scan.text.slice(Math.max(0, start - 12), start).toLowerCase();
  if (/xmpp:(?:\/\/)?$/.test(before)) return { ...place, confidence: 'certain', reason: 'xmpp: link' };
  if (/mailto:$/.test(before)) return undefined;
  const [label] = labelsNear(scan, start, end, ['xmpp', 'email', 'telegram', 'phone']);
  if (label?.kind === 'xmpp') return { ...place, confidence: 'certain', reason: describeLabel(label) };
  if (label?.kind !== 'email' && SERVERS.test(value.slice(value.indexOf('@') + 1)))
    return { ...place, confidence: 'likely', reason: 'XMPP server' };
  return undefined;
}
