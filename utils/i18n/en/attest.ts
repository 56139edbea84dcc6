import type { Texts } from '../texts';

/** Timestamps and electronic signatures of a bundle, as the report tells of them. */
export const attest: Texts['verify']['attest'] = {
  title: 'Timestamps and signatures',
  kind: { timestamp: 'Timestamp', 'e-signature': 'Electronic signature' },
  state: {
    trusted: 'valid and trusted',
    untrusted: 'valid, not trusted: root unknown',
    unchecked: 'not checked: algorithm',
    invalid: 'invalid',
  },
  note: {
    timestamp: {
      trusted:
        'It is for this bundle, its signature is right, and its certificate leads to a root certificate that was loaded.',
      untrusted:
        'It is for this bundle and its signature is right. Whose it is can’t be confirmed here: the root certificate was not loaded.',
      unchecked:
        'It is for this bundle, but signed with an algorithm that this program can’t compute. Check it with the authority’s own program.',
      invalid: 'It does not confirm this bundle’s time: the reason stands above.',
    },
    'e-signature': {
      trusted:
        'The signature of this bundle’s statement is right, and its certificate leads to a root certificate that was loaded.',
      untrusted:
        'The signature of this bundle’s statement is right. Whose it is can’t be confirmed here: the root certificate was not loaded.',
      unchecked:
        'It was made with an algorithm that this program can’t compute. What follows is from the certificate and was not checked; check the signature with the national program.',
      invalid: 'It does not confirm this bundle: the reason stands above.',
    },
  },
  fact: {
    time: 'Time of the timestamp',
    claimed: 'Signed at (by the signer’s own word)',
    subject: 'Certificate issued to',
    numbers: 'IIN, BIN, PINFL, INN',
    issuer: 'Issued by',
    serialNumber: 'Serial number',
    validity: 'Valid',
    algorithm: 'Algorithm',
    policy: 'Policy of the time authority',
    tokenSerial: 'Number of the timestamp',
    root: 'Root certificate',
  },
  roots: 'Root certificates',
  rootsNote:
    'To confirm whose timestamps and signatures these are, add root certificates (PEM, DER) here that you did not get from the bundle.',
  rootsChoose: 'Add certificates',
  rootsLoaded: 'Certificates loaded: {{number}}',
  rootsBad: 'Not a root certificate',
};
