import type { Certificate } from 'pkijs';
import type { Attestation } from '@/utils/domain/attestation';
import { toHex } from '@/utils/domain/hash';
import type { Bytes } from '../zip/format';
import { digestOf } from './algorithms';
import { attest } from './attest';
import { describeCertificate } from './certificate';
import { findRoot } from './chain';
import { derBlocks } from './der';
import { Fault } from './fault';
import { claimedTime, readSignedMessage, type SignedMessage, schemeOf, verifySigner } from './signed-data';

const WHAT = 'a CMS signature';

export interface ESignatureWitness {
  /** What was signed: the bytes of `seal/signature.json`. */
  readonly content: Bytes;
  readonly roots: readonly Certificate[];
  /** When the certificate has to be valid if the signature claims no time of its own. */
  readonly at: Date;
}

/**
 * Checks a CMS signature (RFC 5652, PEM, Base64 or DER) over the sealed statement, detached or with the statement
 * inside: RSA and ECDSA with SHA-2. Other algorithms are `unchecked`, with what the certificate says. Never throws
 * for what is wrong with the file.
 */
export function checkESignature(file: Uint8Array, witness: ESignatureWitness): Promise<Attestation> {
  return attest('e-signature', WHAT, async (known) => {
    const [der] = derBlocks(file);
    if (!der) throw new Fault('attestation-unreadable', WHAT, 'something else');
    const message = readSignedMessage(der, WHAT);
    const time = claimedTime(message);
    known.time = time?.toISOString() ?? null;
    known.signer = message.certificate && describeCertificate(message.certificate);
    const scheme = schemeOf(message);
    known.algorithm = scheme.name;
    await checkContent(message, witness.content);
    if (message.certificate && !scheme.hash) return 'unchecked';
    const certificate = await verifySigner(message, witness.content);
    const root = await findRoot(certificate, message.certificates, witness.roots, time ?? witness.at);
    known.root = root && describeCertificate(root);
    return root ? 'trusted' : 'untrusted';
  });
}

async function checkContent(message: SignedMessage, content: Bytes): Promise<void> {
  if (!message.content) return;
  const expected = toHex(await digestOf('SHA-256', content));
  const found = toHex(await digestOf('SHA-256', message.content));
  if (found !== expected) throw new Fault('attestation-content', expected, found);
}
