import { createFrameCss, type FrameCss } from './assemble-css';
import { createSharedPictures } from './assemble-pictures';
import { createSprites } from './assemble-sprites';
import { type Assembly, placeOf } from './assemble-state';
import type { FramePart, FrameSnapshot, Part, SpritesPart, UrlPart, UsePart } from './frame-snapshot';
import { escapeAttribute, escapeRawCss, escapeText } from './markup';

/** For half a second scrollers snap to where they stood; see serialize-scroll.ts. */
const SCROLL_KEYFRAMES =
  '@keyframes osmotr-scroll{from,to{scroll-snap-type:both mandatory}}' +
  '@keyframes osmotr-unsnap{from,to{scroll-snap-align:none}}';

/** HTML of one frame and all frames in it, as pieces. */
export function assembleFrame(assembly: Assembly, frame: FrameSnapshot): string[] {
  const css = createFrameCss(assembly, frame);
  const sprites = createSprites(assembly, frame);
  const pictures = createSharedPictures(assembly, frame);
  const body: string[] = [];
  for (const part of frame.parts) {
    if (typeof part === 'string') body.push(part);
    else if (part.k === 'use') body.push(sprites.use(part));
    else if (part.k === 'sprites') body.push(sprites.drawings(part.scope));
    else if (part.k === 'url') writeUrl(assembly, frame, part, pictures.attribute(part), body);
    else writePart(assembly, frame, css, part, body);
  }
  body.unshift(head(assembly, frame, css.shared() + pictures.rules()));
  return body;
}

/** Stands before anything that the page wrote, so nothing of the page comes to be read without the policy. */
function head(assembly: Assembly, frame: FrameSnapshot, rules: string): string {
  const policy = [
    "default-src 'none'",
    'img-src data:',
    'media-src data:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    assembly.dataFrames ? 'frame-src data:' : "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return [
    doctypeMarkup(frame),
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="osmotr-url" content="${escapeAttribute(frame.url)}">`,
    `<style data-osmotr-was="resources">${SCROLL_KEYFRAMES}${escapeRawCss(rules)}</style>`,
  ].join('');
}

/** Without a doctype HTML is read in quirks mode; XHTML never was. */
function doctypeMarkup({ doctype, quirks }: FrameSnapshot): string {
  if (!doctype) return quirks ? '' : '<!DOCTYPE html>';
  const clean = (text: string) => text.replace(/["<>]/g, '');
  const name = /^[\w:.-]+$/.test(doctype.name) ? doctype.name : 'html';
  if (doctype.publicId) {
    const system = doctype.systemId ? ` "${clean(doctype.systemId)}"` : '';
    return `<!DOCTYPE ${name} PUBLIC "${clean(doctype.publicId)}"${system}>`;
  }
  return doctype.systemId ? `<!DOCTYPE ${name} SYSTEM "${clean(doctype.systemId)}">` : `<!DOCTYPE ${name}>`;
}

function writePart(
  assembly: Assembly,
  frame: FrameSnapshot,
  css: FrameCss,
  part: Exclude<Part, string | UrlPart | UsePart | SpritesPart>,
  out: string[],
): void {
  switch (part.k) {
    case 'style':
      out.push(` ${part.attr}="${escapeAttribute(css.declarations(part.text))}"`);
      return;
    case 'sheet': {
      const text = css.sheet(part.pieces);
      out.push(part.raw ? escapeRawCss(text) : escapeText(text));
      return;
    }
    case 'frame':
      writeFrame(assembly, frame, part, out);
  }
}

/** A file stands in `out` as it is, in nothing longer: a copy of each would double the memory. */
function writeUrl(
  assembly: Assembly,
  frame: FrameSnapshot,
  part: UrlPart,
  shared: string | null,
  out: string[],
): void {
  const data =
    shared || part.broken || part.left || part.kind === 'media' ? null : resolved(assembly, part.url);
  // Pixels were drawn at the size at which the picture is shown: no density.
  if (data && assembly.find(part.url)?.pixels) {
    out.push(` ${part.attr === 'srcset' ? 'src' : part.attr}="`, data, `" data-osmotr-pixels="${part.attr}"`);
  } else if (data) {
    out.push(` ${part.attr}="`, escapeAttribute(data), escapeAttribute(part.suffix ?? ''), '"');
  } else {
    out.push(shared ?? missingAttribute(assembly, frame, part));
  }
}

