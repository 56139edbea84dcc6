import { isTileName } from '@/utils/domain/capture';
import { ExpectedError, errorText } from '@/utils/errors';
import { findResource } from '@/utils/snapshot/resources';
import { findBlankFrames } from './blank-frames';
import { composeStrip } from './compose-strip';
import type { CaptureFile } from './files';
import { mainFrame, onSamePage, type PageState, requireSamePage } from './page-state';
import type { PageImagesReport, PhotographSink, TileSink } from './ports';
import { searchAll, searchEarly } from './qr-codes';
import { percent, remark, remarkSentence } from './remarks';
import { scrollPage } from './scroll-page';
import { Skip } from './step-runner';
import { PAGE } from './take-page';
import { MAX_PAGE_HEIGHT, tileName } from './tiles';
import { withScroll } from './with-scroll';

/**
 * `page-01.png`, …: the page below the fold, by the way that the operative chose. Left to choose itself, the browser's
 * own photograph; drawn where it grants none. Tiles that came before a failure stay. `assembled`: when there is a page to
 * draw.
 */
export async function takePageImages(state: PageState, assembled: Promise<void>): Promise<void> {
  const { strategy } = state.order;
  if (strategy === 'rendered') await assembled;
  const factor = strategy === 'scrolled' ? SCROLL_FACTOR : 1;
  const work = async (signal: AbortSignal) => {
    if (strategy === 'rendered') return draw(state, signal);
    if (strategy === 'scrolled') return scrollThrough(state, signal);
    try {
      return await photograph(state, assembled, signal);
    } catch (thrown) {
      const isFinal = strategy !== 'automatic' || hasTiles(state) || thrown instanceof ExpectedError;
      if (isFinal || signal.aborted) throw thrown;
      await assembled;
      return drawInstead(state, signal, errorText(thrown));
    }
  };
  await state.steps.run(
    'page-images',
    async (signal) => {
      const done = await work(signal);
      // What there is stays, but the page is not whole: nobody is to be told that it is.
      const cut = state.remarks.find(({ code }) => code === 'page-cut');
      if (cut) throw new Error(remarkSentence(cut));
      return done;
    },
    factor,
  );
  // A browser that never answers gives no more tiles: who searches them is not to wait for any.
  state.early?.end();
}

/** Scrolling takes that many times the limit of a step: browsers grant two pictures a second. */
export const SCROLL_FACTOR = 6;

/** How often a page is photographed at most because frames in it came out blank. */
const TRIES = 3;

async function photograph(
  state: PageState,
  assembled: Promise<void>,
  signal: AbortSignal,
): Promise<true | Skip> {
  const search = searchEarly(state, assembled);
  // Asking the browser would show its bar, and the page would hear of a window that is lower.
  if (fitsWindow(state)) {
    search.end();
    return new Skip('page-fits-window');
  }
  const report = await photographOnce(state, assembled, signal, (tile) => {
    state.files.push(tile);
    search.add(tile);
  }).finally(search.end);
  if (report.skipped) return new Skip(report.skipped);
  state.remarks.push(...report.remarks);
  let blank = await remarkBlankFrames(state);
  // A frame of another site may begin to draw only when it is asked to, and be there the next time.
  for (let tries = 1; blank > 0 && tries < TRIES && report.method === 'cdp-clips'; tries += 1) {
    const before = state.files.filter(({ name }) => isTileName(name));
    const again: CaptureFile[] = [];
    await photographOnce(state, assembled, signal, (tile) => again.push(tile));
    replaceTiles(state, again);
    const left = await remarkBlankFrames(state);
    if (left >= blank) {
      replaceTiles(state, before);
      await remarkBlankFrames(state);
      break;
    }
    blank = left;
    searchAll(state);
  }
  return true;
}

/** The window showed all of the page when it was read. */
function fitsWindow(state: PageState): boolean {
  const view = mainFrame(state)?.viewport;
  // Some documents say nothing of their size.
  if (!view || view.pageWidth <= 0 || view.pageHeight <= 0) return false;
  return view.pageWidth <= view.width && view.pageHeight <= view.height;
}

/** Says of the tiles that are there now which frames they lack, before asking again may fail; gives how many. */
async function remarkBlankFrames(state: PageState): Promise<number> {
  const blank = await findBlankFrames(state);
  const others = state.remarks.filter(({ code }) => code !== 'frame-blank');
  const own = blank.map((url) => remark('frame-blank', { url }));
  state.remarks.splice(0, state.remarks.length, ...others, ...own);
  return blank.length;
}

