import type { LoadRecord, ResponseRecord } from './network-facts';

/** Most frames of one tab whose loading is kept: a page of advertisements must not fill the memory. */
const MOST_FRAMES = 64;

/**
 * How the documents that a tab shows now were loaded. `mains`: the tab's own document, and at most one that is
 * under way; `frames`: by the browser's number of the frame, the newest last.
 */
export interface TabLog {
  readonly mains: readonly LoadRecord[];
  readonly frames: readonly (readonly [frameId: number, record: LoadRecord])[];
}

export const EMPTY_LOG: TabLog = { mains: [], frames: [] };

/** Which document a request is for; null: the tab's own. */
export type FrameKey = number | null;

/** The log with one more request. A redirected one comes again under the same id: then nothing changes. */
export function addRequest(log: TabLog, frame: FrameKey, requestId: string, requestedUrl: string): TabLog {
  const record: LoadRecord = { requestId, requestedUrl, redirects: [], tls: null, response: null };
  if (frame === null) {
    if (log.mains.some((it) => it.requestId === requestId)) return log;
    return { ...log, mains: [...log.mains.filter(({ response }) => response), record].slice(-2) };
  }
  if (log.frames.some(([id, it]) => id === frame && it.requestId === requestId)) return log;
  const others = log.frames.filter(([id]) => id !== frame);
  // Whose record falls out is told as one that was never seen.
  return { ...log, frames: [...others, [frame, record] as const].slice(-MOST_FRAMES) };
}

/** The log with something added to the record of a request; unknown requests change nothing. */
export function changeRecord(
  log: TabLog,
  requestId: string,
  change: (record: LoadRecord) => LoadRecord,
): TabLog {
  const changed = (record: LoadRecord) => (record.requestId === requestId ? change(record) : record);
  return {
    mains: log.mains.map(changed),
    frames: log.frames.map(([id, record]) => [id, changed(record)] as const),
  };
}

/**
 * The log with an answer. An answer that becomes the tab's document ends what was there before, its frames too;
 * a download or an empty answer leaves the tab as it was, and so does a page that is only being prepared.
 */
export function addResponse(
  log: TabLog,
  requestId: string,
  response: ResponseRecord,
  isPrepared = false,
): TabLog {
  const own = log.mains.find((it) => it.requestId === requestId);
  if (!own || isPrepared) return changeRecord(log, requestId, (record) => ({ ...record, response }));
  if (!becomesDocument(response)) return dropRecord(log, requestId);
  return { mains: [{ ...own, response }], frames: [] };
}

/** The log without a request that failed. */
export function dropRecord(log: TabLog, requestId: string): TabLog {
  const isOther = (record: LoadRecord) => record.requestId !== requestId;
  return {
    mains: log.mains.filter(isOther),
    frames: log.frames.filter(([, record]) => isOther(record)),
  };
}

/** The records that a document in this frame could have come from. */
export function recordsOf(log: TabLog, frame: FrameKey): readonly LoadRecord[] {
  return frame === null ? log.mains : log.frames.filter(([id]) => id === frame).map(([, record]) => record);
}

/** HTML Standard, "navigate": 204, 205 and attachments leave the page where it is. */
function becomesDocument({ status, headers }: ResponseRecord): boolean {
  if (status === 204 || status === 205) return false;
  const disposition = headers.find(({ name }) => name.toLowerCase() === 'content-disposition')?.value ?? '';
  return !/^\s*attachment\b/i.test(disposition);
}
