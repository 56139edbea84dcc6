import { buildBundle } from '@/utils/bundle/build';
import type { BundleCapture, BundleLanguage } from '@/utils/bundle/model';
import { scopeOf } from '@/utils/bundle/scope';
import { existingCase } from '@/utils/casework/cases';
import { signWith } from '@/utils/casework/sealing-key';
import type { ExportPhase, TimestampOutcome } from '@/utils/domain/activity';
import type { Capture, SoftwareFacts } from '@/utils/domain/capture';
import type { Store } from '@/utils/store';
import { chooseCaptures } from './choose-captures';
import { explainBundleError } from './explain-bundle-error';
import type { CreateExportFile } from './export-file';
import { type AskAuthority, randomNonce, tryTimestamp } from './obtain-timestamp';
import { encryptBundle, hashBundle, type WrittenExport, writeBundle } from './write-out';

/** What to export. `createdAt`: timestamp of the sealing. */
export interface ExportOrder {
  readonly caseId: string;
  /** Which captures; null: all. */
  readonly captureIds: readonly string[] | null;
  readonly createdAt: string;
  readonly language: BundleLanguage;
  readonly software: SoftwareFacts;
  /** Null: not encrypted. It is kept nowhere. */
  readonly passphrase: string | null;
  /** Files of root certificates to which a timestamp must lead; null: none is asked for. */
  readonly timestampRoots: readonly Uint8Array[] | null;
}

export type ExportProgress = (progress: {
  readonly phase: ExportPhase;
  readonly doneBytes: number;
  readonly totalBytes: number;
}) => void;

/** What composing asks of its surroundings. */
export interface ComposePorts {
  /** The text of `verify.html`, which every bundle carries. */
  readonly readVerifier: () => Promise<string>;
  readonly askAuthority: AskAuthority;
  readonly createFile: CreateExportFile;
  /**
   * Whether a bundle has to be written out before it is downloaded. Firefox reads the whole of a Blob that is composed
   * of others into memory: 4.8 GB in its parent process for a bundle of 5 GB.
   */
  readonly writesFiles: boolean;
  readonly onProgress: ExportProgress;
  readonly signal: AbortSignal;
}

/** A bundle that was composed, maybe encrypted: names, hashes, sizes, and where its bytes are to be had. */
export interface ComposedExport extends Pick<WrittenExport, 'bundle' | 'container'> {
  readonly url: string;
  readonly tagManifestSha256: string;
  /** Null if none was asked for. */
  readonly timestamp: TimestampOutcome | null;
}

/**
 * Reads a case out of the store, composes its bundle and makes of it what is to be downloaded; writes nothing to the
 * store. Throws `artifact-damaged` or `journal-damaged` if what lies on the disk isn't what was captured, `case-too-big`,
 * `selection-gone`, `no-room`, and the signal's reason when aborted.
 */
export async function composeExport(
  store: Store,
  order: ExportOrder,
  { readVerifier, askAuthority, createFile, writesFiles, onProgress, signal }: ComposePorts,
): Promise<WrittenExport & Pick<ComposedExport, 'tagManifestSha256' | 'timestamp'>> {
  const { key, ...read } = await readCase(store, order);
  let timestamp: TimestampOutcome | null = null;
  const bundle = await buildBundle(
    {
      ...read,
      software: order.software,
      createdAt: order.createdAt,
      language: order.language,
      verifier: await readVerifier(),
    },
    {
      getBlob: store.captures.storedBlob,
      signer: { publicKeySpki: key.publicKeySpki, sign: (bytes) => signWith(key, bytes) },
      onProgress: ({ phase, ...bytes }) =>
        onProgress({ phase: phase === 'checking' ? 'check' : 'compose', ...bytes }),
      signal,
      getTimestamp: async (statement) => {
        const roots = order.timestampRoots;
        if (!roots) return null;
        onProgress({ phase: 'stamp', doneBytes: 0, totalBytes: 0 });
        const request = { statement, roots, nonce: randomNonce() };
        const { bytes, ...outcome } = await tryTimestamp(request, askAuthority, signal);
        timestamp = outcome.timestamp;
        return bytes;
      },
    },
  ).catch(explainBundleError);

  const composed = { ...bundle, createdAt: order.createdAt };
  let doneBytes = 0;
  const onBytes = (phase: ExportPhase, count: number) => {
    doneBytes += count;
    onProgress({ phase, doneBytes, totalBytes: bundle.bytes });
  };
  const options = { onBytes, signal };
  const written =
    order.passphrase !== null
      ? await encryptBundle({ ...composed, passphrase: order.passphrase }, createFile, options)
      : writesFiles
        ? await writeBundle(composed, createFile, options)
        : await hashBundle(composed, options);
  return { ...written, tagManifestSha256: bundle.tagManifestSha256, timestamp };
}

// In one transaction: a capture that is saved meanwhile is in the journal and among the captures, or in neither.
function readCase(store: Store, { caseId, captureIds }: ExportOrder) {
  const { db, captures, indicators, journal } = store;
  const tables = [...captures.tables, db.cases, db.journal, db.marks, db.notes, db.regions, db.sealingKeys];
  return db.transaction('r', tables, async () => {
    const all = await captures.listByCase(caseId);
    const chosen = chooseCaptures(all, captureIds).reverse();
    const key = await db.sealingKeys.get('current');
    if (!key) throw new Error('no sealing key');
    const { archivedAt: _archivedAt, ...matter } = await existingCase(store, caseId);
    return {
      key,
      case: matter,
      captures: await Promise.all(chosen.map((capture) => readCapture(store, capture))),
      scope: scopeOf(chosen, all.length),
      marks: await indicators.marksOf(caseId),
      journal: await journal.list(caseId),
    };
  });
}

async function readCapture(store: Store, capture: Capture): Promise<BundleCapture> {
  const [artifacts, indicators, notes, regions] = await Promise.all([
    store.captures.artifacts(capture.id),
    store.captures.indicatorsOf(capture.id),
    store.annotations.notesOf(capture.id),
    store.annotations.regionsOf(capture.id),
  ]);
  return { capture, artifacts, indicators, notes, regions };
}
