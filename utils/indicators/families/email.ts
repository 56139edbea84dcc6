import type { Candidate, Family, Finding, Scan } from '../family';
import { describeLabel, labelNear } from '../labels';
import { AT_SIGNS } from '../streams';

/** E-mail addresses (RFC 5321 dot-atom, public host), lower case. */
export const email: Family = {
  name: 'email',
  types: ['email'],
  rules: [{ on: AT_SIGNS, take: takeMail }],
};

function takeMail({ mail }: Candidate, scan: Scan): Finding | undefined {
  if (!mail) return undefined;
  const { start, end, value } = mail;
  const place = { type: 'email', value, start, end } as const;
  // `git@host:path` names a repository, not a mailbox.
  if (/^git@/.test(value) && /^[:/]/.test(scan.text.slice(end, end + 1))) return undefined;
  if (/mailto:$/i.test(scan.text.slice(Math.max(0, start - 7), start))) {
    return { ...place, confidence: 'certain', reason: 'mailto: link' };
  }
  const label = labelNear(scan, start, end, ['email']);
  if (label) return { ...place, confidence: 'certain', reason: describeLabel(label) };
  return { ...place, confidence: 'likely', reason: 'mail address with a public host' };
}
