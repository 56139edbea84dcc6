import type {
  Attestation,
  AttestationFacts,
  AttestationKind,
  AttestationState,
} from '@/utils/domain/attestation';
import { toFault } from './fault';

/** What a check has found out so far: it stands in the answer even if a later step finds a fault. */
export type Known = { -readonly [Key in keyof AttestationFacts]: AttestationFacts[Key] };

/** Runs a check; what it throws is the fault of an invalid attestation. `what`: what the file should have been. */
export async function attest(
  kind: AttestationKind,
  what: string,
  check: (known: Known) => Promise<Exclude<AttestationState, 'invalid'>>,
): Promise<Attestation> {
  const known: Known = {
    time: null,
    algorithm: null,
    policy: null,
    serialNumber: null,
    signer: null,
    root: null,
  };
  try {
    return { kind, state: await check(known), fault: null, ...known };
  } catch (thrown) {
    const { code, expected, found } = toFault(thrown, what);
    return { kind, state: 'invalid', fault: { code, expected, found }, ...known };
  }
}
