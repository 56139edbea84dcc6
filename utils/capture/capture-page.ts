import type { Capture, ObserverEffect, StepRecord } from '@/utils/domain/capture';
import type { Official } from '@/utils/domain/case';
import type { Watch } from '@/utils/domain/indicator';
import { matchWatches } from '@/utils/domain/watch';
import { within } from '@/utils/domain/within';
import { ExpectedError } from '@/utils/errors';
import { captureWords } from '@/utils/search/words';
import { createHeldFiles } from '@/utils/snapshot/held-files';
import type { CaptureParts } from '@/utils/store/capture-repository';
import { createHasher, type HashedFile, textFile } from './files';
import { buildManifest, type MomentFacts } from './manifest';
import type { CaptureOrder } from './order';
import { type PageState, readNetwork } from './page-state';
import { createCanvasCache } from './photographs';
import type { Aside, CapturePorts } from './ports';
import { readQrCodes, searchFilesEarly } from './qr-codes';
import { refetchMissing } from './refetch';
import { createStepRunner, type StepRunnerOptions } from './step-runner';
import {
  assemble,
  fillWithPixels,
  findIndicators,
  isWhole,
  readDom,
  readMhtml,
  readResources,
  takeViewport,
  writePage,
} from './take-page';
import { takePageImages } from './take-page-images';
import { takePanes } from './take-panes';
import { makeThumbnail } from './thumbnail';

/** How long the picture for lists may take: a browser that never ends drawing it must not keep a capture from being saved. */
const THUMBNAIL_MS = 5_000;

/** Name of the file that names all others. */
const MANIFEST = 'capture.json';

type Hasher = ReturnType<typeof createHasher>;

/** Who captures, and what is watched for. */
export interface CaptureContext {
  readonly operator: Official | null;
  readonly watches: readonly Watch[];
}

/** What is to be stored, and what is told of it at once: what the site could have noticed, how each step ended. */
export interface CapturedPage extends CaptureParts {
  readonly observer: ObserverEffect;
  readonly wasLoading: boolean;
  readonly steps: readonly StepRecord[];
}

/**
 * Fixes a page, then hashes. First, at once, what the page can't notice: it shows one moment, the click's. Throws
 * `tab-closed` if there is no tab, `nothing-captured` if no step gave anything; else a failed step is only recorded.
 */
