import type { Activity, ImportActivity } from '@/utils/domain/activity';
import type { JournalDraft } from '@/utils/domain/journal-chain';
import type { Clock } from '@/utils/domain/time';
import { type ErrorRecord, ExpectedError, toErrorRecord } from '@/utils/errors';
import type { Store } from '@/utils/store';

/**
 * Ends what an earlier life of the background left unfinished, each with an event in its case's journal:
 * a capture that was begun and not saved is never passed over in silence. What an import had staged is removed. Call
 * it once, before any work.
 */
export async function endUnfinished(store: Store, clock: Clock): Promise<number> {
  const { db, activities, imports, journal } = store;
  await imports.dropStaged();
  return db.transaction('rw', db.activities, db.journal, async () => {
    const unfinished = await activities.unfinished();
    for (const activity of unfinished) {
      // Of an import nothing has been taken before all of it has: there is nothing to tell a journal.
      if (activity.kind !== 'import') await journal.append(describeInterruption(activity, clock.timestamp()));
      await activities.update(activity.id, { state: 'failed', error: interruption(activity) });
    }
    await activities.prune();
    return unfinished.length;
  });
}

function interruption(activity: Activity): ErrorRecord {
  return toErrorRecord(new ExpectedError(`${activity.kind}-interrupted`));
}

function describeInterruption(activity: Exclude<Activity, ImportActivity>, time: string): JournalDraft {
  if (activity.kind === 'export') {
    const data = { export: activity.id, phase: activity.phase, reason: 'export-interrupted' };
    return { case: activity.caseId, time, kind: 'export-failed', data };
  }
  const data = {
    capture: activity.id,
    url: activity.url,
    begun: activity.startedAt,
    state: activity.state,
    step: activity.step,
    stepsEnded: activity.steps.map(({ name }) => name),
  };
  return { case: activity.caseId, time, kind: 'capture-interrupted', data };
}
