import * as v from 'valibot';
import type { BundleScope } from '@/utils/domain/verification';
import { BUNDLE_PATHS, CAPTURE_MANIFEST } from '../layout';
import type { JournalFacts } from './check-journal';
import { checkScope, scopeSchema } from './check-scope';
import { readJson, reportOnce, type VerifyContext } from './context';

const STEP = 'captures';

const caseSchema = v.looseObject({
  format: v.literal('osmotr-case/1'),
  case: v.looseObject({ id: v.string(), title: v.string(), registerNumber: v.string() }),
  scope: scopeSchema,
  captures: v.array(
    v.looseObject({ id: v.string(), number: v.number(), folder: v.string(), sha256: v.string() }),
  ),
});

const captureSchema = v.looseObject({
  format: v.literal('osmotr-capture/1'),
  id: v.string(),
  artifacts: v.array(v.looseObject({ name: v.string(), bytes: v.number(), sha256: v.string() })),
});

/** What `data/case.json` says. */
export interface CaseFacts {
  readonly id: string;
  readonly title: string;
  readonly registerNumber: string;
  readonly scope: BundleScope;
  readonly captures: readonly {
    readonly id: string;
    readonly number: number;
    readonly folder: string;
    readonly sha256: string;
  }[];
}

/** Reads `data/case.json`. Null, with a finding, if it can't be read. */
export async function readCase(context: VerifyContext): Promise<CaseFacts | null> {
  const facts = await readJson(context, STEP, BUNDLE_PATHS.caseFacts, caseSchema);
  return facts && { ...facts.case, scope: facts.scope, captures: facts.captures };
}

/** The paths of each folder of `data/captures/`. */
export function captureFolders(context: VerifyContext): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const { path } of context.zip.entries) {
    const [folder] = /^data\/captures\/[^/]+\//.exec(path) ?? [];
    if (!folder) continue;
    const paths = folders.get(folder);
    if (paths) paths.push(path);
    else folders.set(folder, [path]);
  }
  return folders;
}

/**
 * Every `capture.json` against the files beside it; `data/case.json` and the journal against every `capture.json`, and
 * against each other on how many captures there are.
 * A file that is already named, or whose witness is, isn't named again.
 */
export async function checkCaptures(
  context: VerifyContext,
  matter: CaseFacts | null,
  journal: JournalFacts | null,
): Promise<void> {
  const folders = captureFolders(context);
  for (const [folder, paths] of folders) await checkCapture(context, folder, paths);
  if (!matter || context.isFaulty(BUNDLE_PATHS.caseFacts)) {
    context.skip(STEP);
    return;
  }
  const listed = new Map(matter.captures.map((capture) => [capture.folder, capture]));
  for (const { folder, sha256 } of listed.values()) {
    compare(context, `${folder}${CAPTURE_MANIFEST}`, sha256, BUNDLE_PATHS.caseFacts);
  }
  for (const folder of folders.keys()) {
    if (!listed.has(folder)) {
      reportCapture(context, folder, BUNDLE_PATHS.caseFacts, 'a capture of the case', 'another folder');
    }
  }
  if (!journal || context.isFaulty(BUNDLE_PATHS.journal)) {
    context.skip(STEP);
    return;
  }
  for (const { id, folder, sha256 } of listed.values()) {
    const entered = journal.captures.get(id) ?? 'an event of its entry';
    if (entered !== sha256) reportCapture(context, folder, BUNDLE_PATHS.journal, entered, sha256);
  }
  checkScope(context, matter, journal);
}

function reportCapture(
  context: VerifyContext,
  folder: string,
  against: string,
  expected: string,
  found: string,
): void {
  const file = `${folder}${CAPTURE_MANIFEST}`;
  reportOnce(context, { step: STEP, code: 'capture-differs', file, against, expected, found });
}

async function checkCapture(context: VerifyContext, folder: string, paths: readonly string[]): Promise<void> {
  const manifest = `${folder}${CAPTURE_MANIFEST}`;
  if (context.isFaulty(manifest)) return context.skip(STEP);
  const capture = await readJson(context, STEP, manifest, captureSchema);
  if (!capture) return;
  const named = new Set([manifest]);
  for (const { name, sha256 } of capture.artifacts) {
    named.add(`${folder}${name}`);
    compare(context, `${folder}${name}`, sha256, manifest);
  }
  for (const path of paths) {
    if (named.has(path)) continue;
    const found = context.digests.get(path)?.sha256 ?? 'a file';
    const finding = {
      step: STEP,
      code: 'file-unlisted',
      file: path,
      against: manifest,
      expected: 'no such file',
      found,
    } as const;
    reportOnce(context, finding);
  }
}

function compare(context: VerifyContext, file: string, expected: string, against: string): void {
  const digest = context.digests.get(file);
  if (digest?.sha256 === expected) return;
  const code = digest ? 'file-changed' : 'file-missing';
  reportOnce(context, { step: STEP, code, file, against, expected, found: digest?.sha256 ?? 'none' });
}
