import { isTopLevelDomain } from './tlds';

/** Of what RFC 5321 allows, what mailboxes have: `?`, `=` and `/` before an address belong to a link. */
const LOCAL_CHARACTER = /[A-Za-z0-9'+_~.-]/;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59}|[\u0400-\u04ff]{2,20})(?![\p{L}\p{N}-])/iu;

/** A mail address or JID (`local@host`, lower case) and where it stands. */
export interface MailAddress {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the address around the `@` at `at`; undefined without a plausible local part and a public host. */
export function readMail(text: string, at: number): MailAddress | undefined {
  const local = readLocal(text, at);
  // Letters of another script before it mean that this is not where the local part begins.
  if (
    !local ||
    local.endsWith('.') ||
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 66), at - local.length))
  ) {
    return undefined;
  }
  const host = HOST.exec(text.slice(at + 1, at + 255))?.[0];
  const last = host?.slice(host.lastIndexOf('.') + 1) ?? '';
  if (!host || !(isTopLevelDomain(last) || /^(?:onion|i2p)$/i.test(last))) return undefined;
  return { value: `${local}@${host}`.toLowerCase(), start: at - local.length, end: at + 1 + host.length };
}

/** The longest local part that ends at `at` and begins with a letter or a digit. */
function readLocal(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && start > at - 64 && LOCAL_CHARACTER.test(text[start - 1] ?? '')) {
    if (text[start - 1] === '.' && text[start] === '.') break;
    start -= 1;
  }
  return text.slice(start, at).replace(/^[^A-Za-z0-9]+/, '') || undefined;
}
