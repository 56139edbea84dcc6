import type { Finding, VerifyStep, ZipFault } from '@/utils/domain/verification';
import type { BundleError } from '../errors';

/** What the ZIP reader refused, as a finding. */
export function archiveFinding(step: VerifyStep, { code, facts }: BundleError): Finding {
  return { step, code: code as ZipFault, against: '', ...facts };
}
