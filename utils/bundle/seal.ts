import { canonicalJson } from '@/utils/domain/canonical-json';
import { sha256Hex } from '@/utils/domain/hash';
import type { BundleScope } from '@/utils/domain/verification';
import { BundleError } from './errors';
import { BUNDLE_PATHS } from './layout';
import { rawToDer, spkiToPem } from './signature';
import type { Bytes } from './zip/format';

/** Who seals: a P-256 key. */
export interface BundleSigner {
  /** SubjectPublicKeyInfo in DER, as `crypto.subtle.exportKey('spki', …)` gives it. */
  readonly publicKeySpki: Bytes;
  /** ECDSA over SHA-256 of `bytes`, in the raw form that WebCrypto gives: r and s, 32 bytes each. */
  readonly sign: (bytes: Bytes) => Promise<Bytes>;
}

/** What is signed: everything that must not change, by hash. Hashes in lower-case hex. */
export interface SealStatement {
  readonly format: 'osmotr-seal/1';
  readonly caseId: string;
  readonly sealedAt: string;
  readonly tagManifestSha256: string;
  readonly journalEvents: number;
  /** `hash` of the last event; 64 zeros for an empty journal. */
  readonly journalHead: string;
  readonly scope: BundleScope;
  /** SHA-256 of the public key's SubjectPublicKeyInfo: the fingerprint that settings and protocol show. */
  readonly keySha256: string;
}

/** SHA-256 of a SubjectPublicKeyInfo in DER, lower-case hex. */
export function keyFingerprint(publicKeySpki: Uint8Array): string {
  return sha256Hex(publicKeySpki);
}

/**
 * The files of `seal/`: the statement in canonical JSON (RFC 8785), its signature in DER, the key in PEM.
 * Throws `signature-refused` if what the signer gave doesn't verify with its public key.
 */
export async function sealStatement(
  statement: SealStatement,
  signer: BundleSigner,
): Promise<{ readonly path: string; readonly bytes: Bytes | string }[]> {
  const text = statementText(statement);
  const bytes = new TextEncoder().encode(text);
  const raw = await signer.sign(bytes);
  if (!(await verifyRaw(signer.publicKeySpki, raw, bytes))) {
    throw new BundleError('signature-refused', {
      file: BUNDLE_PATHS.signature,
      expected: `a signature by key ${statement.keySha256}`,
      found: 'another',
    });
  }
  return [
    { path: BUNDLE_PATHS.statement, bytes: text },
    { path: BUNDLE_PATHS.signature, bytes: rawToDer(raw) },
    { path: BUNDLE_PATHS.publicKey, bytes: spkiToPem(signer.publicKeySpki) },
  ];
}

/** The statement as it is signed: canonical JSON (RFC 8785). */
export function statementText(statement: SealStatement): string {
  return canonicalJson({ ...statement, scope: { ...statement.scope } });
}

/** Whether `raw` (r and s) is the key's ECDSA P-256 signature over SHA-256 of `bytes`. Throws if `spki` is no such key. */
export async function verifyRaw(spki: Bytes, raw: Bytes, bytes: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'verify',
  ]);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, bytes);
}
