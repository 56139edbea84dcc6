import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsPage } from '../../fixtures/pictures/rows';
import { type PictureServer, startPictureServer } from '../../fixtures/pictures/server';
import { gradientPng } from '../../fixtures/torture/pictures';
import { captureBy, openPage, readText } from './pictures';
import { type Session, startSession } from './session';

const WIDTH = 200;
const HEIGHT = 150;
const COLOUR = [20, 130, 20] as const;

/** A canvas below the fold whose pixels no script can read: it was handed over, and holds a picture of another site. */
const page = (other: string) =>
  rowsPage(40, {
    body: `<img id="photo" src="${other}/photo.png" width="${WIDTH}" height="${HEIGHT}" style="position:absolute;left:120px;top:1510px">
      <canvas id="canvas" width="${WIDTH}" height="${HEIGHT}" style="position:absolute;left:420px;top:2720px"></canvas>
      <script>photo.onload = () => { photo.onload = null; canvas.transferControlToOffscreen().getContext('2d').drawImage(photo, 0, 0); requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'drawn' })) }; if (photo.complete) photo.onload?.()</script>`,
  });

/** Chromium alone: of this page Firefox asks for no crop. */
describe('pixels in place of bytes in chromium', () => {
  let session: Session;
  let server: PictureServer;
  let reader: Page;

  beforeAll(async () => {
    session = await startSession('chromium');
    server = await startPictureServer((path, other) =>
      path === '/photo.png' ? gradientPng(WIDTH, HEIGHT, COLOUR) : path === '/' ? page(other) : null,
    );
    reader = await session.driven.openExtensionPage('casebook.html');
  });

  afterAll(async () => {
    await session?.end();
    await server?.close();
  });

  it('cuts out of the photograph what no script may read, at its place and marked', async () => {
    const { page: shop, tabId } = await openPage(session, reader, `${server.origin}/`);
    await shop.waitForFunction(() => document.title === 'drawn');
    const { id, manifest } = await captureBy(reader, tabId);
    expect(manifest.steps.find((step) => step.name === 'crops')).toMatchObject({ outcome: 'done' });
    const pictures = await marked(reader, await readText(reader, id, 'page.html'));
    // Of the picture there is more: its file out of the MHTML.
    expect(pictures.map(({ element }) => element)).toEqual(['canvas']);
    for (const { width, height, middle } of pictures) {
      expect([width, height]).toEqual([WIDTH, HEIGHT]);
      expect(middle).toEqual([COLOUR[0] + 60, COLOUR[1] + 60, COLOUR[2], 255]);
    }
    await shop.close();
  });
});

/** The elements of a stored page that show pixels out of a photograph, with the size and the middle of these. */
function marked(reader: Page, html: string) {
  return reader.evaluate(async (text) => {
    async function cutOf(element: string, base64: string) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, -width / 2, -height / 2);
      return { element, width, height, middle: [...context.getImageData(0, 0, 1, 1).data] };
    }
    const stored = new DOMParser().parseFromString(text, 'text/html');
    // A picture says so itself; what a canvas showed is its background.
    const photo = stored.querySelector('#photo[data-osmotr-pixels]')?.getAttribute('src');
    const canvas = stored.querySelector('#canvas')?.getAttribute('style');
    return Promise.all(
      Object.entries({ photo, canvas }).flatMap(([element, source]) => {
        const base64 = /data:image\/png;base64,([\w+/=]+)/.exec(source ?? '')?.[1];
        return base64 ? [cutOf(element, base64)] : [];
      }),
    );
  }, html);
}
