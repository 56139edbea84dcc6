import { type AsnType, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier, type Certificate, ContentInfo, TimeStampResp, TSTInfo } from 'pkijs';
import type { Attestation } from '@/utils/domain/attestation';
import { toHex } from '@/utils/domain/hash';
import type { Bytes } from '../zip/format';
import { digestOf, hashName } from './algorithms';
import { attest } from './attest';
import { certificateDer, describeCertificate } from './certificate';
import { findRoot, isTimestampAuthority } from './chain';
import { derBlocks, readAsn1 } from './der';
import { Fault } from './fault';
import {
  attribute,
  readOctets,
  readSignedMessage,
  type SignedMessage,
  schemeOf,
  verifySigner,
} from './signed-data';
import { positive } from './timestamp-query';

const WHAT = 'a timestamp token';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

export interface TimestampWitness {
  /** What was stamped: the bytes of `seal/signature.json`. */
  readonly content: Bytes;
  readonly roots: readonly Certificate[];
  /** The nonce that was asked with; left out where it isn't known any more. */
  readonly nonce?: Bytes;
}

/**
 * Checks a TimeStampResp (RFC 3161, RFC 5816): status, content type, imprint, nonce, signature, signing-certificate
 * attribute, extended key usage, certificates valid at the token's time, chain to a loaded root. Never throws for
 * what is wrong with the file.
 */
export function checkTimestamp(file: Uint8Array, witness: TimestampWitness): Promise<Attestation> {
  return attest('timestamp', WHAT, async (known) => {
    const message = readSignedMessage(readToken(file), WHAT);
    const info = readInfo(message);
    known.time = info.genTime.toISOString();
    known.policy = info.policy;
    known.serialNumber = toHex(info.serialNumber.valueBlock.valueHexView);
    known.signer = message.certificate && describeCertificate(message.certificate);
    const scheme = schemeOf(message);
    known.algorithm = scheme.name;
    await checkImprint(info, witness);
    if (message.certificate && !scheme.hash) return 'unchecked';
    const authority = await verifySigner(message, message.content ?? new Uint8Array());
    await checkSigningCertificate(message, authority);
    if (!isTimestampAuthority(authority)) {
      throw new Fault('attestation-usage', 'timeStamping, critical', 'another extended key usage');
    }
    const root = await findRoot(authority, message.certificates, witness.roots, info.genTime);
    known.root = root && describeCertificate(root);
    return root ? 'trusted' : 'untrusted';
  });
}

function readToken(file: Uint8Array): Bytes {
  const [der] = derBlocks(file);
  if (!der) throw new Fault('attestation-unreadable', WHAT, 'something else');
  const { status, timeStampToken } = new TimeStampResp({ schema: readAsn1(der, WHAT) });
  // 0: granted, 1: granted with modifications.
  if (status.status > 1 || !timeStampToken) {
    const said = (status.statusStrings ?? []).map((text) => text.valueBlock.value).join('; ');
    throw new Fault('attestation-refused', 'status 0', `status ${status.status} ${said}`.trim());
  }
  return new Uint8Array(new ContentInfo(timeStampToken).toSchema().toBER());
}

function readInfo({ contentType, content }: SignedMessage): TSTInfo {
  if (contentType !== TST_INFO || !content)
    throw new Fault('attestation-unreadable', WHAT, `CMS ${contentType}`);
  const info = new TSTInfo({ schema: readAsn1(content, WHAT) });
  if (info.version !== 1) throw new Fault('attestation-unreadable', 'TSTInfo 1', `TSTInfo ${info.version}`);
  const unknown = info.extensions?.find(({ critical }) => critical);
  if (unknown) throw new Fault('attestation-unreadable', 'no critical extension', unknown.extnID);
  return info;
}

async function checkImprint(info: TSTInfo, { content, nonce }: TimestampWitness): Promise<void> {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const hash = hashName(hashAlgorithm.algorithmId);
  if (!hash) throw new Fault('attestation-imprint', 'SHA-256', hashAlgorithm.algorithmId);
  const expected = toHex(await digestOf(hash, content));
  const found = toHex(readOctets(hashedMessage));
  if (found !== expected) throw new Fault('attestation-imprint', expected, found);
  if (!nonce) return;
  const asked = toHex(positive(nonce));
  const answered = info.nonce ? toHex(info.nonce.valueBlock.valueHexView) : 'none';
  if (answered !== asked) throw new Fault('attestation-nonce', asked, answered);
}

// SigningCertificate names the certificate by SHA-1 (RFC 2634), its second form by SHA-256 or as stated (RFC 5035).
async function checkSigningCertificate({ signer }: SignedMessage, authority: Certificate): Promise<void> {
  const second = attribute(signer, SIGNING_CERTIFICATE_V2);
  const value = second ?? attribute(signer, SIGNING_CERTIFICATE);
  if (!value) throw new Fault('attestation-signer', 'attribute signingCertificate', 'none');
  const parts = membersOf(membersOf(membersOf(value)[0])[0]);
  const isHashFirst = parts[0] instanceof OctetString;
  const stated = readOctets(isHashFirst ? parts[0] : parts[1]);
  const named = isHashFirst ? null : new AlgorithmIdentifier({ schema: parts[0] }).algorithmId;
  const hash = second ? (named === null ? 'SHA-256' : hashName(named)) : 'SHA-1';
  if (!hash) throw new Fault('attestation-signer', 'SHA-2', named ?? '');
  const expected = toHex(await digestOf(hash, certificateDer(authority)));
  if (toHex(stated) !== expected) throw new Fault('attestation-signer', expected, toHex(stated));
}

function membersOf(value: AsnType | undefined): AsnType[] {
  return value instanceof Sequence ? (value.valueBlock.value as AsnType[]) : [];
}
