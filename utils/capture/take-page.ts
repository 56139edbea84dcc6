import type { Remark } from '@/utils/domain/capture';
import { ExpectedError } from '@/utils/errors';
import { extractFromSources } from '@/utils/indicators/extract';
import { type AssembledPage, assemblePage } from '@/utils/snapshot/assemble';
import { type FrameSnapshot, parseFrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import type { HeldFiles } from '@/utils/snapshot/held-files';
import { parseMhtml } from '@/utils/snapshot/mhtml';
import { readFromCache } from './cached-resources';
import { cropPictures } from './crop-pictures';
import { type CaptureFile, textFile } from './files';
import {
  MOST_EMBEDDED,
  mainFrame,
  onSamePage,
  type PageState,
  requireSamePage,
  type SeenFrame,
} from './page-state';
import { remark } from './remarks';
import { Skip } from './step-runner';

/** How often the cache is asked: pages, their stylesheets, what those import. */
const CACHE_ROUNDS = 3;

/** Share of the time of `assemble` in which the page may answer for its cache. */
const CACHE_SHARE = 0.5;

/** Chromium shows a PDF in a page of its own, where it is one element; Firefox in one that no script enters. */
const PDF = 'application/pdf';
const PDF_NOTE = 'the page is a PDF: the picture shows what the window showed of it; its text is not here';

/** The self-contained page. */
export const PAGE = 'page.html';

/** Characters of `page.html` that are made a Blob at a time. */
const HANDED_OVER = 4_000_000;

/** `viewport.png`: what the operative saw at the click. */
export async function takeViewport(state: PageState): Promise<void> {
  const { ports, order, steps, files } = state;
  const picture = await steps.run('viewport', () => onSamePage(state, () => ports.viewport(order.target)));
  if (picture) files.push({ name: 'viewport.png', blob: picture, pixels: 'photographed' });
}

/** The DOM of all frames, checked as hostile. A frame whose answer is no snapshot is left out, and said. */
export async function readDom(state: PageState): Promise<void> {
  const { ports, order, steps } = state;
  const notes: string[] = [];
  const seen = await steps.run('dom', async () => {
    const read: SeenFrame[] = [];
    for (const { frameId, result } of await ports.frames(order.target)) {
      try {
        read.push({ frameId, snapshot: parseFrameSnapshot(result) });
      } catch (thrown) {
        notes.push(`frame ${frameId} gave no snapshot: ${String(thrown).slice(0, 200)}`);
      }
    }
    const main = mainFrame({ seen: read });
    if (!main) throw new Error('the page let no script in');
    await requireSameDocument(state, main);
    if (main.contentType === PDF) notes.push(PDF_NOTE);
    return read;
  });
  // Of a step whose time was over nothing is to come in later.
  if (!seen) {
    if (state.probe.mediaType === PDF) state.notes.push(PDF_NOTE);
    return;
  }
  state.seen = seen;
  state.notes.push(...notes);
  state.remarks.push(...loadingRemarks(seen));
}

function loadingRemarks(seen: readonly SeenFrame[]): Remark[] {
  const loading = seen.filter(({ snapshot }) => snapshot.loading);
  const frames = loading.filter(({ snapshot }) => snapshot.path.length > 0).length;
  const own = loading.length > frames ? [remark('page-loading')] : [];
  return frames > 0 ? [...own, remark('frames-loading', { count: frames })] : own;
}

/** A page that was silent at the start is known from here on by what its snapshot says. */
async function requireSameDocument(
  state: PageState,
  { timeOrigin, navigation }: FrameSnapshot,
): Promise<void> {
  if (state.probe.timeOrigin === null) {
    await requireSamePage(state);
    state.probe = { ...state.probe, timeOrigin, claim: navigation };
  } else if (timeOrigin !== state.probe.timeOrigin) {
    throw new ExpectedError('page-navigated');
  }
}

/** `page.mhtml`, where the browser has it. */
export async function readMhtml(state: PageState): Promise<void> {
  const { ports, order, steps, files } = state;
  const mhtml = await steps.run('mhtml', async () => {
    const { mhtml: save } = ports;
    return save ? onSamePage(state, () => save(order.target)) : new Skip('not-in-this-browser');
  });
  if (!mhtml) return;
  files.push({ name: 'page.mhtml', blob: mhtml });
  state.mhtml = mhtml;
}

/** The self-contained page, from the DOM, the MHTML and the HTTP cache. */
export async function assemble(state: PageState): Promise<void> {
  const { order } = state;
  const page = await state.steps.run('assemble', async () => {
    if (state.seen.length === 0) throw new Error('there is no DOM to assemble');
    await state.resourcesRead;
    let assembled = assembleNow(state);
    const end = state.ports.clock.monotonicMs() + order.stepLimitMs * CACHE_SHARE;
    // A stylesheet out of the cache may want others, and those pictures.
    for (let round = 0; round < CACHE_ROUNDS; round += 1) {
      const wanted = notAskedYet(assembled.wanted, state.reasons);
      if (wanted.length === 0) break;
      await readFromCache(state, wanted, end);
      assembled = assembleNow(state);
    }
    return assembled;
  });
  if (page) state.page = page;
}

/**
 * The bytes of the page's resources, out of the MHTML. `page.html` is to hold them all: beyond the limit a file stays in
 * `page.mhtml` alone, and the photograph's pixels stand for it.
 */
export async function readResources(state: PageState): Promise<void> {
  if (!state.mhtml) return;
  const { resources, left } = await parseMhtml(state.mhtml, state.held, MOST_EMBEDDED);
  state.resources = resources;
  for (const url of left) state.reasons.set(url, 'too much for one page: it is in page.mhtml');
  if (left.length === 0) return;
  state.notes.push(`page.html holds ${MOST_EMBEDDED / 1e6} MB of files; left to page.mhtml: ${left.length}`);
}

/** Puts pixels of the photographed page where bytes are out of reach; each is marked as such in `page.html`. */
export async function fillWithPixels(state: PageState): Promise<void> {
  const { page, steps } = state;
  if (!page || page.pixels.length === 0) return;
  const filled = await steps.run('crops', async () => {
    // Both decode the photographs: at the same time, each would push out what the other needs next.
    await state.early?.codes.catch(() => undefined);
    state.crops = await cropPictures(state, page.pixels);
    return assembleNow(state);
  });
  if (filled) state.page = filled;
}

/** What no cache has answered for so far. */
function notAskedYet(wanted: AssembledPage['wanted'], reasons: ReadonlyMap<string, string>) {
  return wanted
    .map(({ path, urls }) => ({ path, urls: urls.filter((url) => !reasons.has(url)) }))
    .filter(({ urls }) => urls.length > 0);
}

/** The page from all that is at hand by now. */
export function assembleNow({ seen, resources, reasons, crops }: PageState) {
  return assemblePage({ frames: seen.map(({ snapshot }) => snapshot), resources, reasons, crops });
}

/** Nothing more comes into `page.html`, neither from photographs nor from the site. */
export function isWhole({ page, order }: PageState): boolean {
  return page !== null && page.pixels.length === 0 && !order.allowRequests;
}

/** `page.html`, `text.txt` and `text-map.json`, as they are in the end; once. */
export async function writePage({ page, files, held }: PageState): Promise<void> {
  if (!page || files.some(({ name }) => name === PAGE)) return;
  files.push(await pageFile(page.html, held));
  files.push(textFile('text.txt', page.text, 'text/plain;charset=utf-8'));
  files.push(textFile('text-map.json', `${JSON.stringify(page.textMap)}\n`, 'application/json'));
}

async function pageFile(pieces: string[], held: HeldFiles): Promise<CaptureFile> {
  const type = 'text/html;charset=utf-8';
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (held.isEmpty && length < HANDED_OVER) return textFile(PAGE, pieces.join(''), type);
  return { name: PAGE, blob: await handOver(pieces, held, type) };
}

/** A Blob of pieces, whose list is emptied meanwhile: the worker never holds the file twice. */
async function handOver(pieces: string[], held: HeldFiles, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  while (pieces.length > 0) {
    let [length, count] = [0, 0];
    while (count < pieces.length && length < HANDED_OVER) length += pieces[count++]?.length ?? 0;
    blobs.push(new Blob(await held.fill(pieces.splice(0, count))));
  }
  return new Blob(blobs, { type });
}

/** What identifies somebody, in everything that the page holds. */
export async function findIndicators(state: PageState): Promise<void> {
  const { steps, page, order, qrCodes, paneTexts } = state;
  const found = await steps.run('indicators', async () =>
    extractFromSources([
      // Without the DOM there is still the address.
      ...(page?.sources ?? [{ origin: 'url' as const, text: order.target.url }]),
      ...[...paneTexts].map(([place, text]) => ({ origin: 'pane' as const, text, place })),
      ...qrCodes.map(({ text, place }) => ({ origin: 'qr' as const, text, place })),
    ]),
  );
  if (found) state.indicators = found;
}
