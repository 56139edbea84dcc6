import type { CertificateFacts } from '@/utils/domain/attestation';
import type { Bytes } from '../zip/format';
import { certificateDer, describeCertificate, isSameName, readCertificates } from './certificate';
import { mayIssue } from './chain';

/** A root certificate as it is kept, and what it says. */
export interface Root {
  readonly der: Bytes;
  readonly facts: CertificateFacts;
}

/**
 * The root certificates of a file (PEM, as many as it has, or DER). Null if there are none in it, or if any of them
 * is not one that issued itself and may issue others: nobody should take another for a root by mistake.
 */
export function readRoots(file: Uint8Array): Root[] | null {
  try {
    const certificates = readCertificates(file);
    const areRoots = certificates.every((it) => isSameName(it.subject, it.issuer) && mayIssue(it, 0));
    if (certificates.length === 0 || !areRoots) return null;
    return certificates.map((it) => ({ der: certificateDer(it), facts: describeCertificate(it) }));
  } catch (thrown) {
    // The ASN.1 libraries throw errors of many kinds over what is no certificate.
    if (thrown instanceof Error) return null;
    throw thrown;
  }
}
