import type { CaptureTarget, ScrollSession } from '@/utils/capture/ports';
import { runInPage } from './run-in-page';

/** Puts the scrolling script into the page's isolated world and gives the way to ask it. */
export async function openScroll({ tabId }: CaptureTarget): Promise<ScrollSession> {
  await runInPage({ target: { tabId }, files: ['/scroller.js'] });
  const ask = async (call: keyof ScrollSession, input: readonly unknown[]): Promise<unknown> => {
    const [answer] = await runInPage({
      target: { tabId },
      func: askScroller,
      args: [call, [...input]],
    });
    if (answer?.error) throw new Error(String(answer.error));
    return answer?.result;
  };
  return {
    findBoxes: () => ask('findBoxes', []),
    look: (area) => ask('look', [area]),
    move: (area, top, waitForMore) => ask('move', [area, top, waitForMore]),
    end: async () => {
      await ask('end', []);
    },
  };
}

/** Runs in the page's isolated world, where the scrolling script has left its door. */
function askScroller(call: string, input: unknown[]): unknown {
  const { osmotrScroller } = globalThis as unknown as {
    osmotrScroller: Record<string, (...all: unknown[]) => unknown>;
  };
  return osmotrScroller[call]?.(...input) ?? null;
}
