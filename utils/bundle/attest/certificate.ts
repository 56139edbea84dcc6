import { type AttributeTypeAndValue, Certificate, type RelativeDistinguishedNames } from 'pkijs';
import type { CertificateFacts } from '@/utils/domain/attestation';
import { sha256Hex, toHex } from '@/utils/domain/hash';
import type { Bytes } from '../zip/format';
import { derBlocks, readAsn1 } from './der';

const SERIAL_NUMBER = '2.5.4.5';
const UNIT = '2.5.4.11';

/** Short names as openssl prints them; the last two are Uzbekistan's: tax number and personal number. */
const NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  [SERIAL_NUMBER]: 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  [UNIT]: 'OU',
  '2.5.4.12': 'title',
  '2.5.4.15': 'businessCategory',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.2.860.3.16.1.1': 'INN',
  '1.2.860.3.16.1.2': 'PINFL',
};
const NATIONAL_NUMBER = /^1\.2\.860\.3\.16\.1\.[12]$/;

/** The certificates of a file, PEM or DER. Throws what the ASN.1 libraries throw if one is broken. */
export function readCertificates(file: Uint8Array): Certificate[] {
  return derBlocks(file).map((der) => new Certificate({ schema: readAsn1(der, 'a certificate') }));
}

/** A certificate in DER, as it was issued. */
export function certificateDer(certificate: Certificate): Bytes {
  return new Uint8Array(certificate.toSchema().toBER());
}

/** What a certificate says, for people. */
export function describeCertificate(certificate: Certificate): CertificateFacts {
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    serialNumber: toHex(certificate.serialNumber.valueBlock.valueHexView),
    notBefore: certificate.notBefore.value.toISOString(),
    notAfter: certificate.notAfter.value.toISOString(),
    sha256: sha256Hex(certificateDer(certificate)),
    numbers: certificate.subject.typesAndValues.flatMap(nationalNumber),
  };
}

/** Names are compared as they are encoded. */
export function isSameName(a: RelativeDistinguishedNames, b: RelativeDistinguishedNames): boolean {
  const name = ({ valueBeforeDecode }: RelativeDistinguishedNames) =>
    toHex(new Uint8Array(valueBeforeDecode));
  return name(a) === name(b);
}

function formatName({ typesAndValues }: RelativeDistinguishedNames): string {
  return typesAndValues.map((pair) => `${NAMES[pair.type] ?? pair.type}=${textOf(pair)}`).join(', ');
}

function textOf({ value }: AttributeTypeAndValue): string {
  // All kinds of string, of which the type names only some; the rest is shown as it is encoded.
  const text: unknown = value.valueBlock.value;
  return typeof text === 'string' ? text : toHex(new Uint8Array(value.toBER()));
}

function nationalNumber(pair: AttributeTypeAndValue): string[] {
  const text = textOf(pair);
  if (pair.type === SERIAL_NUMBER || NATIONAL_NUMBER.test(pair.type)) return [text];
  return pair.type === UNIT && /^BIN\d{12}$/.test(text) ? [text] : [];
}
