import { describe, expect, it } from 'vitest';
import { assemblePage } from '@/utils/snapshot/assemble';
import type { Part } from '@/utils/snapshot/frame-snapshot';
import { frameSnapshot, resourceMap } from './frames';

const SITE = 'https://shop.example/';
const place = {
  id: 0,
  kind: 'img',
  url: `${SITE}a.png`,
  rect: { x: 10, y: 20, width: 30, height: 40 },
} as const;

function assembleParts(parts: Part[], entries: Parameters<typeof resourceMap>[0] = {}) {
  const frame = frameSnapshot({ parts: ['<html>', ...parts], places: [place] });
  const page = assemblePage({ frames: [frame], resources: resourceMap(entries) });
  return { ...page, html: page.html.join('') };
}

describe('assemblePage', () => {
  it('puts the policy before anything of the page, and keeps the doctype', () => {
    const doctype = { name: 'html', publicId: '-//W3C//DTD HTML 4.01//EN', systemId: 'x">y' };
    const html = assemblePage({ frames: [frameSnapshot({ doctype })], resources: new Map() }).html.join('');
    expect(html).toMatch(
      /^<!DOCTYPE html PUBLIC "-\/\/W3C\/\/DTD HTML 4.01\/\/EN" "xy"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<html>'));
  });

  it('writes a resource as data:, with its density', () => {
    const part: Part = {
      k: 'url',
      attr: 'srcset',
      url: `${SITE}a.png`,
      kind: 'img',
      suffix: ' 2x',
      place: 0,
    };
    const { html, missing } = assembleParts(['<img', part, '>'], { [`${SITE}a.png`]: ['image/png', 'x'] });
    expect(html).toContain('<img srcset="data:image/png;base64,eA== 2x">');
    expect(missing).toEqual([]);
  });

  it('leaves out what has no bytes, marks it, keeps its size, and says so', () => {
    const part: Part = { k: 'url', attr: 'src', url: `${SITE}a.png`, kind: 'img', place: 0 };
    const { html, missing, wanted, pixels } = assembleParts(['<img', part, '>']);
    const svg = decodeURIComponent(
      /"data:image\/svg\+xml,([^"]+)" data-osmotr-missing="src"/.exec(html)?.[1] ?? '',
    );
    expect(svg).toContain('width="30" height="40"');
    expect(missing).toEqual([
      { url: `${SITE}a.png`, kind: 'img', reason: 'not in the saved page nor in the browser cache' },
    ]);
    expect(wanted).toEqual([{ path: [], urls: [`${SITE}a.png`] }]);
    expect(pixels).toEqual([{ key: '#0', url: `${SITE}a.png`, kind: 'img', rect: place.rect }]);
  });

  it('puts pixels of the page picture where bytes are missing, marked as such', () => {
    const part: Part = { k: 'url', attr: 'src', url: `${SITE}a.png`, kind: 'img', place: 0 };
    const frame = frameSnapshot({ parts: ['<img', part, '>'], places: [place] });
    const crops = new Map([['#0', 'data:image/png;base64,Q1JPUA==']]);
    const page = assemblePage({ frames: [frame], resources: new Map(), crops });
    const html = page.html.join('');
    const svg = decodeURIComponent(
      /"data:image\/svg\+xml,([^"]+)" data-osmotr-pixels="src"/.exec(html)?.[1] ?? '',
    );
    expect(svg).toContain('href="data:image/png;base64,Q1JPUA=="');
    expect(page.missing).toEqual([]);
  });

  it('asks for the pixels of a place in a frame where that frame shows it', () => {
    const top = frameSnapshot({
      parts: ['<iframe', { k: 'frame', index: 0, url: SITE, tag: 'iframe', place: 0 }, '></iframe>'],
      places: [{ id: 0, kind: 'frame', url: SITE, rect: { x: 100, y: 200, width: 50, height: 60 } }],
    });
    const child = frameSnapshot({
      path: [0],
      parts: [
        '<canvas',
        { k: 'style', attr: 'style', text: 'background:url(osmotr-pixels:0)' },
        '></canvas>',
      ],
      places: [{ id: 0, kind: 'canvas', url: '', rect: { x: 5, y: 30, width: 100, height: 10 } }],
      viewport: { ...top.viewport, scrollY: 25 },
    });
    const page = assemblePage({ frames: [top, child], resources: new Map() });
    expect(page.pixels).toEqual([
      { key: '0#0', kind: 'canvas', url: '', rect: { x: 105, y: 205, width: 45, height: 10 } },
    ]);
    expect(page.missing).toEqual([
      { url: child.url, kind: 'canvas', reason: 'pixels at 5, 30 may not be read' },
    ]);
  });

  it('nests frames to any depth, and the parser gets each back as it was', () => {
    const frame = (path: number[], inner: Part[]) =>
      frameSnapshot({ path, parts: [`<html><p title="&quot;&amp;">${path.length}</p>`, ...inner] });
    const child: Part = { k: 'frame', index: 0, url: SITE, tag: 'iframe', place: 0 };
    const nest: Part[] = ['<iframe', child, '></iframe>'];
    const frames = [frame([], nest), frame([0], nest), frame([0, 0], nest), frame([0, 0, 0], [])];
    let html = assemblePage({ frames, resources: new Map() }).html.join('');
    for (let depth = 0; depth < 4; depth++) {
      expect(html).toContain(`<p title="&quot;&amp;">${depth}</p>`);
      expect(html).toContain("default-src 'none'");
      html = unescaped(/ srcdoc="([^"]*)"/.exec(html)?.[1] ?? '');
    }
  });

  it('gives a frame in quirks mode as a data: document, and lets frames be one only then', () => {
    const part: Part = { k: 'frame', index: 0, url: SITE, tag: 'iframe', place: 0 };
    const top = frameSnapshot({ parts: ['<iframe', part, '></iframe>'] });
    const page = (quirks: boolean) => {
      const child = frameSnapshot({ path: [0], quirks, doctype: null, parts: ['<p>я\ud800</p>'] });
      return assemblePage({ frames: [top, child], resources: new Map() }).html.join('');
    };
    expect(page(true)).toContain('frame-src data:');
    const [, encoded = ''] = / src="data:text\/html;charset=utf-8,([^"]*)"/.exec(page(true)) ?? [];
    expect(decodeURIComponent(encoded)).toMatch(/^<meta charset="utf-8">.*<p>я\ufffd<\/p>$/);
    expect(page(false)).toContain("frame-src 'none'");
  });

  it('names a frame whose document is not there', () => {
    const part: Part = { k: 'frame', index: 3, url: 'https://ads.example/', tag: 'iframe', place: 0 };
    const { html, missing } = assembleParts(['<iframe', part, '></iframe>']);
    expect(html).toContain('<iframe data-osmotr-missing="src"></iframe>');
    expect(missing).toEqual([
      { url: 'https://ads.example/', kind: 'frame', reason: 'its document could not be read' },
    ]);
  });

  it('finds a frame of a shadow tree by its address, but never guesses between two', () => {
    const part: Part = { k: 'frame', index: null, url: SITE, tag: 'iframe', place: 0 };
    const top = frameSnapshot({ parts: ['<iframe', part, '></iframe>'], text: ['before', 0] });
    const child = frameSnapshot({ path: [-1], url: SITE, parts: ['<p>in shadow</p>'], text: ['in shadow'] });
    const one = assemblePage({ frames: [top, child], resources: new Map() });
    expect(one.html.join('')).toContain('in shadow');
    expect(one.text).toBe('before\nin shadow');
    const two = assemblePage({ frames: [top, child, { ...child }], resources: new Map() });
    expect(two.html.join('')).not.toContain('in shadow');
    expect(two.missing).toMatchObject([{ kind: 'frame' }]);
  });

  it('keeps a large CSS resource once, however often it is used', () => {
    const big = 'x'.repeat(5000);
    const sheet: Part = {
      k: 'sheet',
      raw: true,
      pieces: [
        {
          text: 'a{background:url(b.png)}b{background:url(b.png) red}@font-face{src:url(f.woff)}',
          base: SITE,
        },
      ],
    };
    const style: Part = { k: 'style', attr: 'style', text: 'background:url("/b.png")' };
    const { html } = assembleParts(['<style>', sheet, '</style><i', style, '></i>'], {
      [`${SITE}b.png`]: ['image/png', big],
      [`${SITE}f.woff`]: ['font/woff', big],
    });
    expect(html.match(/data:image\/png/g)).toHaveLength(1);
    expect(html).toContain(
      'a{background:var(--osmotr-1)}b{background:var(--osmotr-1) red}@font-face{src:url("data:font/woff;',
    );
    expect(html).toContain('<i style="background:var(--osmotr-1)">');
  });

  it('writes a picture that var() could not carry where it is used', () => {
    const entries = { [`${SITE}big.jpg`]: ['image/jpeg', 'x'.repeat(1_600_000)] as const };
    const { html } = assembleParts(
      ['<i', { k: 'style', attr: 'style', text: 'background:url(big.jpg)' }, '>'],
      entries,
    );
    expect(html).toContain('<i style="background:url(&quot;data:image/jpeg;base64,');
    expect(html).not.toContain('var(--osmotr');
  });

  it('puts stylesheets and their imports in place, once around a circle', () => {
    const sheet: Part = {
      k: 'sheet',
      raw: true,
      pieces: [{ href: `${SITE}a.css`, prefix: '@media print{', suffix: '}' }],
    };
    const { html } = assembleParts(['<style>', sheet, '</style>'], {
      [`${SITE}a.css`]: ['text/css', '@import "b.css" screen;a{color:red'],
      [`${SITE}b.css`]: ['text/css', '@import "a.css";b{background:url(#local)}'],
    });
    expect(html).toContain(
      '<style>@media print{@media screen{b{background:url("#local")}}a{color:red}}</style>',
    );
  });

  it('never lets CSS end its element', () => {
    const text = 'a::before{content:"</style><img src=x>"}/*<!--*/';
    const { html } = assembleParts([
      '<style>',
      { k: 'sheet', raw: true, pieces: [{ text, base: SITE }] },
      '</style>',
    ]);
    expect(html).toContain('<style>a::before{content:"<\\/style><img src=x>"}/*<\\!--*/</style>');
  });

  it('escapes what a resource or URL could put into CSS or an attribute', () => {
    const part: Part = { k: 'url', attr: 'src', url: 'data:image/svg+xml,"><script>', kind: 'img' };
    const style: Part = { k: 'style', attr: 'style', text: `background:url('data:image/png,")}*{x:"')` };
    const { html } = assembleParts(['<img', part, style, '>']);
    expect(html).toContain('src="data:image/svg+xml,&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('url(&quot;data:image/png,\\22 )}*{x:\\22 &quot;)');
  });

  it('puts drawings that use shows into the page', () => {
    const use: Part = { k: 'use', attr: 'href', url: `${SITE}s.svg#star`, scope: 1 };
    const { html } = assembleParts(['<svg><use', use, '></use></svg>', { k: 'sprites', scope: 1 }], {
      [`${SITE}s.svg`]: ['image/svg+xml', '<svg><symbol id="star"><path d="M0 0"/></symbol></svg>'],
    });
    expect(html).toContain('<use href="#osmotr-s1-star">');
    expect(html).toContain('<symbol id="osmotr-s1-star"><path d="M0 0"/></symbol>');
  });

  it('maps each line whose place is known, in frames cut to what they show', () => {
    const part: Part = { k: 'frame', index: 0, url: SITE, tag: 'iframe', place: 0 };
    const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
    const top = frameSnapshot({
      parts: ['<iframe', part, '></iframe>'],
      places: [{ id: 0, kind: 'frame', url: SITE, rect: rect(100, 200, 50, 60) }],
      text: ['один', 0, 'не видно', 'три'],
      textRects: [rect(1, 2, 30, 10), null, null, rect(1, 300, 30, 10)],
    });
    const { viewport } = top;
    const child = frameSnapshot({
      path: [0],
      url: SITE,
      viewport: { ...viewport, scrollY: 40 },
      text: ['above', 'cut', 'not read'],
      textRects: [rect(0, 0, 20, 20), rect(10, 90, 90, 20)],
    });
    const { text, textMap } = assemblePage({ frames: [top, child], resources: new Map() });
    expect(textMap.blocks).toEqual([
      [0, 4, 1, 2, 30, 10],
      [11, 14, 110, 250, 40, 10],
      [33, 36, 1, 300, 30, 10],
    ]);
    expect(textMap.blocks.map(([start, end]) => text.slice(start, end))).toEqual(['один', 'cut', 'три']);
  });

  it('joins text at the place of each frame; the first source is the text itself', () => {
    const top = frameSnapshot({
      parts: [
        '<iframe',
        { k: 'frame', index: 1, url: 'https://b.example/', tag: 'iframe', place: 4 },
        '></iframe>',
      ],
      text: ['before', 4, 'after'],
      removed: { script: 2 },
    });
    const child = frameSnapshot({
      path: [1],
      url: 'https://b.example/',
      text: ['inside'],
      removed: { script: 1 },
      sources: [{ origin: 'href', text: 'https://t.me/x', place: '1 a[href]' }],
    });
    const page = assemblePage({ frames: [top, child], resources: new Map() });
    expect(page.text).toBe('before\ninside\nafter');
    expect(page.sources).toEqual([
      { origin: 'text', text: 'before\ninside\nafter' },
      { origin: 'url', text: 'https://shop.example/page' },
      { origin: 'url', text: 'https://b.example/', place: '1' },
      { origin: 'href', text: 'https://t.me/x', place: '1 a[href]' },
    ]);
    expect(page.removed).toEqual({ script: 3 });
    expect(page.frames).toEqual([
      { path: '', url: 'https://shop.example/page' },
      { path: '1', url: 'https://b.example/' },
    ]);
  });

  it('asks for what CSS names, but does not call missing what the page never loaded', () => {
    const sheet: Part = {
      k: 'sheet',
      raw: true,
      pieces: [{ text: 'a{background:url(a.png#x)}@font-face{src:url(f.woff)}', base: SITE }],
    };
    const frame = frameSnapshot({ parts: ['<style>', sheet, '</style>'], loaded: [`${SITE}a.png`] });
    const page = assemblePage({ frames: [frame], resources: new Map() });
    expect(page.missing).toMatchObject([{ url: `${SITE}a.png` }]);
    expect(page.wanted).toEqual([{ path: [], urls: [`${SITE}a.png`, `${SITE}f.woff`] }]);
    expect(page.limits).toEqual(['fonts and pictures in CSS that the page never loaded: 1']);
  });

  it('says why, as the browser cache said it', () => {
    const part: Part = { k: 'url', attr: 'src', url: `${SITE}a.png`, kind: 'img' };
    const frame = frameSnapshot({ parts: ['<img', part, '>'] });
    const reasons = new Map([[`${SITE}a.png`, 'of another origin']]);
    expect(assemblePage({ frames: [frame], resources: new Map(), reasons }).missing[0]?.reason).toBe(
      'of another origin',
    );
  });

  it('refuses to make a page without its top frame', () => {
    expect(() => assemblePage({ frames: [frameSnapshot({ path: [0] })], resources: new Map() })).toThrow(
      'top frame',
    );
  });
});

function unescaped(text: string): string {
  const characters: Record<string, string> = { quot: '"', lt: '<', gt: '>', amp: '&' };
  return text.replace(/&(quot|lt|gt|amp);/g, (_, name: string) => characters[name] ?? '');
}
