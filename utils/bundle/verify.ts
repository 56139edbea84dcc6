import type { FiledAttestation } from '@/utils/domain/attestation';
import {
  type BundleSummary,
  type Finding,
  NOT_COVERED,
  type NotCovered,
  VERIFY_STEPS,
  type VerifyReport,
} from '@/utils/domain/verification';
import { BundleError } from './errors';
import { BUNDLE_PATHS } from './layout';
import { archiveFinding } from './verify/archive-finding';
import { checkAttestations } from './verify/check-attestations';
import { checkPayload, checkTagManifest } from './verify/check-bag';
import { captureFolders, checkCaptures, readCase } from './verify/check-captures';
import { checkJournal } from './verify/check-journal';
import { checkSeal } from './verify/check-seal';
import { checkPinnedFacts, checkPinnedManifest } from './verify/check-statement';
import { createContext, type VerifyContext } from './verify/context';
import { digestEntries, type VerifyOptions } from './verify/digest-entries';
import type { ByteSource } from './zip/format';
import { readZip, type ZipEntries } from './zip/read';

/**
 * Recomputes everything a bundle claims (FORMAT.md) and trusts no flag in it; memory stays bounded whatever its
 * size. Never throws for what is wrong with the bundle: each fault is a finding with file, expected and found.
 * Throws the signal's reason when aborted, and what reading the Blob throws.
 */
export async function verifyBundle(blob: ByteSource, options: VerifyOptions = {}): Promise<VerifyReport> {
  const zip = await openArchive(blob);
  if ('code' in zip) return refusedReport(zip);
  const { digests, findings } = await digestEntries(zip, options);
  const context = createContext(zip, digests, findings);
  const { summary, attestations } = await checkAll(context, options.roots ?? []);
  const steps = VERIFY_STEPS.map((name) => ({ name, outcome: context.outcome(name) }));
  const ok = steps.every(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped');
  const notCovered = notCoveredBy(attestations);
  return { ok, steps, findings: inOrder(context.findings), notCovered, attestations, summary };
}

// From the signature downwards, so that each file is judged by a witness that was judged before it.
async function checkAll(
  context: VerifyContext,
  roots: readonly Uint8Array[],
): Promise<{ summary: BundleSummary; attestations: readonly FiledAttestation[] }> {
  const seal = await checkSeal(context);
  if (seal.trusted && seal.statement) checkPinnedManifest(context, seal.statement);
  await checkTagManifest(context);
  await checkPayload(context);
  const journal = await checkJournal(context);
  const matter = await readCase(context);
  if (seal.trusted && seal.statement) checkPinnedFacts(context, seal.statement, journal, matter);
  else context.skip('statement');
  await checkCaptures(context, matter, journal);
  const attestations = await checkAttestations(context, seal.statement, roots);
  const summary: BundleSummary = {
    caseId: matter?.id ?? seal.statement?.caseId ?? null,
    registerNumber: matter?.registerNumber ?? null,
    title: matter?.title ?? null,
    sealedAt: seal.statement?.sealedAt ?? null,
    keySha256: seal.keySha256,
    tagManifestSha256: context.digests.get(BUNDLE_PATHS.tagManifest)?.sha256 ?? null,
    journalEvents: journal?.count ?? null,
    scope: seal.statement?.scope ?? matter?.scope ?? null,
    captures: captureFolders(context).size,
    files: context.zip.entries.length,
    bytes: context.zip.blob.size,
  };
  return { summary, attestations };
}

async function openArchive(blob: ByteSource): Promise<ZipEntries | BundleError> {
  try {
    return await readZip(blob);
  } catch (error) {
    if (error instanceof BundleError) return error;
    throw error;
  }
}

function refusedReport(error: BundleError): VerifyReport {
  const steps = VERIFY_STEPS.map((name) => {
    return { name, outcome: name === 'structure' ? ('failed' as const) : ('skipped' as const) };
  });
  const findings = [archiveFinding('structure', error)];
  return { ok: false, steps, findings, notCovered: notCoveredBy([]), attestations: [], summary: null };
}

function notCoveredBy(attestations: readonly FiledAttestation[]): NotCovered[] {
  const isTimed = attestations.some(({ kind, state }) => kind === 'timestamp' && state === 'trusted');
  const left: readonly NotCovered[] = [
    isTimed ? 'clock' : 'clock-before',
    ...(attestations.length > 0 ? [] : (['revocation'] as const)),
  ];
  return NOT_COVERED.filter((code) => !left.includes(code));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return VERIFY_STEPS.flatMap((name) => findings.filter(({ step }) => step === name));
}
