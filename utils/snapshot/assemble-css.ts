import type { Assembly } from './assemble-state';
import { type CssHost, rewriteCss } from './css-rewrite';
import { hasLostDeclarations } from './css-tokens';
import type { CssPiece, FrameSnapshot } from './frame-snapshot';
import { withoutFragment } from './resources';

/** Below this, a URL is written where it is used; above, once, as a custom property of the root. */
const SHARE_FROM = 1024;
/** Chromium gives a declaration up when what its `var()` stand for is longer than 2 MiB together. */
const SHARE_TO = 1_000_000;
const IMPORT_DEPTH = 16;
const NOTHING = 'url("data:,")';

/** CSS of one frame's document. */
export interface FrameCss {
  /** Declarations, or one value, as in a `style` attribute. */
  declarations(text: string): string;
  sheet(pieces: readonly CssPiece[]): string;
  /** `:root{…}` with each shared resource once; empty if there is none. */
  shared(): string;
}

/** Rewrites the CSS of one frame; missing resources are reported to the assembly. */
export function createFrameCss(assembly: Assembly, frame: FrameSnapshot): FrameCss {
  const properties = new Map<string, { name: string; value: string }>();
  const importing: string[] = [];
  const page = withoutFragment(frame.url);

  const share = (url: string, data: string): string => {
    let property = properties.get(url);
    if (!property) {
      property = { name: `--osmotr-${properties.size + 1}`, value: data };
      properties.set(url, property);
    }
    return `var(${property.name})`;
  };

  const host: CssHost = {
    url(url, base, { kind, allowsVar }) {
      if (url === '' || url.startsWith('#') || /^data:/i.test(url)) return quoted(url);
      const pixels = /^osmotr-pixels:(\d+)$/.exec(url);
      if (pixels) return pixelUrl(assembly, frame, Number(pixels[1]));
      if (!URL.canParse(url, base)) return NOTHING;
      const absolute = new URL(url, base);
      if (absolute.hash && withoutFragment(absolute.href) === page) return quoted(absolute.hash);
      const found = assembly.find(absolute.href);
      if (!found) {
        assembly.missInCss(frame, withoutFragment(absolute.href), kind);
        return NOTHING;
      }
      const data = found.dataUrl() + absolute.hash;
      const isShared = allowsVar && found.urlLength >= SHARE_FROM && found.urlLength <= SHARE_TO;
      return isShared ? share(absolute.href, data) : quoted(data);
    },
    import: (url, base) => (URL.canParse(url, base) ? importedCss(new URL(url, base).href) : ''),
  };

  const importedCss = (url: string): string => {
    const found = assembly.find(url);
    if (!found) {
      assembly.miss(frame, url, 'css');
      return '';
    }
    if (hasLostDeclarations(found.text())) {
      assembly.miss(frame, url, 'css', 'the browser wrote some declarations with var() without their values');
    }
    if (importing.includes(url) || importing.length >= IMPORT_DEPTH) return '';
    importing.push(url);
    const { css, closers } = rewriteCss(found.text(), url, host);
    importing.pop();
    return css + closers;
  };

  return {
    declarations: (text) => rewriteCss(text, frame.baseUrl, host).css,
    sheet: (pieces) =>
      pieces
        .map((piece) =>
          'href' in piece
            ? `${piece.prefix}${importedCss(piece.href)}${piece.suffix}`
            : rewriteCss(piece.text, piece.base, host).css,
        )
        .join(''),
    shared() {
      if (properties.size === 0) return '';
      const list = Array.from(properties.values(), ({ name, value }) => `${name}:${quoted(value)}`);
      return `:root{${list.join(';')}}`;
    },
  };
}

function pixelUrl(assembly: Assembly, frame: FrameSnapshot, place: number): string {
  const picture = assembly.crop(frame, place);
  if (picture) return quoted(picture);
  assembly.missPixels(frame, place);
  return NOTHING;
}

/** A CSS string in `url()`; what could end it is escaped. */
function quoted(url: string): string {
  return `url("${/["\\\n\r\f]/.test(url) ? url.replace(/["\\\n\r\f]/g, escapeCharacter) : url}")`;
}

function escapeCharacter(character: string): string {
  return `\\${character.charCodeAt(0).toString(16)} `;
}
