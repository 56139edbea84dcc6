import { ownCase } from '@/utils/casework/cases';
import type { ExportActivity, TimestampOutcome } from '@/utils/domain/activity';
import { toWellFormed } from '@/utils/domain/canonical-json';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { JsonObject } from '@/utils/domain/json';
import { throttled } from '@/utils/domain/throttled';
import type { Clock } from '@/utils/domain/time';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Store } from '@/utils/store';
import { chooseCaptures } from './choose-captures';
import type { ComposedExport, ExportOrder, ExportProgress } from './compose-export';

/** A file to save; `onBytes` is told how many bytes of it are there. */
interface Download {
  readonly url: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly onBytes: (doneBytes: number) => void;
  readonly signal: AbortSignal;
}

/** What an export asks of the browser. */
export interface ExportPorts {
  readonly clock: Clock;
  compose(order: ExportOrder, onProgress: ExportProgress, signal: AbortSignal): Promise<ComposedExport>;
  /** Saves what lies under a URL and waits for the end; throws `download-failed`, or the signal's reason. */
  download(download: Download): Promise<void>;
  release(url: string): Promise<void>;
}

interface Context {
  readonly store: Store;
  readonly ports: ExportPorts;
}

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
  const { clock } = ports;
  const { append, update } = writer({ store, ports }, order.caseId, id);
  const onProgress = throttled(clock, update);
  try {
    const of = await store.captures.countByCase(order.caseId);
    await append('export-started', { captures: order.captureIds?.length ?? of, of });
    signal.throwIfAborted();
    await update({ state: 'working', phase: 'check' });

    const composed = await ports.compose({ ...order, createdAt: clock.timestamp() }, onProgress, signal);
    const { bundle, container, timestamp, url } = composed;
    try {
      signal.throwIfAborted();
      const { fileName, bytes } = container ?? bundle;
      await update({ phase: 'download', doneBytes: 0, totalBytes: bytes });
      const onBytes = (doneBytes: number) => onProgress({ phase: 'download', doneBytes, totalBytes: bytes });
      await ports.download({ url, fileName, bytes, onBytes, signal });
    } finally {
      await ports.release(url);
    }
    await store.db.transaction('rw', store.db.journal, store.db.activities, async () => {
      await append('export-finished', finished(composed));
      await update({ state: 'done', phase: null, bundle, container, ...(timestamp && { timestamp }) });
    });
  } catch (thrown) {
    await failExport({ store, ports }, order.caseId, id, thrown);
  }
}

/** Ends an export in journal and activity with the reason why it failed; for one that was never begun, too. */
export async function failExport(context: Context, caseId: string, id: string, reason: unknown) {
  const { store } = context;
  const error = toErrorRecord(reason);
  const { append, update } = writer(context, caseId, id);
  await store.db.transaction('rw', store.db.journal, store.db.activities, async () => {
    const activity = (await store.activities.get(id)) as ExportActivity;
    await append('export-failed', { phase: activity.phase, reason: toWellFormed(error.detail) });
    await update({ state: 'failed', phase: null, error });
  });
}

/** How the journal names the encryption of a container. */
const CONTAINER_METHOD = 'ZIP AES-256 (AE-2)';

function finished({ bundle, container, tagManifestSha256, timestamp }: ComposedExport): JsonObject {
  const facts = { ...bundle, tagManifestSha256, ...stampFacts(timestamp) };
  return container ? { ...facts, container: { ...container, method: CONTAINER_METHOD } } : facts;
}

function writer({ store, ports: { clock } }: Context, caseId: string, id: string) {
  type Kind = 'export-started' | 'export-finished' | 'export-failed';
  return {
    append: (kind: Kind, data: JsonObject) =>
      store.journal.append({ case: caseId, time: clock.timestamp(), kind, data: { export: id, ...data } }),
    update: (change: Partial<ExportActivity>) => store.activities.update(id, change),
  };
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
