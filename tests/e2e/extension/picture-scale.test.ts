import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROW, rowColour, rowsPage } from '../../fixtures/pictures/rows';
import { type PictureServer, startPictureServer } from '../../fixtures/pictures/server';
import { captureBy, openPage, setSetting } from './pictures';
import { joinRuns, readColumns } from './pixels';
import { BROWSERS, type Session, startSession } from './session';

/** Higher than one tile at every ratio that is tested but the least. */
const ROWS = 100;
/** Zooms of pages by the density of the screen; each ratio that comes of them is another. */
const ZOOMS = { 1: [0.5, 1.1, 2], 1.25: [1], 2: [0.9] } as const;
const DENSITIES = [1, 1.25, 2] as const;

/** Screens of three densities, pages of several zooms: every row of the page is in its pictures, once and of its height. */
describe.each(BROWSERS.flatMap((name) => DENSITIES.map((density) => ({ name, density }))))(
  'sizes of pictures in $name, $density device pixels for a CSS pixel',
  ({ name, density }) => {
    let session: Session;
    let server: PictureServer;
    let reader: Page;

    beforeAll(async () => {
      session = await startSession(name, { density });
      server = await startPictureServer(() => rowsPage(ROWS));
      reader = await session.driven.openExtensionPage('casebook.html');
    });

    afterAll(async () => {
      await session?.end();
      await server?.close();
    });

    async function expectEveryRow(zoom: number, method: string): Promise<void> {
      const { page, tabId } = await openPage(session, reader, `${server.origin}/${method}-${zoom}`);
      await reader.evaluate(
        (id, factor) =>
          (
            globalThis as never as { chrome: { tabs: { setZoom(id: number, zoom: number): Promise<void> } } }
          ).chrome.tabs.setZoom(id, factor),
        tabId,
        zoom,
      );
      await page.bringToFront();
      await page.waitForFunction(
        (ratio) => Math.abs(devicePixelRatio / ratio - 1) < 0.02,
        {},
        zoom * density,
      );
      const { id, manifest } = await captureBy(reader, tabId);
      expect(manifest.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(manifest.pictures).toBe(method);
      expect(manifest.remarks).toEqual([]);
      const { ratio, width } = await page.evaluate(() => ({
        ratio: devicePixelRatio,
        width: document.documentElement.clientWidth,
      }));
      const names = manifest.artifacts.map((it) => it.name).filter((it) => it.startsWith('page-'));
      const columns = await readColumns(reader, id, names, 3);
      for (const column of columns) {
        expect(Math.abs(column.width - width * ratio)).toBeLessThanOrEqual(1.5);
        expect(column.height).toBeLessThanOrEqual(8_000);
      }
      const edge = (row: number) => Math.round(row * ROW * ratio);
      const wanted = Array.from({ length: ROWS }, (_, row) => ({
        rgba: `${rowColour(row).join(',')},255`,
        length: edge(row + 1) - edge(row),
      }));
      const runs = joinRuns(columns);
      expect(runs.slice(0, -1)).toEqual(wanted.slice(0, -1));
      // Where the page, or the window that is scrolled over it, ends within a device pixel, no picture shows the rest.
      const ends = [ROWS * ROW * ratio];
      if (method === 'scrolled') ends.push((manifest.viewport?.height ?? 0) * ratio);
      const rest = ends.some((end) => Math.abs(end - Math.round(end)) > 0.01) ? 1 : 0;
      const last = { is: runs.at(-1), wanted: wanted.at(-1) };
      expect(last.is?.rgba).toBe(last.wanted?.rgba);
      const lost = (last.wanted?.length ?? 0) - (last.is?.length ?? 0);
      expect([0, rest]).toContain(lost);
      await page.close();
    }

    it.each(ZOOMS[density])('page zoom %f, without scrolling', async (zoom) => {
      await expectEveryRow(zoom, name === 'chromium' ? 'cdp-clips' : 'capture-tab');
    });

    it.each(density === 1.25 ? [0.67] : [])('page zoom %f, scrolled', async (zoom) => {
      await setSetting(reader, 'pictureStrategy', 'scrolled');
      await expectEveryRow(zoom, 'scrolled');
    });
  },
);
