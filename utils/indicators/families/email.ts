import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import { AT_SIGNS } from '../streams';
import { isTopLevelDomain } from '../tlds';

const LOCAL = /[a-z0-9](?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|\.(?!\.)){0,62}$|[a-z0-9]$/i;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59}|[\u0400-\u04ff]{2,20})(?![\p{L}\p{N}-])/iu;

/** A mail address (RFC 5321 dot-atom) around an `@`. */
export interface MailAddress {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the mail address around the `@` at `at`; undefined without a public host or a plausible local part. */
export function readMail(text: string, at: number): MailAddress | undefined {
  const local = LOCAL.exec(text.slice(Math.max(0, at - 64), at))?.[0];
  const host = HOST.exec(text.slice(at + 1, at + 255))?.[0];
  if (!local || local.endsWith('.') || !host || !isTopLevelDomain(host.slice(host.lastIndexOf('.') + 1))) {
    return undefined;
  }
  return { value: `${local}@${host}`.toLowerCase(), start: at - local.length, end: at + 1 + host.length };
}

/** E-mail addresses, lower case. */
export const email: Family = {
  name: 'email',
  types: ['email'],
  rules: [
    {
      on: AT_SIGNS,
      take({ at = 0 }, scan) {
        const mail = readMail(scan.text, at);
        if (!mail) return undefined;
        const { value, start, end } = mail;
        // `git@host:path` names a repository, not a mailbox.
        if (/^git@/.test(value) && /^[:/]/.test(scan.text.slice(end))) return undefined;
        if (/mailto:$/i.test(scan.text.slice(Math.max(0, start - 7), start))) {
          return { type: 'email', value, start, end, confidence: 'certain', reason: 'mailto: link' };
        }
        const label = labelNear(scan, start, end, ['email']);
        if (label)
          return { type: 'email', value, start, end, confidence: 'certain', reason: describeLabel(label) };
        return {
          type: 'email',
          value,
          start,
          end,
          confidence: 'likely',
          reason: 'mail address with a public host',
        };
      },
    },
  ],
};
