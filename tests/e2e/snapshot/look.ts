import type { Page } from 'puppeteer-core';

/** Scroll positions are restored by animations: the look counts when they have ended, in every frame. */
export async function settled(page: Page): Promise<void> {
  await page.bringToFront();
  for (const frame of page.frames()) {
    await frame.evaluate(() =>
      Promise.all(document.getAnimations().map((it) => it.finished)).then(() => true),
    );
  }
}
