import type { Candidate, Family, Finding, Scan } from '../family';
import { decodePercent, isHostOf } from '../link';
import { AT_SIGNS, LINKS } from '../streams';
import { isTopLevelDomain } from '../tlds';

const USER_ID = /^@([a-z0-9._=/+-]{1,100}:(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?::\d{2,5})?(?![\w-]|\.\w)/i;

/** Matrix user ids (`@user:host`), written or in matrix.to links. */
export const matrix: Family = {
  name: 'matrix',
  types: ['matrix'],
  rules: [
    { on: LINKS, take: takeLink },
    { on: AT_SIGNS, take: takeUserId },
  ],
};

function takeLink({ link }: Candidate): Finding | undefined {
  if (!link || !isHostOf(link, 'matrix.to')) return undefined;
  const value = readUserId(decodePercent(link.fragment).replace(/^\//, ''))?.toLowerCase();
  if (!value) return undefined;
  const { start, end } = link;
  return { type: 'matrix', value, start, end, confidence: 'certain', reason: 'Matrix link' };
}

function takeUserId({ text, start, at = 0 }: Candidate, scan: Scan): Finding | undefined {
  if (/[a-z0-9]/i.test(text.slice(0, at - start))) return undefined;
  const id = readUserId(scan.text.slice(at, at + 240));
  if (!id) return undefined;
  const end = at + id.length;
  const reason = 'form of a Matrix user id';
  return { type: 'matrix', value: id.toLowerCase(), start: at, end, confidence: 'likely', reason };
}

function readUserId(text: string): string | undefined {
  const id = USER_ID.exec(text)?.[1];
  return id && isTopLevelDomain(id.slice(id.lastIndexOf('.') + 1)) ? `@${id}` : undefined;
}
