import * as v from 'valibot';
import type { Finding, StepOutcome, VerifyStep } from '@/utils/domain/verification';
import type { Digest } from '../digest';
import { BundleError } from '../errors';
import { readEntry } from '../zip/open-entry';
import type { ZipEntries } from '../zip/read';
import { archiveFinding } from './archive-finding';

const TEXT_LIMIT = 256_000_000;

/** What the steps of one verification share: the archive, the digests, what was found so far. */
export interface VerifyContext {
  readonly zip: ZipEntries;
  readonly digests: ReadonlyMap<string, Digest>;
  readonly findings: readonly Finding[];
  readonly report: (finding: Finding) => void;
  readonly skip: (step: VerifyStep) => void;
  /** How a step came out that neither failed nor was skipped; `passed` if nothing is said. */
  readonly settle: (step: VerifyStep, outcome: 'absent' | 'unproven') => void;
  readonly outcome: (step: VerifyStep) => StepOutcome;
  /** Whether something is known to be wrong with a file. */
  readonly isFaulty: (path: string) => boolean;
}

/** An empty context over an archive. */
export function createContext(
  zip: ZipEntries,
  digests: ReadonlyMap<string, Digest>,
  before: readonly Finding[],
): VerifyContext {
  const findings = [...before];
  const faulty = new Set(findings.map(({ file }) => file));
  const skipped = new Set<VerifyStep>();
  const settled = new Map<VerifyStep, StepOutcome>();
  return {
    zip,
    digests,
    findings,
    report: (finding) => {
      findings.push(finding);
      faulty.add(finding.file);
    },
    skip: (step) => skipped.add(step),
    settle: (step, outcome) => settled.set(step, outcome),
    outcome: (step) => {
      if (findings.some((finding) => finding.step === step)) return 'failed';
      return skipped.has(step) ? 'skipped' : (settled.get(step) ?? 'passed');
    },
    isFaulty: (path) => faulty.has(path),
  };
}

/** A file as strict UTF-8. Null, with a finding, if it is missing or is none; a file known as faulty is not named twice. */
export async function readText(
  context: VerifyContext,
  step: VerifyStep,
  path: string,
): Promise<string | null> {
  const bytes = await readBytes(context, step, path);
  if (!bytes) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    unreadable(context, step, path, 'UTF-8', 'other bytes');
    return null;
  }
}

/** A file's bytes. Null, with a finding, if it is missing. */
export async function readBytes(
  context: VerifyContext,
  step: VerifyStep,
  path: string,
): Promise<Uint8Array | null> {
  const entry = context.zip.find(path);
  if (!entry) {
    reportOnce(context, {
      step,
      code: 'file-missing',
      file: path,
      against: '',
      expected: 'a file',
      found: 'none',
    });
    return null;
  }
  if (!context.digests.has(path)) return null;
  try {
    return await readEntry(context.zip, entry, TEXT_LIMIT);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    reportOnce(context, archiveFinding(step, error));
    return null;
  }
}

/** A file as JSON of a shape. Null, with a finding, if it is missing or of another shape. */
export async function readJson<T>(
  context: VerifyContext,
  step: VerifyStep,
  path: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | null> {
  const text = await readText(context, step, path);
  if (text === null) return null;
  const value = parseJson(text);
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  unreadable(
    context,
    step,
    path,
    issue.expected ?? 'another shape',
    `${v.getDotPath(issue) ?? 'JSON'}: ${issue.received}`,
  );
  return null;
}

/** The value, or undefined for what is no JSON (JSON itself has no undefined). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** Reports a file that isn't of the form it should have. */
export function unreadable(
  context: VerifyContext,
  step: VerifyStep,
  file: string,
  expected: string,
  found: string,
): void {
  context.report({ step, code: 'file-unreadable', file, against: '', expected, found });
}

/** Reports unless the file is known as faulty already. */
export function reportOnce(context: VerifyContext, finding: Finding): void {
  if (!context.isFaulty(finding.file)) context.report(finding);
}
