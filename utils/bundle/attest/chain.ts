import type { AlgorithmIdentifier, Certificate, ExtKeyUsage } from 'pkijs';
import { sha256Hex, toHex } from '@/utils/domain/hash';
import { isSignedBy, signatureScheme } from './algorithms';
import { certificateDer, describeCertificate, isSameName } from './certificate';
import { Fault } from './fault';

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** Extensions that may be critical: what they ask is checked here, or asks nothing of us (policies, other names). */
const KNOWN = [BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE, '2.5.29.32', '2.5.29.17'];

const LONGEST_PATH = 8;
const MOST_SIGNATURES = 60;

/** Bits of key usage (RFC 5280 4.2.1.3), from the left of the first byte. */
const USAGE = { sign: 0b1100_0000, certificates: 0b0000_0100 } as const;

interface Search {
  readonly pool: readonly Certificate[];
  readonly roots: readonly Certificate[];
  signatures: number;
}

/**
 * The loaded root that a certificate leads to, by certificates of `pool` (RFC 5280: names, signatures, CA and key
 * usage, path length, no critical extension that we don't know, all valid at the time `at`); null if there is none.
 * Revocation isn't looked up. Throws a Fault if a path exists, but a certificate of it was not valid at that time.
 */
export async function findRoot(
  certificate: Certificate,
  pool: readonly Certificate[],
  roots: readonly Certificate[],
  at: Date,
): Promise<Certificate | null> {
  requireValid(certificate, at);
  let expired: unknown = null;
  for await (const path of pathsFrom([certificate], { pool, roots, signatures: 0 })) {
    try {
      for (const member of path) requireValid(member, at);
      return path.at(-1) ?? null;
    } catch (thrown) {
      expired = thrown;
    }
  }
  if (expired) throw expired;
  return null;
}

/** Throws a Fault unless `at` lies within the certificate's validity. */
export function requireValid(certificate: Certificate, at: Date): void {
  const { notBefore, notAfter } = certificate;
  if (at >= notBefore.value && at <= notAfter.value) return;
  const { subject, ...period } = describeCertificate(certificate);
  throw new Fault(
    'attestation-period',
    `${period.notBefore} – ${period.notAfter}`,
    `${at.toISOString()} (${subject})`,
  );
}

/** Whether the certificate may be used for signing data; one that states no key usage may. */
export function maySign(certificate: Certificate): boolean {
  return hasUsage(certificate, USAGE.sign);
}

/** Whether its extended key usage is that of a timestamp authority, alone and critical (RFC 3161 2.3). */
export function isTimestampAuthority(certificate: Certificate): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE);
  const purposes = (extension?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  return extension?.critical === true && purposes.length === 1 && purposes[0] === '1.3.6.1.5.5.7.3.8';
}

async function* pathsFrom(path: readonly Certificate[], search: Search): AsyncGenerator<Certificate[]> {
  const last = path.at(-1);
  if (!last || hasUnknownCritical(last)) return;
  if (search.roots.some((root) => isSame(root, last))) yield [...path];
  if (path.length === LONGEST_PATH) return;
  for (const issuer of [...search.roots, ...search.pool]) {
    if (!isSameName(issuer.subject, last.issuer) || !mayIssue(issuer, path.length - 1)) continue;
    if (path.some((member) => isSame(member, issuer))) continue;
    if (await hasIssued(issuer, last, search)) yield* pathsFrom([...path, issuer], search);
  }
}

async function hasIssued(issuer: Certificate, certificate: Certificate, search: Search): Promise<boolean> {
  const { signatureAlgorithm, signatureValue, tbsView } = certificate;
  const key = issuer.subjectPublicKeyInfo;
  const { hash } = signatureScheme(signatureAlgorithm, key);
  if (!isAsIssued(certificate)) return false;
  if (!hash || search.signatures === MOST_SIGNATURES) return false;
  search.signatures += 1;
  return isSignedBy(key, tbsView.slice(), signatureValue, signatureAlgorithm, hash);
}

/**
 * Whether what stands outside the signed part can have no other form: the algorithm, which the signed part repeats
 * (RFC 5280 4.1.1.2), and no unused bits in the signature. Else a changed copy had a fingerprint of its own.
 */
function isAsIssued({ signature, signatureAlgorithm, signatureValue }: Certificate): boolean {
  const encoded = (it: AlgorithmIdentifier) => toHex(new Uint8Array(it.toSchema().toBER()));
  return encoded(signature) === encoded(signatureAlgorithm) && signatureValue.valueBlock.unusedBits === 0;
}

/** Whether a certificate is that of a CA; `below`: certificates between it and the end of the path. */
export function mayIssue(issuer: Certificate, below: number): boolean {
  const extension = issuer.extensions?.find(({ extnID }) => extnID === BASIC_CONSTRAINTS);
  const constraints: unknown = extension?.parsedValue;
  if (typeof constraints !== 'object' || constraints === null) return false;
  const { cA, pathLenConstraint } = constraints as { cA?: unknown; pathLenConstraint?: unknown };
  const isLong = typeof pathLenConstraint === 'number' && below > pathLenConstraint;
  return cA === true && !isLong && hasUsage(issuer, USAGE.certificates);
}

function hasUsage(certificate: Certificate, bits: number): boolean {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === KEY_USAGE);
  if (!extension) return true;
  const value: unknown = extension.parsedValue;
  const view = (value as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock
    ?.valueHexView;
  return ((view?.[0] ?? 0) & bits) !== 0;
}

function hasUnknownCritical(certificate: Certificate): boolean {
  return certificate.extensions?.some(({ critical, extnID }) => critical && !KNOWN.includes(extnID)) ?? false;
}

function isSame(a: Certificate, b: Certificate): boolean {
  return sha256Hex(certificateDer(a)) === sha256Hex(certificateDer(b));
}
