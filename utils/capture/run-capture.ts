import type { CaptureActivity } from '@/utils/domain/activity';
import { toWellFormed } from '@/utils/domain/canonical-json';
import type { Capture } from '@/utils/domain/capture';
import { type Case, INBOX_CASE_ID, type Official } from '@/utils/domain/case';
import type { JsonObject } from '@/utils/domain/json';
import type { Clock } from '@/utils/domain/time';
import { toErrorRecord } from '@/utils/errors';
import type { Store } from '@/utils/store';
import type { CaptureParts } from '@/utils/store/capture-repository';
import { withStoreErrors } from '@/utils/store/store-error';
import { type CaptureContext, type CapturedPage, capturePage } from './capture-page';
import type { CaptureOrder } from './order';
import type { CapturePorts } from './ports';
import { createProgress } from './progress';

interface Context {
  readonly store: Store;
  readonly ports: CapturePorts;
}

/**
 * Captures a page and stores it: journal event at the start, then either everything of the capture with the
 * event `capture-saved` in one transaction, or nothing but the event `capture-failed`. Its activity tells how
 * it goes. Rejects only if even the failure could not be written down.
 */
export async function runCapture({ store, ports }: Context, order: CaptureOrder): Promise<void> {
  const { id, caseId, target } = order;
  const update = (change: Partial<CaptureActivity>) => store.activities.update(id, change);
  const progress = createProgress(update);
  const begun = withStoreErrors(() => begin(store, ports.clock, order));
  const aside = ports.openAside();
  try {
    await withStoreErrors(async () => {
      const parts = await capturePage(ports, order, begun, aside, (step, steps) =>
        progress.tell({ step, steps }),
      );
      // News that came later would undo the end; the store writes what is under way first.
      progress.tellLast({ step: 'save', steps: parts.steps });
      await saveCapture(store, ports.clock, parts);
    });
  } catch (thrown) {
    const error = toErrorRecord(thrown);
    const { steps } = progress.stop();
    // However soon the tab was gone: first it was started.
    await begun.catch(() => undefined);
    await store.journal.append({
      case: caseId,
      time: ports.clock.timestamp(),
      kind: 'capture-failed',
      data: {
        capture: id,
        url: clean(target.url),
        error: clean(error.detail),
        steps: steps.map((step) => ({ ...step, reason: clean(step.reason ?? '') })),
      },
    });
    await update({ state: 'failed', step: null, steps, error });
  } finally {
    await aside.clear();
  }
}

/** Writes down that a capture has begun; gives what it needs to know of the store. */
async function begin(
  { db, activities, cases, indicators, journal }: Store,
  clock: Clock,
  { id, caseId, target, trigger }: CaptureOrder,
): Promise<CaptureContext> {
  const time = clock.timestamp();
  const data = { capture: id, url: clean(target.url), tab: target.tabId, trigger };
  const [operator, watches] = await Promise.all([
    operatorOf(cases, caseId),
    indicators.watches(),
    db.transaction('rw', db.journal, db.activities, async () => {
      await journal.append({ case: caseId, time, kind: 'capture-started', data });
      const activity = await activities.get(id);
      if (activity?.state === 'queued') await activities.update(id, { state: 'working' });
    }),
  ]);
  return { operator, watches };
}

/** What a captured page has beside its parts is for the activity, where somebody waits for it. */
type SavedParts = CaptureParts & Partial<CapturedPage>;

/** Stores everything of a capture with the event `capture-saved` and ends its activity: all of it or nothing. */
export async function saveCapture(store: Store, clock: Clock, parts: SavedParts): Promise<void> {
  const { db, captures, cases, journal, activities } = store;
  const { id, caseId } = parts.capture;
  const time = clock.timestamp();
  await db.transaction('rw', [...captures.tables, db.cases, db.journal, db.activities], async () => {
    const { observer, wasLoading, steps } = parts;
    const told = { ...(observer && { observer, wasLoading }), ...(steps && { steps }) };
    await captures.add(parts, (saved) =>
      Promise.all([
        journal.append({ case: caseId, time, kind: 'capture-saved', data: describe(saved, parts) }),
        cases.touch(caseId, time),
        activities.update(id, { state: 'done', step: null, sha256: saved.sha256, ...told }),
      ]),
    );
  });
}

function describe(capture: Capture, { files }: CaptureParts): JsonObject {
  return {
    capture: capture.id,
    number: capture.number,
    url: clean(capture.url),
    sha256: capture.sha256,
    indicators: capture.indicatorCount,
    failedSteps: capture.failedSteps,
    watched: capture.watched,
    files: files.map(({ artifact: { name, bytes, sha256 } }) => ({ name, bytes, sha256 })),
  };
}

async function operatorOf(cases: Store['cases'], caseId: string): Promise<Official | null> {
  if (caseId === INBOX_CASE_ID) return null;
  const { unit, position, rank, name } = (await cases.get(caseId)) as Case;
  return { unit, position, rank, name };
}

/** A string out of a page as the canonical JSON of the journal can carry it. */
function clean(text: string): string {
  return toWellFormed(text);
}
