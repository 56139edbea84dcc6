import { ownCase } from '@/utils/casework/cases';
import type { ExportActivity, TimestampOutcome } from '@/utils/domain/activity';
import { toWellFormed } from '@/utils/domain/canonical-json';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Store } from '@/utils/store';
import { chooseCaptures } from './choose-captures';
import type { ComposedExport, ExportOrder, ExportProgress } from './compose-export';

/** What an export asks of the browser. */
export interface ExportPorts {
  readonly clock: Clock;
  compose(order: ExportOrder, onProgress: ExportProgress, signal: AbortSignal): Promise<ComposedExport>;
  /** Saves what lies under `url` and waits for the end; throws `download-failed`, or the signal's reason. */
  download(url: string, fileName: string, bytes: number, signal: AbortSignal): Promise<void>;
  release(url: string): Promise<void>;
}

interface Context {
  readonly store: Store;
  readonly ports: ExportPorts;
}

/** Progress is written down at most this often, in ms. */
const PROGRESS_MS = 150;

/**
 * Exports a case: journal event at the start (it is in the bundle), composing, download, journal event with the
 * bundle's hash at the end. The activity `id`, whose row must exist, tells how it goes. An abort, with an
 * `ExpectedError` as its reason, is a failure like another. Rejects only if even the failure could not be written down.
 */
export async function exportCase(
  { store, ports }: Context,
  id: string,
  order: Omit<ExportOrder, 'createdAt'>,
  signal: AbortSignal,
): Promise<void> {
  const { caseId } = order;
  const { clock } = ports;
  const progress = (change: Partial<ExportActivity>) => store.activities.update(id, change);
  const log = (
    kind: 'export-started' | 'export-finished' | 'export-failed',
    data: Record<string, string | number>,
  ) => store.journal.append({ case: caseId, time: clock.timestamp(), kind, data: { export: id, ...data } });
  try {
    const of = await store.captures.countByCase(caseId);
    await log('export-started', { captures: order.captureIds?.length ?? of, of });
    signal.throwIfAborted();
    await progress({ state: 'working', phase: 'check' });

    const createdAt = clock.timestamp();
    const composed = await ports.compose({ ...order, createdAt }, throttled(clock, progress), signal);
    try {
      signal.throwIfAborted();
      await progress({ phase: 'download', doneBytes: 0, totalBytes: composed.bytes });
      await ports.download(composed.url, composed.fileName, composed.bytes, signal);
    } finally {
      await ports.release(composed.url);
    }
    const { fileName, bytes, sha256, tagManifestSha256, timestamp } = composed;
    await store.db.transaction('rw', store.db.journal, store.db.activities, async () => {
      const sealed = { fileName, bytes, sha256, tagManifestSha256, ...stampFacts(timestamp) };
      await log('export-finished', sealed);
      await progress({
        state: 'done',
        phase: null,
        fileName,
        bytes,
        sha256,
        ...(timestamp && { timestamp }),
      });
    });
  } catch (thrown) {
    const error = toErrorRecord(thrown);
    await log('export-failed', { reason: toWellFormed(error.detail) });
    await progress({ state: 'failed', phase: null, error });
  }
}

/**
 * Throws if there is nothing to export: the inbox is no case, a bundle without captures proves nothing, and a case out of
 * another's bundle would get our seal over what we haven't seen: that bundle itself is passed on.
 */
export async function requireExportable(
  store: Store,
  caseId: string,
  captureIds: readonly string[] | null,
): Promise<void> {
  if (caseId === INBOX_CASE_ID) throw new ExpectedError('inbox-not-exportable');
  await ownCase(store, caseId);
  const captures = chooseCaptures(await store.captures.listByCase(caseId), captureIds);
  if (captures.length === 0) throw new ExpectedError('case-empty');
}

function stampFacts(timestamp: TimestampOutcome | null): Record<string, string> {
  if (!timestamp) return {};
  return timestamp.ok ? { timestamp: timestamp.time } : { timestampError: timestamp.error.code };
}

function throttled(
  clock: Clock,
  progress: (change: Partial<ExportActivity>) => Promise<void>,
): ExportProgress {
  let last = Number.NEGATIVE_INFINITY;
  return (change) => {
    const now = clock.monotonicMs();
    if (now - last < PROGRESS_MS) return;
    last = now;
    void progress(change);
  };
}
