import type { AttestationFault } from '@/utils/domain/attestation';

/** Why an attestation is invalid, on its way to the report. */
export class Fault extends Error {
  override readonly name = 'Fault';

  constructor(
    readonly code: AttestationFault,
    readonly expected: string,
    readonly found: string,
  ) {
    super(`${code}: expected ${expected}, found ${found}`);
  }
}

/** What was thrown while hostile bytes were read, as a fault: the ASN.1 libraries throw errors of many kinds. */
export function toFault(thrown: unknown, expected: string): Fault {
  if (thrown instanceof Fault) return thrown;
  if (!(thrown instanceof Error)) throw thrown;
  return new Fault('attestation-unreadable', expected, 'something else');
}
