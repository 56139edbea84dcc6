import { createActivityRepository } from './activity-repository';
import { createAnnotationRepository } from './annotation-repository';
import { createCaptureRepository } from './capture-repository';
import { createCaseRepository } from './case-repository';
import { createDeletionRepository } from './deletion-repository';
import { createImportRepository } from './import-repository';
import { createIndicatorRepository } from './indicator-repository';
import { createJournalRepository } from './journal-repository';
import { createDatabase, type Database } from './schema';
import { createWordsRepository } from './words-repository';

/** The database and its repositories. Only the background writes. */
export type Store = ReturnType<typeof createStore>;

/** One store for a page or worker; `db` is another database in tests. */
export function createStore(db: Database = createDatabase()) {
  return {
    db,
    cases: createCaseRepository(db),
    captures: createCaptureRepository(db),
    indicators: createIndicatorRepository(db),
    annotations: createAnnotationRepository(db),
    imports: createImportRepository(db),
    journal: createJournalRepository(db),
    activities: createActivityRepository(db),
    deletions: createDeletionRepository(db),
    words: createWordsRepository(db),
  };
}
