import type { FiledAttestation } from '@/utils/domain/attestation';
import type { VerifyStep } from '@/utils/domain/verification';
import { readCertificates } from '../attest/certificate';
import { checkESignature } from '../attest/check-e-signature';
import { checkTimestamp } from '../attest/check-timestamp';
import { BUNDLE_PATHS, E_SIGNATURE_PATH } from '../layout';
import type { SealStatement } from '../seal';
import type { Bytes } from '../zip/format';
import { readBytes, type VerifyContext } from './context';

const { statement: STATEMENT, timestamp: TIMESTAMP } = BUNDLE_PATHS;

/**
 * The timestamp and the signatures that were added to the seal, against the statement's bytes. One that is invalid is
 * a finding; one that nobody here can vouch for leaves the step `unproven`.
 */
export async function checkAttestations(
  context: VerifyContext,
  statement: SealStatement | null,
  rootFiles: readonly Uint8Array[],
): Promise<FiledAttestation[]> {
  const roots = rootFiles.flatMap(readCertificates);
  const at = new Date(statement?.sealedAt ?? Number.NaN);
  const paths = context.zip.entries.map(({ path }) => path);
  const timestamps = paths.filter((path) => path === TIMESTAMP);
  const signatures = paths.filter((path) => E_SIGNATURE_PATH.test(path)).sort();
  const content = statement && (await readBytes(context, 'timestamp', STATEMENT));
  const run = async (
    step: VerifyStep,
    files: readonly string[],
    check: (bytes: Uint8Array, content: Bytes) => ReturnType<typeof checkTimestamp>,
  ) => {
    if (files.length === 0) context.settle(step, 'absent');
    else if (!content) context.skip(step);
    const results: FiledAttestation[] = [];
    for (const file of content ? files : []) {
      const bytes = await readBytes(context, step, file);
      if (bytes) results.push(settle(context, step, { file, ...(await check(bytes, content as Bytes)) }));
    }
    return results;
  };
  return [
    ...(await run('timestamp', timestamps, (file, stamped) =>
      checkTimestamp(file, { content: stamped, roots }),
    )),
    ...(await run('e-signatures', signatures, (file, signed) =>
      checkESignature(file, { content: signed, roots, at }),
    )),
  ];
}

function settle(context: VerifyContext, step: VerifyStep, found: FiledAttestation): FiledAttestation {
  const { file, state, fault } = found;
  if (fault) context.report({ step, file, against: STATEMENT, ...fault });
  else if (state !== 'trusted') context.settle(step, 'unproven');
  return found;
}
