/** What speaks for a bundle from outside: a trusted timestamp (RFC 3161) or a signature of an e-signature program (CMS). */
export type AttestationKind = 'timestamp' | 'e-signature';

/**
 * `trusted`: valid, and its certificate leads to a root that the reader has loaded. `untrusted`: valid, but the
 * root is unknown here. `unchecked`: its algorithm can't be computed here, which says nothing for or against it.
 */
export type AttestationState = 'trusted' | 'untrusted' | 'unchecked' | 'invalid';

/** Why an attestation is invalid. */
export const ATTESTATION_FAULTS = [
  'attestation-unreadable',
  'attestation-refused',
  'attestation-imprint',
  'attestation-nonce',
  'attestation-content',
  'attestation-signature',
  'attestation-signer',
  'attestation-usage',
  'attestation-period',
] as const;
export type AttestationFault = (typeof ATTESTATION_FAULTS)[number];

/** What a certificate (X.509) says. Times in ISO 8601, UTC; numbers and hashes in lower-case hex. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** SHA-256 of the certificate in DER. */
  readonly sha256: string;
  /** Personal and company numbers as they stand in the subject: `IIN850101300123`, `BIN123456789012`. */
  readonly numbers: readonly string[];
}

/** What is known of one attestation file. `time`: of the timestamp, or the one that the signer claims. */
export interface AttestationFacts {
  readonly time: string | null;
  /** Name of the signature's algorithm; its OID where we have no name for it. */
  readonly algorithm: string | null;
  /** The timestamp's policy (OID) and serial number (hex). */
  readonly policy: string | null;
  readonly serialNumber: string | null;
  readonly signer: CertificateFacts | null;
  /** The loaded root that it leads to. */
  readonly root: CertificateFacts | null;
}

export interface Attestation extends AttestationFacts {
  readonly kind: AttestationKind;
  readonly state: AttestationState;
  /** Set if it is invalid: what was expected, and what was found. */
  readonly fault: {
    readonly code: AttestationFault;
    readonly expected: string;
    readonly found: string;
  } | null;
}

/** An attestation of a bundle, with its path there. */
export interface FiledAttestation extends Attestation {
  readonly file: string;
}
