import { ExpectedError, errorText } from '@/utils/errors';
import { mainFrame, type PageState, requireSamePage } from './page-state';
import type { TileSink } from './ports';
import { Skip } from './step-runner';
import { tileName } from './tiles';

/**
 * `page-01.png`, …: the page below the fold, photographed; drawn where the browser grants no pixels or the
 * operative wants it so. Tiles that came before a failure stay.
 */
export async function takePageImages(state: PageState): Promise<void> {
  const { order, steps } = state;
  await steps.run('page-images', async (signal) => {
    if (order.strategy === 'rendered') return draw(state, signal);
    try {
      return await photograph(state, signal);
    } catch (thrown) {
      if (hasTiles(state) || thrown instanceof ExpectedError || signal.aborted) throw thrown;
      return drawInstead(state, signal, errorText(thrown));
    }
  });
}

async function photograph(state: PageState, signal: AbortSignal): Promise<true | Skip> {
  const { ports, order } = state;
  const report = await ports.photograph(order.target, collect(state, signal, 'photographed'));
  state.pictures = report.method;
  state.observer = { ...state.observer, resized: state.observer.resized || report.resized };
  await requireSamePage(state);
  return report.skipped ? new Skip(report.skipped) : true;
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
  const html = new Blob(page.html, { type: 'text/html' });
  await ports.draw(html, { ...view, zoom: null }, collect(state, signal, 'rendered'));
  return true;
}

function collect(state: PageState, signal: AbortSignal, pixels: 'photographed' | 'rendered'): TileSink {
  let index = 0;
  return (blob) => {
    if (signal.aborted) return;
    state.files.push({ name: tileName(index), blob, pixels });
    index += 1;
  };
}

function hasTiles({ files }: PageState): boolean {
  return files.some(({ name }) => name.startsWith('page-'));
}
