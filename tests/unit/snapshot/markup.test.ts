import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import {
  commentMarkup,
  escapeAttribute,
  escapeRawCss,
  escapeText,
  isSafeName,
  isScriptUrl,
} from '@/utils/snapshot/markup';

interface ParsedNode {
  nodeName: string;
  value?: string;
  data?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: ParsedNode[];
}

/** The body's children as an HTML parser sees them. */
function bodyOf(html: string): ParsedNode[] {
  const document = parse(
    `<!DOCTYPE html><html><head></head><body>${html}</body></html>`,
  ) as unknown as ParsedNode;
  return document.childNodes?.[1]?.childNodes?.[1]?.childNodes ?? [];
}

/** Text without the characters that every HTML parser changes: NUL and carriage returns. */
const text = fc.string({ unit: 'binary' }).map((value) => value.replace(/[\0\r]/g, ''));

describe('markup', () => {
  it('gives text and attributes back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [element] = bodyOf(`<b title="${escapeAttribute(value)}">${escapeText(value)}</b>`);
        expect(element?.attrs).toEqual([{ name: 'title', value }]);
        expect(element?.childNodes?.map((node) => node.value).join('') ?? '').toBe(value);
      }),
    );
  });

  it('never lets a comment or CSS end before its end', () => {
    const hostile = fc.array(fc.constantFrom('-', '>', '!', '<', '/style', '</style>', '<!--', 'a'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(hostile, (pieces) => {
        const value = pieces.join('');
        const nodes = bodyOf(`${commentMarkup(value)}<i></i>`);
        expect(nodes.map(({ nodeName }) => nodeName)).toEqual(['#comment', 'i']);
        const styled = bodyOf(`<style>${escapeRawCss(value)}</style><i></i>`);
        expect(styled.map(({ nodeName }) => nodeName)).toEqual(['style', 'i']);
      }),
    );
  });

  it.each(['javascript:x', ' JavaScript:x', 'java\nscript:x', '\u0001javascript:x', 'vbscript:x'])(
    'knows %j as a script',
    (url) => {
      expect(isScriptUrl(url)).toBe(true);
    },
  );

  it.each(['https://x/javascript:', '#javascript:', ''])('knows %j as none', (url) => {
    expect(isScriptUrl(url)).toBe(false);
  });

  it.each(['a b', 'a>', 'a/', 'a=', '"', "'", '<', '', '\u0000', '\u007f'])('refuses the name %j', (name) => {
    expect(isSafeName(name)).toBe(false);
  });
});
