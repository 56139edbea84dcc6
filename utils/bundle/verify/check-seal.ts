import * as v from 'valibot';
import { BUNDLE_PATHS } from '../layout';
import { keyFingerprint, type SealStatement, statementText, verifyRaw } from '../seal';
import { derToRaw, pemToSpki } from '../signature';
import type { Bytes } from '../zip/format';
import { scopeSchema } from './check-scope';
import { readBytes, readJson, readText, unreadable, type VerifyContext } from './context';

const { statement: STATEMENT, signature: SIGNATURE, publicKey: PUBLIC_KEY } = BUNDLE_PATHS;

const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const statementSchema: v.GenericSchema<unknown, SealStatement> = v.strictObject({
  format: v.literal('osmotr-seal/1'),
  caseId: v.string(),
  sealedAt: v.string(),
  tagManifestSha256: sha256Schema,
  journalEvents: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  journalHead: sha256Schema,
  scope: scopeSchema,
  keySha256: sha256Schema,
});

export interface SealFacts {
  readonly statement: SealStatement | null;
  /** Fingerprint of the key in the bundle. */
  readonly keySha256: string | null;
  /** Whether the signature verifies: only then may the statement testify against other files. */
  readonly trusted: boolean;
}

/** Whether `seal/` is whole: statement in canonical JSON, the key that it names, that key's signature over it. */
export async function checkSeal(context: VerifyContext): Promise<SealFacts> {
  const statement = await readStatement(context);
  const pem = await readText(context, 'signature', PUBLIC_KEY);
  const der = await readBytes(context, 'signature', SIGNATURE);
  const spki = pem === null ? null : pemToSpki(pem);
  if (pem !== null && !spki)
    unreadable(context, 'signature', PUBLIC_KEY, 'a public key in PEM', 'something else');
  const raw = der && derToRaw(der);
  if (der && !raw)
    unreadable(context, 'signature', SIGNATURE, 'an ECDSA P-256 signature in DER', 'something else');
  const keySha256 = spki && keyFingerprint(spki);
  if (!statement || !spki || !raw || !keySha256) return { statement, keySha256, trusted: false };
  if (keySha256 !== statement.keySha256) {
    context.report({
      step: 'signature',
      code: 'key-differs',
      file: PUBLIC_KEY,
      against: STATEMENT,
      expected: statement.keySha256,
      found: keySha256,
    });
    return { statement, keySha256, trusted: false };
  }
  const trusted = await checkSignature(context, spki, raw, statementText(statement));
  return { statement, keySha256, trusted };
}

async function readStatement(context: VerifyContext): Promise<SealStatement | null> {
  const statement = await readJson(context, 'signature', STATEMENT, statementSchema);
  const text = statement && (await readText(context, 'signature', STATEMENT));
  if (!statement || text === statementText(statement)) return statement;
  unreadable(context, 'signature', STATEMENT, 'canonical JSON', 'another form');
  return null;
}

async function checkSignature(
  context: VerifyContext,
  spki: Bytes,
  raw: Bytes,
  text: string,
): Promise<boolean> {
  try {
    if (await verifyRaw(spki, raw, new TextEncoder().encode(text))) return true;
  } catch (error) {
    // WebCrypto refuses what is no P-256 key with a DOMException (DataError).
    if (!(error instanceof DOMException)) throw error;
    unreadable(context, 'signature', PUBLIC_KEY, 'a P-256 key', error.name);
    return false;
  }
  context.report({
    step: 'signature',
    code: 'signature-wrong',
    file: SIGNATURE,
    against: STATEMENT,
    expected: 'the signature of the statement',
    found: 'another signature, or another statement',
  });
  return false;
}
