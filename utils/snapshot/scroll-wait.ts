/** Longest time to wait for pictures in view, for short animations, for a page to grow at its end; ms. */
const PICTURES_MS = 4_000;
const ANIMATIONS_MS = 1_000;
const GROWTH_MS = 1_500;

/** Frames stop while a tab is hidden: then time counts. */
const FRAME_MS = 250;

/** Waits in the page for what a reader would wait for. Nothing of it can be noticed. `now`: a monotonic clock, ms. */
export function createWaits(now: () => number) {
  /** Until the pictures are there and what fades in has come; gives how many pictures are still missing. */
  async function settled(pictures: () => readonly HTMLImageElement[]): Promise<number> {
    const end = now() + PICTURES_MS;
    const missing = () => pictures().filter((picture) => !picture.complete).length;
    // The page's own script learns of the new position with the next frame, and asks for pictures then.
    await drawn();
    while (missing() > 0 && now() < end) await frame();
    const decoded = Promise.allSettled(pictures().map((picture) => picture.complete && picture.decode()));
    await Promise.race([decoded, pause(PICTURES_MS)]);
    const short = document.getAnimations().filter(endsSoon);
    await Promise.race([Promise.allSettled(short.map(({ finished }) => finished)), pause(ANIMATIONS_MS)]);
    await drawn();
    return missing();
  }

  /** Until `height` gives more than it did, or the time is over. */
  async function grown(height: () => number): Promise<void> {
    const before = height();
    for (const end = now() + GROWTH_MS; now() < end && height() <= before; ) await frame();
  }

  return { settled, grown };
}

/** Until the browser has drawn what is there now. */
async function drawn(): Promise<void> {
  await frame();
  await frame();
}

function frame(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      done();
    });
  });
}

function endsSoon(animation: Animation): boolean {
  const end = Number(animation.effect?.getComputedTiming().endTime ?? Number.POSITIVE_INFINITY);
  return animation.playState === 'running' && end - Number(animation.currentTime ?? 0) < ANIMATIONS_MS;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
