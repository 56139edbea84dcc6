import { describeFamily } from '../describe-family';

// Fingerprints in groups or beside a label.
describeFamily('pgp', ['pgp-key', 'pgp-fingerprint'], {
  hits: [
    [
      '0D69 E11F 12BD BA07 7B37  26AB 4E1F 799A A4FF 2279',
      'pgp-fingerprint 0D69E11F12BDBA077B3726AB4E1F799AA4FF2279',
    ],
    [
      'GPG: 9554F04D7259F04124DE6B476D5A82AC7E37093B',
      'pgp-fingerprint 9554F04D7259F04124DE6B476D5A82AC7E37093B',
    ],
  ],
  misses: [
    'commit 9554F04D7259F04124DE6B476D5A82AC7E37093B',
    '0000 0000 0000 0000 0000 0000 0000 0000 0000 0000',
    '-----BEGIN PGP MESSAGE-----\\nabc\\n-----END PGP MESSAGE-----',
  ],
});
