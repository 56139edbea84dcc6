import type {
  ObserverEffect,
  PictureMethod,
  QrCodeRecord,
  RefetchedResource,
  Remark,
} from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import type { NetworkFacts, Obtained } from '@/utils/domain/network';
import { ExpectedError, errorText } from '@/utils/errors';
import type { AssembledPage } from '@/utils/snapshot/assemble';
import type { FrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import type { HeldFiles } from '@/utils/snapshot/held-files';
import type { ResourceMap } from '@/utils/snapshot/resources';
import type { CaptureFile } from './files';
import type { CaptureOrder } from './order';
import type { CanvasCache } from './photographs';
import type { Aside, CapturePorts, PageProbe } from './ports';
import type { EarlySearch, FileSearch } from './qr-codes';
import type { StepRunner } from './step-runner';

/** A frame's snapshot and the browser's number of that frame. */
export interface SeenFrame {
  readonly frameId: number;
  readonly snapshot: FrameSnapshot;
}

/** What a capture has got so far. Steps add to it; what a failed step left out stays as it is here. */
export interface PageState {
  readonly ports: CapturePorts;
  readonly order: CaptureOrder;
  readonly steps: StepRunner;
  readonly aside: Aside;
  /** The document that all steps must have seen. */
  probe: PageProbe;
  /** The page's zoom at the start; null if the browser doesn't say. */
  readonly zoom: number | null;
  /** How the tab's own document was loaded, and then each of `seen`: asked for while the tab still has them. */
  network: readonly Obtained<NetworkFacts>[];
  readonly files: CaptureFile[];
  /** Decoded photographs, for all steps. */
  readonly canvases: CanvasCache;
  readonly notes: string[];
  readonly remarks: Remark[];
  /** Text of inner areas, by the file that holds it. */
  readonly paneTexts: Map<string, string>;
  seen: readonly SeenFrame[];
  mhtml: Blob | null;
  /** Those of the MHTML are there when `resourcesRead` is. */
  resources: ResourceMap;
  resourcesRead: Promise<void>;
  /** What stands for big files in `page` until that is written. */
  readonly held: HeldFiles;
  /** Why a resource is missing, by URL: what the HTTP cache, or the site when it was asked again, said. */
  readonly reasons: Map<string, string>;
  /** What the site was asked for again. */
  readonly refetched: RefetchedResource[];
  crops: ReadonlyMap<string, string>;
  page: AssembledPage | null;
  pictures: PictureMethod;
  early: EarlySearch | null;
  fileSearch: FileSearch | null;
  qrCodes: readonly QrCodeRecord[];
  indicators: readonly Indicator[];
  /** What the capture did to the page; `requests`: without those that the extension makes itself. */
  observer: Omit<ObserverEffect, 'seen'>;
}

/** Bytes of files, in base64, that `page.html` may hold. */
export const MOST_EMBEDDED = 80_000_000;

/** Bytes of files that are at hand. */
export function heldBytes({ resources }: Pick<PageState, 'resources'>): number {
  return [...resources.values()].reduce((sum, { size }) => sum + size, 0);
}

/** The snapshot of the tab's own document; undefined if it gave none. */
export function mainFrame({ seen }: Pick<PageState, 'seen'>): FrameSnapshot | undefined {
  return seen.find(({ snapshot }) => snapshot.path.length === 0)?.snapshot;
}

/** Two probes saw the same document. Where the page didn't answer, what the browser says of the tab has to do. */
export function isSameDocument(one: PageProbe, two: PageProbe): boolean {
  if (one.documentId !== null && two.documentId !== null) return one.documentId === two.documentId;
  const answered = one.timeOrigin !== null && two.timeOrigin !== null;
  return answered ? one.timeOrigin === two.timeOrigin : one.tab === two.tab;
}

/** Throws if the tab shows another document than at the start: files of two pages must never be mixed. */
export async function requireSamePage({ ports, order, probe }: PageState): Promise<void> {
  if (!isSameDocument(probe, await ports.probe(order.target))) throw new ExpectedError('page-navigated');
}

/** How often the tab is looked at while the browser works. */
const LOOK_MS = 1_000;

/** What `work` obtains of the tab. If the page went away meanwhile that is the reason, not what came of it. */
export async function onSamePage<T>(state: PageState, work: () => Promise<T>): Promise<T> {
  const leaving = watchLeaving(state);
  try {
    const obtained = await Promise.race([work(), leaving.left]).catch(async (thrown) => {
      await requireSamePage(state);
      throw thrown;
    });
    await requireSamePage(state);
    return obtained;
  } finally {
    leaving.stop();
  }
}

/** Of a page that went away, Chromium may never end the MHTML or the photograph. Nobody waits longer than a step lasts. */
function watchLeaving(state: PageState): { readonly left: Promise<never>; stop(): void } {
  let looksLeft = Math.ceil(state.order.stepLimitMs / LOOK_MS);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = new Promise<never>((_, reject) => {
    const look = () => {
      if (looksLeft <= 0) return;
      looksLeft -= 1;
      timer = setTimeout(() => requireSamePage(state).then(look, reject), LOOK_MS);
    };
    look();
  });
  return {
    left,
    stop() {
      looksLeft = 0;
      clearTimeout(timer);
    },
  };
}

/** How the tab's own document was loaded, and then every frame that was read, in their order. */
export async function readNetwork({
  ports,
  order,
  probe,
  seen,
}: PageState): Promise<Obtained<NetworkFacts>[]> {
  const frames = seen.map(({ frameId, snapshot }) => ({ frameId, claim: snapshot.navigation }));
  const documents = [{ frameId: 0, claim: probe.claim }, ...frames];
  return ports.network(order.target, documents).catch((thrown) => {
    const reason = errorText(thrown);
    return documents.map(() => ({ value: null, reason }));
  });
}
