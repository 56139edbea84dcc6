import { type AlgorithmIdentifier, getCrypto, type PublicKeyInfo, RSASSAPSSParams } from 'pkijs';
import type { Bytes } from '../zip/format';

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const SIGNATURES: Readonly<Record<string, { readonly name: string; readonly hash?: string }>> = {
  '1.2.840.113549.1.1.1': { name: 'RSA' },
  '1.2.840.113549.1.1.10': { name: 'RSA-PSS' },
  '1.2.840.113549.1.1.11': { name: 'RSA', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { name: 'RSA', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { name: 'RSA', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { name: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA', hash: 'SHA-512' },
};

const CURVES = ['1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35'];

/** National families, told by the beginning of the OID. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['1.2.398.3.10.', 'ГОСТ (KZ)'],
  ['1.2.643.', 'ГОСТ (RU)'],
  ['1.2.860.3.15.', "O'zDSt (UZ)"],
  ['1.2.804.2.1.1.1.', 'ДСТУ (UA)'],
];

/** The name that WebCrypto has for a hash; null for what isn't SHA-2 (SHA-1 can be forged). */
export function hashName(oid: string): string | null {
  return HASHES[oid] ?? null;
}

/**
 * How a signature is to be computed: WebCrypto's hash and a name for people. `hash` is null where it can't be
 * computed here (GOST and other national algorithms, SHA-1, curves that browsers lack): `name` then has the OID.
 */
export function signatureScheme(
  algorithm: AlgorithmIdentifier,
  key: PublicKeyInfo,
  digest?: AlgorithmIdentifier,
): { readonly name: string; readonly hash: string | null } {
  const oid = algorithm.algorithmId;
  const known = SIGNATURES[oid];
  const isCurve =
    known?.name !== 'ECDSA' || CURVES.includes(key.algorithm.algorithmParams?.valueBlock.toString() ?? '');
  if (!known || !isCurve) return { name: unknownName(known ? key.algorithm.algorithmId : oid), hash: null };
  const hash = known.hash ?? (oid.endsWith('.10') ? pssHash(algorithm) : hashName(digest?.algorithmId ?? ''));
  return hash ? { name: `${known.name} ${hash}`, hash } : { name: unknownName(oid), hash: null };
}

/** Whether `signature` is the key's over SHA-2 of `bytes`; false also for keys that WebCrypto refuses. */
export async function isSignedBy(
  key: PublicKeyInfo,
  bytes: BufferSource,
  signature: Parameters<ReturnType<typeof engine>['verifyWithPublicKey']>[1],
  algorithm: AlgorithmIdentifier,
  hash: string,
): Promise<boolean> {
  try {
    return await engine().verifyWithPublicKey(bytes, signature, key, algorithm, hash);
  } catch (error) {
    if (error instanceof Error || error instanceof DOMException) return false;
    throw error;
  }
}

/** SHA-2 (or, for the old form of a signing-certificate attribute, SHA-1) of bytes. */
export async function digestOf(name: string, bytes: Uint8Array): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(name, bytes.slice()));
}

function engine() {
  return getCrypto(true);
}

function unknownName(oid: string): string {
  const [, family] = FAMILIES.find(([beginning]) => oid.startsWith(beginning)) ?? [];
  return family ? `${family} ${oid}` : oid;
}

function pssHash({ algorithmParams }: AlgorithmIdentifier): string | null {
  const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
  return hashName(hashAlgorithm.algorithmId);
}
