import type { VerifyStep } from '@/utils/domain/verification';
import { BAG_DECLARATION, formatOxum, parseManifest } from '../bag';
import { BUNDLE_FORMAT, BUNDLE_PATHS, E_SIGNATURE_PATH } from '../layout';
import { readText, reportOnce, unreadable, type VerifyContext } from './context';

const { manifest: MANIFEST, tagManifest: TAG_MANIFEST } = BUNDLE_PATHS;
const SEAL_FILES: readonly string[] = [
  BUNDLE_PATHS.statement,
  BUNDLE_PATHS.signature,
  BUNDLE_PATHS.publicKey,
  BUNDLE_PATHS.timestamp,
];
const TAG_FILES: readonly string[] = [
  BUNDLE_PATHS.declaration,
  BUNDLE_PATHS.info,
  MANIFEST,
  BUNDLE_PATHS.verifier,
];

/** Every file outside `data/` and `seal/` against the tag manifest; in `seal/` nothing but the seal's own files. */
export async function checkTagManifest(context: VerifyContext): Promise<void> {
  const paths = context.zip.entries
    .map(({ path }) => path)
    .filter((path) => !path.startsWith(BUNDLE_PATHS.payload));
  const sealed = paths.filter((path) => path.startsWith(BUNDLE_PATHS.seal));
  const tags = paths.filter((path) => !path.startsWith(BUNDLE_PATHS.seal) && path !== TAG_MANIFEST);
  for (const path of sealed)
    if (!SEAL_FILES.includes(path) && !E_SIGNATURE_PATH.test(path))
      reportUnlisted(context, 'tag-manifest', path, '');
  const judged = await checkManifest(context, 'tag-manifest', TAG_MANIFEST, tags);
  // Without a tag manifest that can be relied on, the format still says which names there are.
  for (const path of judged ? [] : tags)
    if (!TAG_FILES.includes(path)) reportUnlisted(context, 'tag-manifest', path, '');
}

/** The BagIt declaration, every file of `data/` against the manifest, and the sums of `bag-info.txt`. */
export async function checkPayload(context: VerifyContext): Promise<void> {
  const declaration = await readText(context, 'payload', BUNDLE_PATHS.declaration);
  if (declaration !== null && declaration !== BAG_DECLARATION) {
    reportFormat(context, BUNDLE_PATHS.declaration, 'BagIt-Version: 1.0', declaration.slice(0, 80));
  }
  const present = context.zip.entries
    .map(({ path }) => path)
    .filter((path) => path.startsWith(BUNDLE_PATHS.payload));
  await checkManifest(context, 'payload', MANIFEST, present);
  await checkInfo(context, present);
}

// A manifest that is known to be changed can't testify against the files it lists.
async function checkManifest(
  context: VerifyContext,
  step: VerifyStep,
  manifest: string,
  present: readonly string[],
): Promise<boolean> {
  if (context.isFaulty(manifest)) {
    context.skip(step);
    return false;
  }
  const text = await readText(context, step, manifest);
  if (text === null) return false;
  const lines = parseManifest(text);
  if (!lines) {
    unreadable(context, step, manifest, 'lines of SHA-256 and path', 'something else');
    return false;
  }
  for (const [path, expected] of lines) compare(context, step, path, expected, manifest);
  for (const path of present) if (!lines.has(path)) reportUnlisted(context, step, path, manifest);
  return true;
}

function compare(
  context: VerifyContext,
  step: VerifyStep,
  file: string,
  expected: string,
  against: string,
): void {
  const digest = context.digests.get(file);
  if (digest?.sha256 === expected) return;
  if (digest) context.report({ step, code: 'file-changed', file, against, expected, found: digest.sha256 });
  else reportOnce(context, { step, code: 'file-missing', file, against, expected, found: 'none' });
}

async function checkInfo(context: VerifyContext, payload: readonly string[]): Promise<void> {
  const path = BUNDLE_PATHS.info;
  if (context.isFaulty(path)) return;
  const text = await readText(context, 'payload', path);
  if (text === null) return;
  const values = new Map(
    text.split('\n').map((line) => [line.split(': ', 1)[0] ?? '', line.replace(/^[^:]*: /, '')]),
  );
  const format = values.get('Osmotr-Bundle-Format');
  if (format !== BUNDLE_FORMAT) reportFormat(context, path, BUNDLE_FORMAT, format ?? 'none');
  const bytes = payload.reduce((sum, name) => sum + (context.zip.find(name)?.bytes ?? 0), 0);
  const expected = values.get('Payload-Oxum') ?? 'none';
  const found = formatOxum(bytes, payload.length);
  // With a file missing, added or cut the sums differ of course: that file is what is named.
  const explained = context.findings.some(({ step }) => step === 'payload' || step === 'structure');
  if (expected === found || explained) return;
  context.report({ step: 'payload', code: 'oxum-differs', file: 'data/', against: path, expected, found });
}

function reportFormat(context: VerifyContext, file: string, expected: string, found: string): void {
  reportOnce(context, { step: 'payload', code: 'format-unknown', file, against: '', expected, found });
}

function reportUnlisted(context: VerifyContext, step: VerifyStep, file: string, against: string): void {
  const found = context.digests.get(file)?.sha256 ?? 'a file';
  context.report({ step, code: 'file-unlisted', file, against, expected: 'no such file', found });
}
