import { PendingDeletions } from '@/components/deletion/PendingDeletions';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { createDeletionRepository } from '@/utils/store/deletion-repository';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';

const deletions = createDeletionRepository(store.db);

/** Deletions that can still be undone, whichever page or window they were begun in. */
export function StoredDeletions() {
  const pending = useStored(() => deletions.list(), []);
  const action = useAction();
  const undo = (captureId: string) =>
    action.run(async () => {
      await send('undoDeletion', { captureId });
    });
  return (
    <>
      {action.error && <ErrorNotice error={action.error} environment={bugEnvironment()} />}
      <PendingDeletions deletions={pending ?? []} now={Date.now} onUndo={undo} />
    </>
  );
}
