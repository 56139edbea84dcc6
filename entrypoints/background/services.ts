import browser from 'webextension-polyfill';
import type { CaptureOrder } from '@/utils/capture/order';
import { createQueue } from '@/utils/capture/queue';
import { runCapture } from '@/utils/capture/run-capture';
import { makeThumbnail } from '@/utils/capture/thumbnail';
import { eraseDeleted } from '@/utils/casework/deletion';
import { beginActivity } from '@/utils/casework/restores';
import { ensureSealingKey } from '@/utils/casework/sealing-key';
import type { CaptureTrigger } from '@/utils/domain/capture';
import { INBOX_CASE_ID, isReadOnly } from '@/utils/domain/case';
import { UNDO_MS } from '@/utils/domain/deletion';
import { ExpectedError } from '@/utils/errors';
import { requireExportable } from '@/utils/export/export-case';
import { createExportQueue } from '@/utils/export/export-queue';
import { isUsablePassphrase } from '@/utils/export/passphrase';
import { type ImportOrder, importBundle } from '@/utils/import/import-bundle';
import { requireCapturable } from '@/utils/platform/capturable';
import { createCapturePorts } from '@/utils/platform/capture-ports';
import { systemClock } from '@/utils/platform/clock';
import type { DomHost } from '@/utils/platform/dom-host';
import { downloadFile } from '@/utils/platform/downloads';
import { keepAwake } from '@/utils/platform/keep-awake';
import { settings } from '@/utils/platform/settings';
import { readSoftware } from '@/utils/platform/software';
import { readTimestampRoots } from '@/utils/platform/timestamp-authority';
import type { Store } from '@/utils/store';
import { withStoreErrors } from '@/utils/store/store-error';

/** Added to the time to undo: a button pressed in the last moment still finds the capture. */
const ERASE_MARGIN_MS = 500;

interface Parts {
  readonly store: Store;
  readonly host: DomHost;
  readonly ownRequests: () => number;
}

interface StartExport {
  readonly caseId: string;
  readonly captureIds?: readonly string[] | null;
  readonly passphrase?: string | null;
}

/** `panes`: scroll the page's inner areas too. */
interface CaptureInput {
  readonly tabId: number;
  readonly caseId: string;
  readonly trigger: CaptureTrigger;
  readonly panes: boolean;
}

export type Services = ReturnType<typeof createServices>;

/** The long work of the background: one capture, one export, one import at a time. */
export function createServices({ store, host, ownRequests }: Parts) {
  const captureQueue = createQueue();
  const importQueue = createQueue();
  const imports = new Map<string, AbortController>();
  const exports = createExportQueue({
    store,
    ports: { clock: systemClock, compose: host.compose, download: downloadFile, release: host.release },
  });
  const ports = createCapturePorts({ host, ownRequests });

  /** Queues a capture; `done` ends with it. Throws `ExpectedError` if the tab can't be captured. */
  async function startCapture(input: CaptureInput) {
    const id = crypto.randomUUID();
    const state = captureQueue.isIdle ? 'working' : 'queued';
    const order = prepareCapture(id, input, state);
    const done = keepAwake(() => captureQueue.enqueue(async () => runCapture({ store, ports }, await order)));
    try {
      await order;
    } catch (thrown) {
      // The same once more.
      done.catch(() => undefined);
      throw thrown;
    }
    return { id, done };
  }

  /** Its activity says from the start whether it waits: each change of it makes every screen draw again. */
  async function prepareCapture(
    id: string,
    { tabId, caseId: wanted, trigger, panes }: CaptureInput,
    state: 'queued' | 'working',
  ): Promise<CaptureOrder> {
    const [target, caseId, limits] = await Promise.all([
      requireCapturable(tabId),
      knownCase(store, wanted),
      readCaptureSettings(),
    ]);
    await withStoreErrors(() =>
      beginActivity(store, {
        kind: 'capture',
        id,
        caseId,
        state,
        startedAt: systemClock.timestamp(),
        tabId: target.tabId,
        url: target.url,
        step: null,
        steps: [],
      }),
    );
    return { id, caseId, target, trigger, panes, ...limits };
  }

  /** Starts an export; `done` ends with it. Throws `ExpectedError` if there is nothing to export. */
  async function startExport({ caseId, captureIds = null, passphrase = null }: StartExport) {
    await requireExportable(store, caseId, captureIds);
    if (passphrase !== null && !isUsablePassphrase(passphrase)) throw new ExpectedError('passphrase-refused');
    await ensureSealingKey(store, systemClock);
    const id = crypto.randomUUID();
    const order = { caseId, captureIds, passphrase, ...(await readExportSettings()) };
    const { done } = await exports.enqueue(id, order);
    return { id, done: keepAwake(() => done) };
  }

  /** Erases what is deleted when its time to undo is over. If the background is stopped before, its next start does. */
  function eraseLater(): void {
    const wait = new Promise((resolve) => setTimeout(resolve, UNDO_MS + ERASE_MARGIN_MS));
    const erase = () => withStoreErrors(() => eraseDeleted({ store, clock: systemClock }));
    keepAwake(() => wait.then(erase)).catch((thrown) => console.error('files were not erased', thrown));
  }

  /** Starts taking a bundle into the casebook; `done` ends with it. */
  async function startImport(order: ImportOrder) {
    const id = crypto.randomUUID();
    await withStoreErrors(() =>
      beginActivity(store, {
        kind: 'import',
        id,
        caseId: '',
        state: 'queued',
        startedAt: systemClock.timestamp(),
        phase: null,
        fileName: order.file.name,
        doneBytes: 0,
        totalBytes: 0,
      }),
    );
    const controller = new AbortController();
    imports.set(id, controller);
    const importPorts = { clock: systemClock, makeThumbnail };
    const work = () => importBundle({ store, ports: importPorts }, id, order, controller.signal);
    const done = keepAwake(() => importQueue.enqueue(work)).finally(() => imports.delete(id));
    return { id, done };
  }

  /** Cancels an import; nothing happens to one that has ended. */
  function cancelImport(id: string): void {
    imports.get(id)?.abort(new ExpectedError('import-cancelled'));
  }

  return { startCapture, startExport, cancelExport: exports.cancel, eraseLater, startImport, cancelImport };
}

async function readExportSettings() {
  const [software, language, timestampRoots] = await Promise.all([
    readSoftware(),
    settings.language.getValue(),
    readTimestampRoots(),
  ]);
  return { software, language, timestampRoots };
}

async function readCaptureSettings() {
  const strategy = await settings.pictureStrategy.getValue();
  const stepLimitMs = (await settings.stepLimitSeconds.getValue()) * 1_000;
  const allowRequests = await settings.allowRequests.getValue();
  return { strategy, stepLimitMs, allowRequests };
}

/** Paperwork never blocks evidence: a case that is gone, put away, or only read, means the inbox. */
async function knownCase(store: Store, caseId: string): Promise<string> {
  const found = await withStoreErrors(() => store.cases.get(caseId));
  return found && !isReadOnly(found) ? caseId : INBOX_CASE_ID;
}

/** The tab that a trigger without one means: the one in front. */
export async function frontTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) throw new ExpectedError('no-page');
  return tab.id;
}
