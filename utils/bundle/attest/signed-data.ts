import { type AsnType, OctetString } from 'asn1js';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { toHex } from '@/utils/domain/hash';
import type { Bytes } from '../zip/format';
import { digestOf, hashName, isSignedBy, signatureScheme } from './algorithms';
import { isSameName } from './certificate';
import { maySign } from './chain';
import { readAsn1 } from './der';
import { Fault } from './fault';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const KEY_IDENTIFIER = '2.5.29.14';

/** A CMS signature (RFC 5652) of one signer, taken apart; nothing of it is verified yet. */
export interface SignedMessage {
  readonly contentType: string;
  /** Null if the signature is detached. */
  readonly content: Bytes | null;
  readonly certificates: readonly Certificate[];
  readonly signer: SignerInfo;
  /** The signer's certificate; null if the message doesn't hold it. */
  readonly certificate: Certificate | null;
}

/** Takes a CMS SignedData in DER apart. Throws a Fault, or what the ASN.1 libraries throw. */
export function readSignedMessage(der: Uint8Array, what: string): SignedMessage {
  const { contentType, content } = new ContentInfo({ schema: readAsn1(der, what) });
  if (contentType !== SIGNED_DATA) throw new Fault('attestation-unreadable', what, `CMS ${contentType}`);
  const { encapContentInfo, certificates = [], signerInfos } = new SignedData({ schema: content });
  const [signer, ...others] = signerInfos;
  if (!signer || others.length > 0) {
    throw new Fault('attestation-unreadable', 'one signer', String(signerInfos.length));
  }
  const own = certificates.filter((it): it is Certificate => it instanceof Certificate);
  const { eContentType, eContent } = encapContentInfo;
  return {
    contentType: eContentType,
    content: eContent instanceof OctetString ? new Uint8Array(eContent.getValue()) : null,
    certificates: own,
    signer,
    certificate: own.find((it) => isNamedBy(it, signer.sid)) ?? null,
  };
}

/** Name of the signature's algorithm; `hash` is null where it can't be computed here. */
export function schemeOf({ signer, certificate }: SignedMessage) {
  const key = certificate?.subjectPublicKeyInfo;
  const scheme = key && signatureScheme(signer.signatureAlgorithm, key, signer.digestAlgorithm);
  const digest = hashName(signer.digestAlgorithm.algorithmId);
  if (scheme?.hash && digest) return { name: scheme.name, hash: scheme.hash, digest };
  const { algorithmId } = scheme?.hash ? signer.digestAlgorithm : signer.signatureAlgorithm;
  return { name: scheme && !scheme.hash ? scheme.name : algorithmId, hash: null, digest: null };
}

/**
 * Verifies the signature over `content`: content type, message digest, signature, key usage of the certificate; not
 * whether the certificate is to be trusted. Throws a Fault. Call it only where `schemeOf` gives a hash.
 */
export async function verifySigner(message: SignedMessage, content: Bytes): Promise<Certificate> {
  const { signer, certificate, contentType } = message;
  if (!certificate) throw new Fault('attestation-signer', "the signer's certificate", 'none');
  if (!maySign(certificate)) throw new Fault('attestation-usage', 'digitalSignature', 'another key usage');
  const { hash, digest } = schemeOf(message);
  if (!hash) throw new Error('an algorithm that cannot be computed');
  const { signedAttrs } = signer;
  if (signedAttrs) {
    const type = readOid(soleAttribute(signer, CONTENT_TYPE));
    if (type !== contentType) throw new Fault('attestation-content', contentType, type);
    const stated = readOctets(soleAttribute(signer, MESSAGE_DIGEST));
    const expected = toHex(await digestOf(digest, content));
    if (toHex(stated) !== expected) throw new Fault('attestation-content', expected, toHex(stated));
  }
  const signed = signedAttrs ? signedAttrs.encodedValue : content;
  const { signature, signatureAlgorithm } = signer;
  const key = certificate.subjectPublicKeyInfo;
  if (!(await isSignedBy(key, signed, signature, signatureAlgorithm, hash))) {
    throw new Fault('attestation-signature', 'a signature by the certificate', 'another signature');
  }
  return certificate;
}

/** The time that the signer claims; null if none. */
export function claimedTime({ signer }: SignedMessage): Date | null {
  const values = signer.signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME)?.values;
  const time: unknown = values?.[0];
  return hasDate(time) ? time.toDate() : null;
}

/** The value of a signed attribute; null if there is none. Throws a Fault if it stands twice. */
export function attribute({ signedAttrs }: SignerInfo, type: string): AsnType | null {
  const found = (signedAttrs?.attributes ?? [])
    .filter((it) => it.type === type)
    .flatMap(({ values }) => values);
  if (found.length > 1)
    throw new Fault('attestation-unreadable', `one attribute ${type}`, String(found.length));
  return (found[0] as AsnType | undefined) ?? null;
}

/** The bytes of an OCTET STRING. Throws a Fault for anything else. */
export function readOctets(value: AsnType | null | undefined): Bytes {
  if (value instanceof OctetString) return new Uint8Array(value.getValue());
  throw new Fault('attestation-unreadable', 'an OCTET STRING', 'something else');
}

function soleAttribute(signer: SignerInfo, type: string): AsnType {
  const value = attribute(signer, type);
  if (!value) throw new Fault('attestation-unreadable', `attribute ${type}`, 'none');
  return value;
}

function readOid(value: AsnType): string {
  return String(value.valueBlock);
}

function isNamedBy(certificate: Certificate, sid: unknown): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return isSameName(certificate.issuer, sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber);
  }
  const identifier = certificate.extensions?.find(({ extnID }) => extnID === KEY_IDENTIFIER)?.parsedValue;
  const wanted = (sid as { valueBlock?: { valueHexView?: Uint8Array } }).valueBlock?.valueHexView;
  if (!(identifier instanceof OctetString) || !wanted) return false;
  return toHex(new Uint8Array(identifier.getValue())) === toHex(wanted);
}

function hasDate(value: unknown): value is { toDate(): Date } {
  return typeof value === 'object' && value !== null && 'toDate' in value;
}