function missingAttribute(assembly: Assembly, frame: FrameSnapshot, part: UrlPart): string {
  const { attr, url, kind } = part;
  if (kind === 'media') {
    assembly.miss(frame, url, kind, 'recordings are not embedded');
    return ` ${attr}="${escapeAttribute(url)}" data-osmotr-missing="src"`;
  }
  if (part.broken) {
    assembly.miss(frame, url, kind, 'the page could not load it either');
    return ` ${attr}="data:," data-osmotr-missing="${attr}"`;
  }
  const picture = part.place === undefined ? null : assembly.crop(frame, part.place);
  if (!picture && kind === 'video-frame') assembly.missPixels(frame, part.place ?? -1);
  else if (!picture) assembly.miss(frame, url, kind, part.left ? 'too much for one page' : undefined);
  const rect = part.place === undefined ? undefined : placeOf(frame, part.place)?.rect;
  const mark = picture ? 'data-osmotr-pixels' : 'data-osmotr-missing';
  if (!rect || attr === 'poster') return `${picture ? ` ${attr}="${picture}"` : ''} ${mark}="${attr}"`;
  const suffix = part.suffix?.endsWith('x') ? ' 1x' : (part.suffix ?? '');
  return ` ${attr}="${standIn(rect, picture)}${suffix}" ${mark}="${attr}"`;
}

function resolved(assembly: Assembly, url: string): string | null {
  if (/^data:/i.test(url)) return url;
  const hash = url.indexOf('#');
  const data = assembly.find(url)?.dataUrl();
  return data ? data + (hash < 0 ? '' : url.slice(hash)) : null;
}

/** A picture of the size at which the missing one was shown, so that nothing moves. */
function standIn({ width, height }: { width: number; height: number }, picture: string | null): string {
  const image = picture
    ? encodeURIComponent('<image width="100%" height="100%" preserveAspectRatio="none" href="') +
      picture +
      encodeURIComponent('"/>')
    : '';
  const svg = encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
  );
  return `data:image/svg+xml,${svg}${image}${encodeURIComponent('</svg>')}`;
}

function writeFrame(assembly: Assembly, parent: FrameSnapshot, part: FramePart, out: string[]): void {
  const child =
    part.index === null
      ? assembly.claimUnlisted(parent.path, part.url)
      : assembly.claimFrame([...parent.path, part.index]);
  if (!child) {
    assembly.miss(parent, part.url, 'frame', 'its document could not be read');
    const picture = assembly.crop(parent, part.place);
    if (picture && part.tag === 'iframe') {
      const shown = `<body style="margin:0"><img style="display:block;width:100vw;height:100vh" src="${picture}">`;
      out.push(` data-osmotr-pixels="src" srcdoc="${escapeAttribute(shown)}"`);
    } else {
      out.push(' data-osmotr-missing="src"');
    }
    return;
  }
  assembly.placeChild(parent, part.place, child);
  const chunks = assembleFrame(assembly, child);
  out.push(` data-osmotr-path="${child.path.join('.')}"`);
  if (part.tag === 'frame' || child.quirks) {
    out.push(
      ` src="data:text/html;charset=utf-8,${chunks.map((chunk) => encodeURIComponent(chunk.toWellFormed())).join('')}"`,
    );
    return;
  }
  out.push(' sandbox="" srcdoc="', ...chunks.map(escapeAttribute), '"');
}