export async function capturePage(
  ports: CapturePorts,
  order: CaptureOrder,
  context: Promise<CaptureContext>,
  aside: Aside,
  onChange: StepRunnerOptions['onChange'],
): Promise<CapturedPage> {
  const { clock } = ports;
  const started = clock.timestamp();
  // Awaited behind what the page can't notice; if it fails before, that is no bug that nobody handles.
  context.catch(() => undefined);
  const canvases = createCanvasCache();
  const requests = ports.ownRequests();
  const watch = ports.watch(order.target);
  const inFront = ports.bringToFront(order.target);
  try {
    const [restore, probe, zoom] = await Promise.all([
      inFront,
      ports.probe(order.target),
      ports.zoom(order.target).catch(() => null),
    ]);
    const state: PageState = {
      ports,
      order,
      steps: createStepRunner({ clock, limitMs: order.stepLimitMs, onChange }),
      probe,
      zoom,
      network: [],
      files: [],
      canvases,
      notes: [],
      remarks: [],
      paneTexts: new Map(),
      seen: [],
      mhtml: null,
      resources: new Map(),
      resourcesRead: Promise.resolve(),
      aside,
      held: createHeldFiles(order.id, aside.put),
      reasons: new Map(),
      refetched: [],
      crops: new Map(),
      page: null,
      pictures: 'none',
      early: null,
      fileSearch: null,
      qrCodes: [],
      indicators: [],
      observer: { requests: 0, scrolled: false, resized: false, activated: restore !== null },
    };
    const hash = createHasher(order.id);
    const window = takeViewport(state);
    const dom = readDom(state);
    // Rejects never.
    const network = dom.then(() => readNetwork(state));
    const [, , known] = await Promise.all([dom, readMhtml(state), context]);
    // Ours to do while the browser photographs; only a drawing needs the page first.
    state.resourcesRead = readResources(state);
    // Where no step asks for them, nobody has to hear that they can't be read.
    state.resourcesRead.catch(() => undefined);
    const assembled = assemble(state).then(async () => {
      if (isWhole(state)) await writePage(state);
      startHashing(state, hash);
    });
    // If it fails, the step of its own tries again and says so.
    assembled.then(() => searchFilesEarly(state)).catch(() => undefined);
    await window;
    // Of the window, if there is a picture of it: the browser has other things to do next.
    const drawing = drawThumbnail(state);
    state.network = await network;
    await takePageImages(state, assembled);
    await takePanes(state);
    await assembled;
    startHashing(state, hash);
    // Nothing more is done in the page.
    const stopped = watch.stop();
    // Awaited below; a failure meanwhile is thrown there.
    stopped.catch(() => undefined);
    await refetchMissing(state);
    await fillWithPixels(state);
    await writePage(state);
    startHashing(state, hash);
    await readQrCodes(state);
    canvases.close();
    await findIndicators(state);
    if (state.files.length === 0) throw new ExpectedError('nothing-captured');
    const seen = await stopped;
    // The debugger's bar changes the window's size, also where no picture comes of it.
    const resized = state.observer.resized || (seen.value?.resizes ?? 0) > 0;
    const caused = state.observer.requests + ports.ownRequests() - requests;
    const observer = { ...state.observer, resized, requests: caused, seen };
    const thumbnail = (await drawing) ?? (await drawThumbnail(state));
    return await finish(state, { started, observer, ...known }, { hash, thumbnail });
  } finally {
    canvases.close();
    await watch.stop();
    const restore = await inFront.catch(() => null);
    await restore?.();
  }
}

/** What is there already, and nothing will change, is hashed while other steps work. */
function startHashing(state: PageState, hash: Hasher): void {
  for (const file of state.files) hash(file).catch(() => undefined);
}

async function finish(
  state: PageState,
  moment: MomentFacts & CaptureContext,
  { hash, thumbnail }: { readonly hash: Hasher; readonly thumbnail: Blob | null },
): Promise<CapturedPage> {
  const { order, files, indicators, steps, page } = state;
  const hashed: HashedFile[] = [];
  for (const file of files) hashed.push(await hash(file));
  const manifest = await buildManifest(state, moment, hashed);
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  const last = await hash(textFile(MANIFEST, json, 'application/json'));
  const all = [...hashed, last];
  const failedSteps = steps.records.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
  const capture: Omit<Capture, 'number'> = {
    id: order.id,
    caseId: order.caseId,
    startedAt: moment.started,
    url: manifest.page.url,
    host: new URL(manifest.page.url).host,
    title: manifest.page.title,
    sha256: last.artifact.sha256,
    bytes: all.reduce((sum, { artifact }) => sum + artifact.bytes, 0),
    indicatorCount: indicators.filter(({ valid }) => valid).length,
    complete: failedSteps.length === 0,
    failedSteps,
    watched: matchWatches(moment.watches, indicators, page?.text ?? ''),
    tags: [],
  };
  const words = captureWords({ ...capture, text: page?.text ?? '', indicators });
  const { observer } = moment;
  const wasLoading = state.remarks.some(({ code }) => code === 'page-loading');
  return { capture, files: all, thumbnail, indicators, words, observer, wasLoading, steps: steps.records };
}

/** The picture for lists: of the window, else of the page's top, else none. A capture is not lost for want of it. */
async function drawThumbnail({ files }: PageState): Promise<Blob | null> {
  const picture = files.find(({ pixels }) => pixels !== undefined);
  return picture ? within(makeThumbnail(picture.blob), THUMBNAIL_MS).catch(() => null) : null;
}
