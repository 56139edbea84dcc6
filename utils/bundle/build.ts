import { verifyChain } from '@/utils/domain/journal-chain';
import { BAG_DECLARATION, formatBagInfo, formatManifest } from './bag';
import { type CheckedFile, checkArtifacts, type GetBlob } from './check-artifacts';
import { digestBytes } from './digest';
import { BundleError } from './errors';
import { formatIndexPage } from './index-page/page';
import { formatIndicatorsCsv } from './indicators-csv';
import { BUNDLE_PATHS, bundleFileName } from './layout';
import type { BundleInput } from './model';
import { formatAnnotationsJson, formatCaseJson, formatIndicatorsJson, formatJournal } from './payload-json';
import { type BundleSigner, keyFingerprint, type SealStatement, sealStatement } from './seal';
import { formatStix } from './stix/format-stix';
import { composeZip } from './zip/compose';
import type { Bytes } from './zip/format';

/** `checking`: stored files are read again, by bytes; `packing`: the archive is made; no bytes are counted there. */
export interface BundleProgress {
  readonly phase: 'checking' | 'packing';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface BundlePorts {
  readonly getBlob: GetBlob;
  readonly signer: BundleSigner;
  readonly onProgress?: (progress: BundleProgress) => void;
  readonly signal?: AbortSignal;
  /** Gives a timestamp of the signed statement, or null: the bundle is made without one then. */
  readonly getTimestamp?: (statement: Bytes) => Promise<Bytes | null>;
}

export interface Bundle {
  readonly blob: Blob;
  readonly fileName: string;
  readonly bytes: number;
  /** SHA-256 of `tagmanifest-sha256.txt`: the one hash that stands for the bundle. */
  readonly tagManifestSha256: string;
  readonly statement: SealStatement;
}

interface Sized {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface MadeEntry extends Sized {
  readonly content: Bytes;
}

/**
 * Makes the sealed ZIP of a case (FORMAT.md). Every stored file is hashed again first: one that differs throws a
 * BundleError that names it, and nothing is sealed. The same input and signature give the same bytes. The Blob
 * refers to the stored ones: they must stay until it has been written out. Throws the signal's reason when aborted.
 */
export async function buildBundle(input: BundleInput, ports: BundlePorts): Promise<Bundle> {
  const journal = checkJournal(input);
  checkNumbers(input);
  const stored = await checkAll(input, ports);
  reportPacking(stored, ports);
  const keySha256 = keyFingerprint(ports.signer.publicKeySpki);
  const payload = await Promise.all([
    make(BUNDLE_PATHS.caseFacts, formatCaseJson(input, journal)),
    make(BUNDLE_PATHS.annotations, formatAnnotationsJson(input)),
    make(BUNDLE_PATHS.indicatorsCsv, formatIndicatorsCsv(input)),
    make(BUNDLE_PATHS.indicatorsJson, formatIndicatorsJson(input)),
    make(BUNDLE_PATHS.indicatorsStix, formatStix(input)),
    make(BUNDLE_PATHS.journal, formatJournal(input)),
  ]);
  payload.push(
    await make(BUNDLE_PATHS.index, formatIndexPage({ input, files: [...payload, ...stored], keySha256 })),
  );
  const tags = await makeTags(input, [...payload, ...stored]);
  const tagManifest = await make(BUNDLE_PATHS.tagManifest, formatManifest(tags));
  const statement: SealStatement = {
    format: 'osmotr-seal/1',
    caseId: input.case.id,
    sealedAt: input.createdAt,
    tagManifestSha256: tagManifest.sha256,
    journalEvents: journal.count,
    journalHead: journal.head,
    scope: input.scope,
    keySha256,
  };
  const seal = await sealStatement(statement, ports.signer);
  ports.signal?.throwIfAborted();
  const timestamp = await stamp(seal, ports);
  const made = [...tags, tagManifest, ...payload].map(({ path, content }) => ({ path, bytes: content }));
  const blob = await composeZip({
    made: [...made, ...seal, ...timestamp],
    stored,
    modified: new Date(input.createdAt),
  });
  ports.signal?.throwIfAborted();
  const fileName = bundleFileName(input.case, input.createdAt);
  return { blob, fileName, bytes: blob.size, tagManifestSha256: tagManifest.sha256, statement };
}

async function stamp(
  seal: Awaited<ReturnType<typeof sealStatement>>,
  { getTimestamp }: BundlePorts,
): Promise<{ readonly path: string; readonly bytes: Bytes }[]> {
  const statement = seal.find(({ path }) => path === BUNDLE_PATHS.statement);
  const token = statement && (await getTimestamp?.(new TextEncoder().encode(statement.bytes as string)));
  return token ? [{ path: BUNDLE_PATHS.timestamp, bytes: token }] : [];
}

function checkJournal({ journal, case: matter }: BundleInput) {
  const report = verifyChain(journal);
  if (!report.ok) {
    const { position, problem, expected, found } = report;
    throw new BundleError('journal-broken', {
      file: BUNDLE_PATHS.journal,
      expected: `event ${position}: ${problem} ${expected}`,
      found: `${problem} ${found}`,
    });
  }
  const owner = journal[0]?.case;
  if (owner !== undefined && owner !== matter.id) {
    throw new BundleError('journal-broken', {
      file: BUNDLE_PATHS.journal,
      expected: `case ${matter.id}`,
      found: `case ${owner}`,
    });
  }
  return report;
}

function checkNumbers({ captures }: BundleInput): void {
  const seen = new Set<number>();
  for (const { capture } of captures) {
    const sound = Number.isInteger(capture.number) && capture.number > 0 && !seen.has(capture.number);
    if (!sound) {
      throw new BundleError('capture-number', {
        file: BUNDLE_PATHS.captures,
        expected: 'a number from 1 on for each capture, none twice',
        found: String(capture.number),
      });
    }
    seen.add(capture.number);
  }
}

async function checkAll(input: BundleInput, ports: BundlePorts): Promise<CheckedFile[]> {
  const totalBytes = input.captures
    .flatMap(({ artifacts }) => artifacts)
    .reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  const onBytes = (bytes: number) => {
    doneBytes += bytes;
    ports.onProgress?.({ phase: 'checking', doneBytes, totalBytes });
  };
  const stored: CheckedFile[] = [];
  for (const capture of input.captures) {
    stored.push(...(await checkArtifacts(capture, ports.getBlob, { signal: ports.signal, onBytes })));
  }
  return stored;
}

function reportPacking(stored: readonly Sized[], { onProgress, signal }: BundlePorts): void {
  signal?.throwIfAborted();
  const totalBytes = stored.reduce((sum, { bytes }) => sum + bytes, 0);
  onProgress?.({ phase: 'packing', doneBytes: totalBytes, totalBytes });
}

async function makeTags(input: BundleInput, payload: readonly Sized[]): Promise<MadeEntry[]> {
  const info = formatBagInfo({
    caseId: input.case.id,
    registerNumber: input.case.registerNumber,
    createdAt: input.createdAt,
    scope: input.scope,
    software: `${input.software.name} ${input.software.version} (${input.software.build})`,
    payloadBytes: payload.reduce((sum, { bytes }) => sum + bytes, 0),
    payloadFiles: payload.length,
  });
  return Promise.all([
    make(BUNDLE_PATHS.declaration, BAG_DECLARATION),
    make(BUNDLE_PATHS.info, info),
    make(BUNDLE_PATHS.manifest, formatManifest(payload)),
    make(BUNDLE_PATHS.verifier, input.verifier),
  ]);
}

async function make(path: string, text: string): Promise<MadeEntry> {
  const content = new TextEncoder().encode(text);
  const { sha256, bytes } = await digestBytes(content);
  return { path, sha256, bytes, content };
}
