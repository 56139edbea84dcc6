import { readCertificates } from '@/utils/bundle/attest/certificate';
import { checkTimestamp } from '@/utils/bundle/attest/check-timestamp';
import { formatTimestampQuery } from '@/utils/bundle/attest/timestamp-query';
import type { TimestampOutcome } from '@/utils/domain/activity';
import type { Attestation } from '@/utils/domain/attestation';
import { ExpectedError, toErrorRecord } from '@/utils/errors';

type Bytes = Uint8Array<ArrayBuffer>;

/** Sends a query to the timestamp authority of the settings and gives its answer, unchecked. */
export type AskAuthority = (query: Bytes) => Promise<Bytes>;

export interface TimestampRequest {
  /** The sealed statement: only its hash leaves. */
  readonly statement: Bytes;
  /** Files of root certificates that the operative has loaded. */
  readonly roots: readonly Uint8Array[];
  /** Sixteen random bytes. */
  readonly nonce: Bytes;
}

/**
 * Asks for a timestamp of a statement and checks it, its nonce too, before it is accepted. Throws `timestamp-refused`
 * if the answer doesn't hold, `timestamp-untrusted` if no loaded root stands behind it, and what `ask` throws.
 */
export async function obtainTimestamp(
  { statement, roots, nonce }: TimestampRequest,
  ask: AskAuthority,
): Promise<{ readonly bytes: Bytes; readonly attestation: Attestation }> {
  const bytes = await ask(await formatTimestampQuery(statement, nonce));
  const witness = { content: statement, roots: roots.flatMap(readCertificates), nonce };
  const attestation = await checkTimestamp(bytes, witness);
  const { state, fault, signer, algorithm } = attestation;
  if (fault) {
    const { code, expected, found } = fault;
    throw new ExpectedError('timestamp-refused', { reason: `${code}: ${expected} ≠ ${found}` });
  }
  if (state !== 'trusted') {
    const facts = { subject: signer?.subject ?? '', issuer: signer?.issuer ?? '' };
    throw new ExpectedError(
      'timestamp-untrusted',
      state === 'unchecked' ? { algorithm: algorithm ?? '' } : facts,
    );
  }
  return { bytes, attestation };
}

/**
 * Like obtainTimestamp, but a failure is an outcome too: paperwork never blocks evidence. Throws the signal's reason
 * alone.
 */
export async function tryTimestamp(
  request: TimestampRequest,
  ask: AskAuthority,
  signal: AbortSignal,
): Promise<{ readonly bytes: Bytes | null; readonly timestamp: TimestampOutcome }> {
  try {
    const { bytes, attestation } = await Promise.race([
      obtainTimestamp(request, ask),
      rejectWhenAborted(signal),
    ]);
    return { bytes, timestamp: { ok: true, time: attestation.time ?? '' } };
  } catch (thrown) {
    signal.throwIfAborted();
    return { bytes: null, timestamp: { ok: false, error: toErrorRecord(thrown) } };
  }
}

/** A nonce for one request. */
export function randomNonce(): Bytes {
  return crypto.getRandomValues(new Uint8Array(16));
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
