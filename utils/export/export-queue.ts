import type { ExportActivity } from '@/utils/domain/activity';
import { ExpectedError } from '@/utils/errors';
import type { Store } from '@/utils/store';
import type { ExportOrder } from './compose-export';
import { type ExportPorts, exportCase, failExport } from './export-case';

/** One export at a time; each waits for the one before, and each can be cancelled, waiting or under way. */
export function createExportQueue(context: { readonly store: Store; readonly ports: ExportPorts }) {
  const { store, ports } = context;
  const cancels = new Map<string, () => Promise<void>>();
  let last: Promise<void> = Promise.resolve();

  /** Puts an export into the queue under `id`; the result's promise ends with it. */
  async function enqueue(
    id: string,
    order: Omit<ExportOrder, 'createdAt'>,
  ): Promise<{ done: Promise<void> }> {
    const controller = new AbortController();
    let isBegun = false;
    cancels.set(id, async () => {
      if (controller.signal.aborted) return;
      controller.abort(new ExpectedError('export-cancelled'));
      // One that waits has nothing that would hear of it.
      if (!isBegun) await failExport(context, order.caseId, id, controller.signal.reason);
    });
    await store.activities.put(queued(id, order.caseId, ports.clock.timestamp()));
    const before = last;
    const work = async () => {
      await Promise.allSettled([before]);
      isBegun = true;
      if (!controller.signal.aborted) await exportCase(context, id, order, controller.signal);
    };
    last = work().finally(() => cancels.delete(id));
    return { done: last };
  }

  return {
    enqueue,
    /** Cancels an export; nothing happens to one that has ended. */
    cancel: async (id: string) => cancels.get(id)?.(),
  };
}

function queued(id: string, caseId: string, startedAt: string): ExportActivity {
  return {
    kind: 'export',
    id,
    caseId,
    state: 'queued',
    startedAt,
    phase: null,
    doneBytes: 0,
    totalBytes: 0,
  };
}
