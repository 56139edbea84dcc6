import { ExpectedError } from '@/utils/errors';
import { extractFromSources } from '@/utils/indicators/extract';
import { assemblePage } from '@/utils/snapshot/assemble';
import { parseFrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import { parseMhtml } from '@/utils/snapshot/mhtml';
import { mainFrame, type PageState, requireSamePage } from './page-state';
import { Skip } from './step-runner';

/** `viewport.png`: what the operative saw at the click. */
export async function takeViewport(state: PageState): Promise<void> {
  const { ports, order, steps, files } = state;
  const picture = await steps.run('viewport', async () => {
    const taken = await ports.viewport(order.target);
    await requireSamePage(state);
    return taken;
  });
  if (picture) files.push({ name: 'viewport.png', blob: picture, pixels: 'photographed' });
}

/** The DOM of all frames, checked as hostile. */
export async function readDom(state: PageState): Promise<void> {
  const { ports, order, steps, probe } = state;
  const frames = await steps.run('dom', async () => {
    const read = (await ports.frames(order.target)).map(parseFrameSnapshot);
    const main = mainFrame({ frames: read });
    if (!main) throw new Error('the page let no script in');
    if (`origin:${main.timeOrigin}` !== probe.document) throw new ExpectedError('page-navigated');
    return read;
  });
  if (frames) state.frames = frames;
}

/** `page.mhtml`, where the browser has it. */
export async function readMhtml(state: PageState): Promise<void> {
  const { ports, order, steps, files } = state;
  const mhtml = await steps.run('mhtml', async () => {
    if (!ports.mhtml) return new Skip('not-in-this-browser');
    const saved = await ports.mhtml(order.target);
    await requireSamePage(state);
    return saved;
  });
  if (!mhtml) return;
  state.mhtml = mhtml;
  files.push({ name: 'page.mhtml', blob: mhtml });
}
