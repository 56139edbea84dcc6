/** Without those that are taken for each other when they are read aloud or written down: Crockford's base 32. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/**
 * A passphrase of 125 random bits in five groups of five signs (`k3m9z-…`). `randomBytes` fills an array with bytes of
 * a cryptographic generator.
 */
export function createPassphrase(randomBytes: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(GROUPS * GROUP_LENGTH);
  randomBytes(bytes);
  // 256 is a multiple of 32: each sign is as likely as another.
  const signs = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return (signs.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g')) ?? []).join('-');
}

/**
 * Whether every archiver derives the same key from a passphrase: printable ASCII alone, since they encode anything else
 * each in its own way; at least eight signs.
 */
export function isUsablePassphrase(passphrase: string): boolean {
  return /^[ -~]{8,200}$/.test(passphrase) && passphrase.trim() === passphrase;
}
