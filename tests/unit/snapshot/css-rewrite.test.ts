import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CssHost, type CssUrlUse, rewriteCss } from '@/utils/snapshot/css-rewrite';

const BASE = 'https://shop.example/css/';

function rewrite(css: string, imported = '/*imported*/') {
  const seen: [string, CssUrlUse][] = [];
  const host: CssHost = {
    url(url, base, use) {
      seen.push([new URL(url, base).href, use]);
      return 'URL';
    },
    import: (url, base) => `${imported}${new URL(url, base).href};`,
  };
  const { css: out, closers } = rewriteCss(css, BASE, host);
  return { out, closers, urls: seen.map(([url]) => url), uses: seen.map(([, use]) => use) };
}

describe('rewriteCss', () => {
  it.each([
    ['a{background:url(x.png)}', 'a{background:URL}', ['x.png']],
    [
      'a{background:url( "x.png" ) no-repeat,url(\'y.png\')}',
      'a{background:URL no-repeat,URL}',
      ['x.png', 'y.png'],
    ],
    ['a{background:\\75 rl(x.png)}', 'a{background:URL}', ['x.png']],
    ['a{background:URL(x\\).png)}', 'a{background:URL}', ['x).png']],
    ['a{background:url("a\\\nb.png")}', 'a{background:URL}', ['ab.png']],
    [
      'a{background:image-set("x.png" 1x,url(y.png) 2x)}',
      'a{background:image-set(URL 1x,URL 2x)}',
      ['x.png', 'y.png'],
    ],
    ['a{--x:url(x.png)}', 'a{--x:URL}', ['x.png']],
    ['a{background:url(x.png', 'a{background:URL', ['x.png']],
  ])('finds the URLs of %s', (css, out, urls) => {
    const result = rewrite(css);
    expect(result.out).toBe(out);
    expect(result.urls).toEqual(urls.map((url) => new URL(url, BASE).href));
  });

  it.each([
    'a{content:"url(x.png)"}',
    '/* url(x.png) */a{}',
    'a{background:myurl(x.png)}',
    '@namespace svg url(http://www.w3.org/2000/svg);a{}',
    "a::after{content:'it\\'s url(x)'}",
    'a{width:calc(1px + var(--y))}',
  ])('leaves %s as it is', (css) => {
    expect(rewrite(css)).toMatchObject({ out: css, urls: [] });
  });

  it('knows where var() may not stand, and what is a font', () => {
    const { uses } = rewrite(
      '@font-face{src:url(f.woff2)}@media print{a{background:url(x.png)}}b{cursor:url(c.cur)}',
    );
    expect(uses).toEqual([
      { kind: 'font', allowsVar: false },
      { kind: 'img', allowsVar: true },
      { kind: 'img', allowsVar: true },
    ]);
  });

  it.each([
    ['@import "a.css";b{}', `/*imported*/${BASE}a.css;b{}`],
    [
      '@import url(a.css) screen and (min-width:1px);',
      `@media screen and (min-width:1px){/*imported*/${BASE}a.css;}`,
    ],
    [
      '@import "a.css" layer(x.y) supports(display:grid) print;',
      `@media print{@layer x.y{@supports (display:grid){/*imported*/${BASE}a.css;}}}`,
    ],
    ['@charset "utf-8";@import "a.css" layer;', `@layer {/*imported*/${BASE}a.css;}`],
    ['@layer a,b;@import "a.css";', `@layer a,b;/*imported*/${BASE}a.css;`],
    ['a{}@import "late.css";b{}', 'a{}b{}'],
  ])('puts imports in place: %s', (css, out) => {
    expect(rewrite(css).out).toBe(out);
  });

  it.each([
    ['a[href^="https"]{}', 'a[data-osmotr-href^="https"]{}'],
    ['img[ src$=".svg" i ],[*|srcset]{}', 'img[ data-osmotr-src$=".svg" i ],[*|data-osmotr-srcset]{}'],
    ['a::after{content:attr(href)}', 'a::after{content:attr(data-osmotr-href)}'],
    ['x-y:not(:defined){}', 'x-y:not(:not([data-osmotr-undefined])){}'],
    ['dialog:modal,p:popover-open{}', 'dialog[data-osmotr-modal],p[data-osmotr-popover-open]{}'],
    ['.g{grid-template-columns:[href] 1fr [src] 2fr}', '.g{grid-template-columns:[href] 1fr [src] 2fr}'],
    ['[data-x],[class]{}', '[data-x],[class]{}'],
  ])('follows what page.html keeps under another name: %s', (css, out) => {
    expect(rewrite(css).out).toBe(out);
  });

  it.each([
    ['@media x{a{b:c', '}}'],
    ['a{b:"open', '"}'],
    ['a{} /* open', '*/'],
    ['a{b:f(g(', '))}'],
    ['a{}', ''],
  ])('says what %s left open', (css, closers) => {
    expect(rewrite(css).closers).toBe(closers);
  });

  it('never loses or invents a character of CSS without URLs', () => {
    const piece = fc.constantFrom(
      'a',
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      "'",
      '\\',
      '/*',
      '*/',
      ';',
      ':',
      '@media ',
      ' ',
      '\n',
      '1px',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const css = pieces.join('');
        expect(rewrite(css).out).toBe(css);
      }),
    );
  });
});