/** Hands over the tiles as they come. */
async function photographOnce(
  state: PageState,
  assembled: Promise<void>,
  signal: AbortSignal,
  take: (tile: CaptureFile) => void,
): Promise<PageImagesReport> {
  const { ports, order } = state;
  const report = await onSamePage(state, () =>
    ports.photograph(order.target, {
      onTile: collectSame(state, signal, take),
      aside: state.aside,
      onRequest() {
        state.observer = { ...state.observer, requests: state.observer.requests + 1 };
      },
      known: (url) => knownFile(state, url),
      unloaded: () => assembled.then(() => new Set(state.reasons.keys())),
      signal,
    }),
  );
  signal.throwIfAborted();
  state.pictures = report.method;
  state.observer = { ...state.observer, resized: state.observer.resized || report.resized };
  return report;
}

/** The site's own bytes of a file that the page has shown. */
async function knownFile(state: PageState, url: string): Promise<string | null> {
  // If they can't be read, assembling says so.
  await state.resourcesRead.catch(() => undefined);
  const resource = findResource(state.resources, url);
  return resource && !resource.pixels ? resource.wholeUrl() : null;
}

/** Only once they are all there: a page that goes away meanwhile leaves those of before. */
function replaceTiles({ files }: PageState, tiles: readonly CaptureFile[]): void {
  files.splice(0, files.length, ...files.filter(({ name }) => !isTileName(name)), ...tiles);
}

async function scrollThrough(state: PageState, signal: AbortSignal): Promise<true | Skip> {
  if (fitsWindow(state)) return new Skip('page-fits-window');
  const page = await withScroll(state, signal, state.order.stepLimitMs * SCROLL_FACTOR, scrollPage);
  state.pictures = 'scrolled';
  for (const each of page.remarks) state.remarks.push(each);
  const { hiddenShare } = await composeStrip(
    page.shots,
    collect((tile) => state.files.push(tile), signal, 'photographed'),
  );
  if (hiddenShare > 0) state.remarks.push(remark('covered', { share: percent(hiddenShare) }));
  if (!page.isWhole) throw new ExpectedError('time-limit');
  return true;
}

/** A drawing in place of a photograph is said twice: at each picture, and here with the reason. */
async function drawInstead(state: PageState, signal: AbortSignal, reason: string): Promise<true> {
  try {
    await draw(state, signal);
  } catch (thrown) {
    throw new Error(`no photograph: ${reason}; no drawing: ${errorText(thrown)}`);
  }
  state.notes.push(`page images are drawn, not photographed: ${reason}`);
  return true;
}

async function draw(state: PageState, signal: AbortSignal): Promise<true> {
  const { ports, page } = state;
  const view = mainFrame(state)?.viewport;
  if (!page || !view) throw new Error('there is no snapshot to draw');
  state.pictures = 'rendered';
  const written = state.files.find(({ name }) => name === PAGE)?.blob;
  const html = written ?? new Blob(await state.held.fill(page.html), { type: 'text/html' });
  await ports.draw(
    html,
    { ...view, zoom: null },
    collect((tile) => state.files.push(tile), signal, 'rendered'),
  );
  if (view.pageHeight > MAX_PAGE_HEIGHT) {
    state.remarks.push(remark('page-cut', { shown: MAX_PAGE_HEIGHT, height: view.pageHeight }));
  }
  return true;
}

function collect(
  take: (tile: CaptureFile) => void,
  signal: AbortSignal,
  pixels: 'photographed' | 'rendered',
): TileSink {
  let index = 0;
  return (blob) => {
    if (signal.aborted) return;
    take({ name: tileName(index), blob, pixels });
    index += 1;
  };
}

/** A tile is of this page only if the page is still there after it: one of another page must not come among them. */
function collectSame(
  state: PageState,
  signal: AbortSignal,
  take: (tile: CaptureFile) => void,
): PhotographSink {
  const collected = collect(take, signal, 'photographed');
  return async (tile, method) => {
    await requireSamePage(state);
    signal.throwIfAborted();
    state.pictures = method;
    collected(tile);
  };
}

function hasTiles({ files }: PageState): boolean {
  return files.some(({ name }) => isTileName(name));
}
