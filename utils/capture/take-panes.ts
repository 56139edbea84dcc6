import { parseScrollBoxes, type ScrollBoxes } from '@/utils/snapshot/scroll-view';
import { composeStrip } from './compose-strip';
import { textFile } from './files';
import type { PageState } from './page-state';
import { percent, remark } from './remarks';
import { scrollPane } from './scroll-pane';
import { Skip } from './step-runner';
import { SCROLL_FACTOR } from './take-page-images';
import type { ScrollContext } from './window-shot';
import { withScroll } from './with-scroll';

/**
 * `pane-01-01.png`, … and `pane-01.txt`: boxes that scroll by themselves, a chat say, whole and with the text that went
 * by. Only when the operative asks: the site can notice it.
 */
export async function takePanes(state: PageState): Promise<void> {
  if (!state.order.panes) return;
  const limitMs = state.order.stepLimitMs * SCROLL_FACTOR;
  await state.steps.run(
    'panes',
    (signal) => withScroll(state, signal, limitMs, (context) => takeAll(state, signal, context)),
    SCROLL_FACTOR,
  );
}

async function takeAll(state: PageState, signal: AbortSignal, context: ScrollContext): Promise<true | Skip> {
  const { chosen, found, closed }: ScrollBoxes = parseScrollBoxes(await context.session.findBoxes());
  if (closed > 0) state.remarks.push(remark('panes-in-frames'));
  if (chosen.length === 0) return new Skip('no-panes');
  if (found > chosen.length) state.remarks.push(remark('panes-left', { taken: chosen.length, found }));
  for (const area of chosen) await takeOne(state, signal, context, area);
  return true;
}

async function takeOne(
  { files, remarks, paneTexts }: PageState,
  signal: AbortSignal,
  context: ScrollContext,
  area: number,
): Promise<void> {
  const pane = await scrollPane(context, area);
  if (signal.aborted) return;
  const name = `pane-${String(area).padStart(2, '0')}`;
  let tile = 0;
  const { hiddenShare } = await composeStrip(pane.shots, (blob) => {
    tile += 1;
    if (signal.aborted) return;
    files.push({ name: `${name}-${String(tile).padStart(2, '0')}.png`, blob, pixels: 'photographed' });
  });
  remarks.push(...pane.remarks);
  if (hiddenShare > 0) remarks.push(remark('covered', { share: percent(hiddenShare) }));
  if (pane.lines.length === 0) return;
  const text = `${pane.lines.join('\n')}\n`;
  files.push(textFile(`${name}.txt`, text, 'text/plain;charset=utf-8'));
  paneTexts.set(`${name}.txt`, text);
}
