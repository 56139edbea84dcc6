import type {
  AttestationKind,
  AttestationState,
  CertificateFacts,
  FiledAttestation,
} from '../domain/attestation';
import type { FactView, ReportWords, VerifyKey } from './report-view';

/** A timestamp or a signature of a bundle, in the words of one language. */
export interface AttestationView {
  readonly file: string;
  readonly kind: AttestationKind;
  readonly state: AttestationState;
  readonly title: string;
  readonly stateLabel: string;
  readonly note: string;
  readonly facts: readonly FactView[];
}

/** Puts an attestation into words. What a certificate says is as hostile as anything else in the file. */
export function attestationView(found: FiledAttestation, { t, format }: ReportWords): AttestationView {
  const { file, kind, state, time, algorithm, policy, serialNumber, signer, root } = found;
  const fact = (name: FactName, value: string | null | undefined): FactView[] => {
    const key: VerifyKey = `verify.attest.fact.${name}`;
    return value ? [{ name, label: t(key), value, kind: 'captured' }] : [];
  };
  const moment = (iso: string) => format.timestamp(iso);
  const period = ({ notBefore, notAfter }: CertificateFacts) => `${moment(notBefore)} – ${moment(notAfter)}`;
  return {
    file,
    kind,
    state,
    title: t(`verify.attest.kind.${kind}`),
    stateLabel: t(`verify.attest.state.${state}`),
    note: t(`verify.attest.note.${kind}.${state}`),
    facts: [
      ...fact(kind === 'timestamp' ? 'time' : 'claimed', time && moment(time)),
      ...fact('subject', signer?.subject),
      ...fact('numbers', signer?.numbers.join(', ')),
      ...fact('issuer', signer?.issuer),
      ...fact('serialNumber', signer?.serialNumber),
      ...fact('validity', signer && period(signer)),
      ...fact('algorithm', algorithm),
      ...fact('policy', policy),
      ...fact('tokenSerial', serialNumber),
      ...fact('root', root && `${root.subject}; SHA-256 ${root.sha256}`),
    ],
  };
}

type FactName =
  | 'time'
  | 'claimed'
  | 'subject'
  | 'numbers'
  | 'issuer'
  | 'serialNumber'
  | 'validity'
  | 'algorithm'
  | 'policy'
  | 'tokenSerial'
  | 'root';
