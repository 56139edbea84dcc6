import { browser } from '#imports';
import type { BugEnvironment } from '@/components/ui/bug-report';
import { createClient } from '@/utils/messaging/client';
import { createActivityRepository } from '@/utils/store/activity-repository';
import { createAnnotationRepository } from '@/utils/store/annotation-repository';
import { createCaptureRepository } from '@/utils/store/capture-repository';
import { createCaseRepository } from '@/utils/store/case-repository';
import { createIndicatorRepository } from '@/utils/store/indicator-repository';
import { createDatabase } from '@/utils/store/schema';

const db = createDatabase();

/** The store as pages use it: to read. Only the background writes. The journal, which hashes, is the casebook's alone. */
export const store = {
  db,
  cases: createCaseRepository(db),
  captures: createCaptureRepository(db),
  indicators: createIndicatorRepository(db),
  annotations: createAnnotationRepository(db),
  activities: createActivityRepository(db),
};

/** Sends a message to the background. */
export const send = createClient((message) => browser.runtime.sendMessage(message));

/** What a bug report says of this browser. */
export function bugEnvironment(): BugEnvironment {
  return {
    version: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
    language: document.documentElement.lang,
  };
}
