import type { VerifyKey, VerifyTranslate } from './report-view';

/** What the verifying code says in English for want of a value; the terms of ZIP stay as they are. */
const PHRASES: ReadonlyMap<string, VerifyKey> = new Map([
  ['none', 'verify.phrase.none'],
  ['no such file', 'verify.phrase.noFile'],
  ['a file', 'verify.phrase.file'],
  ['something else', 'verify.phrase.otherContent'],
  ['another form', 'verify.phrase.otherContent'],
  ['other bytes', 'verify.phrase.otherContent'],
  ['lines of SHA-256 and path', 'verify.phrase.manifestLines'],
  ['UTF-8', 'verify.phrase.utf8'],
  ['canonical JSON', 'verify.phrase.canonical'],
  ['a line end after the last event', 'verify.phrase.lineEnd'],
  ['a public key in PEM', 'verify.phrase.publicKey'],
  ['a P-256 key', 'verify.phrase.p256Key'],
  ['an ECDSA P-256 signature in DER', 'verify.phrase.der'],
  ['the signature of the statement', 'verify.phrase.signature'],
  ['another signature, or another statement', 'verify.phrase.otherSignature'],
  ['a capture of the case', 'verify.phrase.captureOfCase'],
  ['another folder', 'verify.phrase.otherFolder'],
  ['an event of its entry', 'verify.phrase.entryEvent'],
  ['a timestamp token', 'verify.phrase.token'],
  ['a CMS signature', 'verify.phrase.cms'],
  ["the signer's certificate", 'verify.phrase.signerCertificate'],
  ['another key usage', 'verify.phrase.otherUsage'],
  ['another extended key usage', 'verify.phrase.otherUsage'],
  ['a signature by the certificate', 'verify.phrase.byCertificate'],
  ['another signature', 'verify.phrase.wrongSignature'],
  ['timeStamping, critical', 'verify.phrase.stampUsage'],
  ['status 0', 'verify.phrase.status'],
  ['one signer', 'verify.phrase.oneSigner'],
]);

/** An `expected` or `found` in the reader's language; null if it is a value, or a term of ZIP. */
export function phraseOf(raw: string, t: VerifyTranslate): string | null {
  const key = PHRASES.get(raw);
  if (key) return t(key);
  const [, line] = /^line (\d+): an event in canonical JSON$/.exec(raw) ?? [];
  if (line) return t('verify.phrase.eventLine', { line });
  const [, event, rest] = /^event (\d+): ((?:seq|case|prev|hash) [\w:.-]{1,80})$/.exec(raw) ?? [];
  return event && rest ? t('verify.phrase.event', { event, rest }) : null;
}
