import type { BundleScope } from '@/utils/domain/verification';
import { BUNDLE_FORMAT } from './layout';
import { formatScope } from './scope';

/** `bagit.txt` of RFC 8493, section 2.1.1, to the byte. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export interface ManifestLine {
  readonly path: string;
  readonly sha256: string;
}

/**
 * A manifest of RFC 8493 (sections 2.1.3 and 2.2.1), in the form that `sha256sum -c` reads; sorted by path.
 * Paths hold no `%`, CR or LF (layout.ts), so that nothing has to be escaped.
 */
export function formatManifest(lines: readonly ManifestLine[]): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Reads a manifest back. Null if a line isn't `<64 hex digits>  <path>`, or a path comes twice. */
export function parseManifest(text: string): Map<string, string> | null {
  const lines = new Map<string, string>();
  if (text === '' || !text.endsWith('\n')) return null;
  for (const line of text.slice(0, -1).split('\n')) {
    const match = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line);
    const [, sha256, path] = match ?? [];
    if (!sha256 || !path || lines.has(path)) return null;
    lines.set(path, sha256);
  }
  return lines;
}

/** What `bag-info.txt` tells beside the format. `createdAt`: ISO 8601 with offset. */
export interface BagFacts {
  readonly caseId: string;
  readonly registerNumber: string;
  readonly createdAt: string;
  readonly scope: BundleScope;
  readonly software: string;
  readonly payloadBytes: number;
  readonly payloadFiles: number;
}

/** `bag-info.txt` of RFC 8493, section 2.2.2. The date is the local one of `createdAt`. */
export function formatBagInfo(facts: BagFacts): string {
  const lines: [string, string][] = [
    ['Bagging-Date', facts.createdAt.slice(0, 10)],
    ['Bag-Software-Agent', facts.software],
    ['External-Identifier', facts.caseId],
    ['Internal-Sender-Identifier', facts.registerNumber],
    ['Payload-Oxum', formatOxum(facts.payloadBytes, facts.payloadFiles)],
    ['Osmotr-Bundle-Format', BUNDLE_FORMAT],
    ['Osmotr-Created-At', facts.createdAt],
    ['Osmotr-Scope', formatScope(facts.scope)],
  ];
  return lines
    .map(([label, value]) => [label, value.replace(/\s+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** `Payload-Oxum`: bytes and number of the payload's files. */
export function formatOxum(bytes: number, files: number): string {
  return `${bytes}.${files}`;
}
