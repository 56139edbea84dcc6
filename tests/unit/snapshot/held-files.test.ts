import { describe, expect, it } from 'vitest';
import { keepInBlobs } from '@/utils/platform/aside';
import { assemblePage } from '@/utils/snapshot/assemble';
import type { FrameSnapshot, Part } from '@/utils/snapshot/frame-snapshot';
import { createHeldFiles } from '@/utils/snapshot/held-files';
import { addCached, type Resource, type ResourceMap } from '@/utils/snapshot/resources';
import { frameSnapshot } from './frames';

const SITE = 'https://shop.example/';
const PICTURE = `${SITE}a.png`;
const picture = Uint8Array.from({ length: 40_000 }, (_, at) => (at * 31) & 255);
const base64 = Buffer.from(picture).toString('base64');

const { put: putAside } = keepInBlobs();

const image: Part = { k: 'url', attr: 'src', url: PICTURE, kind: 'img' };

/** The page that comes of `frames` when the picture is held. */
async function pageOf(frames: readonly FrameSnapshot[]) {
  const held = createHeldFiles('secret', putAside, 0);
  const resources: ResourceMap = new Map();
  const answer = { url: PICTURE, mediaType: 'image/png', body: new Blob([picture]), pixels: true };
  await addCached(resources, [answer], held);
  const { html } = assemblePage({ frames: [...frames], resources });
  const markup = html.join('');
  return { markup, written: await new Blob(await held.fill(html)).text(), resources };
}

describe('held files', () => {
  it('stand in the page in base64, wherever it names them, and not in its markup before', async () => {
    const css: Part = {
      k: 'sheet',
      raw: true,
      pieces: [{ text: 'p{background:url(a.png)}b{background:url("a.png")}', base: SITE }],
    };
    const { markup, written } = await pageOf([
      frameSnapshot({ parts: ['<style>', css, '</style><img', image, '>'] }),
    ]);
    expect(markup).not.toContain(base64);
    expect(written).not.toContain('osmotr-held-');
    expect(written).toContain(`<img src="data:image/png;base64,${base64}" data-osmotr-pixels="src">`);
    // Styles name it twice and have it once.
    expect(written).toContain(`:root{--osmotr-1:url("data:image/png;base64,${base64}")}`);
    expect(written.split(base64)).toHaveLength(3);
  });

  it('stand in frames within frames, as HTML and as a URL', async () => {
    const child: Part = { k: 'frame', index: 0, url: `${SITE}in`, tag: 'iframe', place: 0 };
    const inner = { path: [0], parts: ['<img', image, '>'] };
    for (const quirks of [false, true]) {
      const { written } = await pageOf([
        frameSnapshot({ parts: ['<iframe', child, '></iframe>'] }),
        frameSnapshot({ ...inner, quirks }),
      ]);
      expect(written.split(base64)).toHaveLength(2);
      expect(written).not.toContain('osmotr-held-');
    }
  });

  it('stand in the drawing that keeps the size of a missing picture', async () => {
    const missing: Part = { k: 'url', attr: 'src', url: `${SITE}b.png`, kind: 'img', place: 0 };
    const places = [
      { id: 0, kind: 'img' as const, url: `${SITE}b.png`, rect: { x: 0, y: 0, width: 3, height: 4 } },
    ];
    const held = createHeldFiles('secret', putAside, 0);
    const crops = new Map([['#0', `data:image/png;base64,${await held.hold(base64)}`]]);
    const frames = [frameSnapshot({ parts: ['<img', missing, '>'], places })];
    const { html } = assemblePage({ frames, resources: new Map(), crops });
    const written = await new Blob(await held.fill(html)).text();
    const svg = decodeURIComponent(/"data:image\/svg\+xml,([^"]+)"/.exec(written)?.[1] ?? '');
    expect(svg).toContain(
      `<image width="100%" height="100%" preserveAspectRatio="none" href="data:image/png;base64,${base64}"/></svg>`,
    );
  });

  it('are none of a page that writes a mark of its own', async () => {
    const forged = 'osmotr-held-guess-0-';
    const { written } = await pageOf([frameSnapshot({ parts: [`<p>${forged}</p><img`, image, '>'] })]);
    expect(written).toContain(`<p>${forged}</p>`);
  });

  it('are the small ones not: those stand in the markup at once', async () => {
    const held = createHeldFiles('secret', putAside, 0);
    expect(await held.hold(base64.slice(0, 400))).toBe(base64.slice(0, 400));
  });

  it('are of a small page only those that would make it a big one', async () => {
    const held = createHeldFiles('secret', putAside, 110_000);
    const given = [await held.hold(base64), await held.hold(base64), await held.hold(base64)];
    expect(given.map((it) => it === base64)).toEqual([true, true, false]);
    expect(given[2]).toContain('osmotr-held-');
  });

  it('are put aside many at a time, each to be found in what was put there', async () => {
    const sizes: number[] = [];
    const held = createHeldFiles(
      'secret',
      async (bytes, type) => {
        sizes.push(bytes.length);
        return putAside(bytes, type);
      },
      0,
    );
    const files = Array.from({ length: 250 }, (_, at) =>
      Buffer.from(picture.map((byte) => byte ^ at)).toString('base64'),
    );
    const pieces: string[] = [];
    for (const file of files) pieces.push(await held.hold(file));
    // Before they are put aside, and after.
    expect([await held.read(pieces[249] ?? ''), await held.read(pieces[1] ?? '')]).toEqual([
      files[249],
      files[1],
    ]);
    const written = await new Blob(await held.fill(pieces)).text();
    expect(await held.read(pieces[249] ?? '')).toBe(files[249]);
    expect(written).toBe(files.join(''));
    // Four megabytes, four, four, and the rest: no Blob for each of the 250.
    expect(sizes.length).toBe(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(written.length);
  });

  it('keep their bytes, and are no text', async () => {
    const { resources } = await pageOf([frameSnapshot()]);
    const found = resources.get(PICTURE) as Resource;
    expect(await found.bytes()).toEqual(picture);
    expect(found.urlLength).toBe(`data:image/png;base64,${base64}`.length);
    expect(found.text()).toBe('');
  });
});
