import { buildBundle } from '@/utils/bundle/build';
import { digestBlob } from '@/utils/bundle/digest';
import type { BundleCapture, BundleLanguage } from '@/utils/bundle/model';
import { scopeOf } from '@/utils/bundle/scope';
import { existingCase } from '@/utils/casework/cases';
import { signWith } from '@/utils/casework/sealing-key';
import type { ExportPhase, TimestampOutcome } from '@/utils/domain/activity';
import type { Capture, SoftwareFacts } from '@/utils/domain/capture';
import type { Store } from '@/utils/store';
import { chooseCaptures } from './choose-captures';
import { explainBundleError } from './explain-bundle-error';
import { type AskAuthority, randomNonce, tryTimestamp } from './obtain-timestamp';

/** What to export. `createdAt`: timestamp of the sealing. */
export interface ExportOrder {
  readonly caseId: string;
  /** Which captures; null: all. */
  readonly captureIds: readonly string[] | null;
  readonly createdAt: string;
  readonly language: BundleLanguage;
  readonly software: SoftwareFacts;
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
  readonly onProgress: ExportProgress;
  readonly signal: AbortSignal;
}

/** A bundle that was composed: its name, hash and size, and where its bytes are to be had. */
export interface ComposedExport {
  readonly url: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly tagManifestSha256: string;
  /** Null if none was asked for. */
  readonly timestamp: TimestampOutcome | null;
}

/**
 * Reads a case out of the store and composes its bundle; writes nothing. The Blob refers to the stored
 * files. Throws `artifact-damaged` or `journal-damaged` if what lies on the disk isn't what was captured, `case-too-big`,
 * `selection-gone`, and the signal's reason when aborted.
 */
export async function composeExport(
  store: Store,
  order: ExportOrder,
  { readVerifier, askAuthority, onProgress, signal }: ComposePorts,
): Promise<Omit<ComposedExport, 'url'> & { readonly blob: Blob }> {
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

  const { blob, fileName, bytes, tagManifestSha256 } = bundle;
  let doneBytes = 0;
  const { sha256 } = await digestBlob(blob, {
    signal,
    onBytes: (count) => {
      doneBytes += count;
      onProgress({ phase: 'hash', doneBytes, totalBytes: bytes });
    },
  });
  return { blob, fileName, bytes, sha256, tagManifestSha256, timestamp };
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
