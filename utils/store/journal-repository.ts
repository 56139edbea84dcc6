import Dexie from 'dexie';
import type { JournalEvent } from '@/utils/domain/journal';
import { chainEvent, type JournalDraft } from '@/utils/domain/journal-chain';
import type { Database } from './schema';

/** The journals of all cases: append and read, nothing else. */
export function createJournalRepository(db: Database) {
  const ofCase = (caseId: string) =>
    db.journal.where('[case+seq]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);

  return {
    /** Chains `draft` behind the last event of its case; joins the transaction under way, if there is one. */
    append(draft: JournalDraft): Promise<JournalEvent> {
      return db.transaction('rw', db.journal, async () => {
        const event = chainEvent((await ofCase(draft.case).last()) ?? null, draft);
        await db.journal.add(event);
        return event;
      });
    },

    /** Keeps the events of another casebook as they came; they must follow what is here of their chain. */
    async adopt(events: readonly JournalEvent[]): Promise<void> {
      await db.journal.bulkAdd([...events]);
    },

    /** The events of a case, oldest first. */
    list(caseId: string): Promise<JournalEvent[]> {
      return ofCase(caseId).toArray();
    },
  };
}
