/** What a stored page may use when it is shown: what it carries itself, nothing else. */
export const SNAPSHOT_POLICY = [
  "default-src 'none'",
  'img-src data: blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'media-src data:',
].join('; ');

const GUARD = [
  `<meta http-equiv="Content-Security-Policy" content="${SNAPSHOT_POLICY}">`,
  '<meta http-equiv="x-dns-prefetch-control" content="off">',
  '<meta name="referrer" content="no-referrer">',
].join('');

/** What a browser heeds before any policy: hints to connect, refreshes, and what is no part of a stored page anyway. */
const UNWANTED = 'link, base, script, meta[http-equiv], object, embed, portal, fencedframe';

/**
 * A stored `page.html` as it may be shown in a frame without any permission: the policy stands before all else in it,
 * and nothing is left that could ask for a connection, in its inner frames neither. `parse`: a parser that runs nothing.
 */
export function guardSnapshot(html: string, parse: (html: string) => Document): string {
  const page = parse(html);
  clean(page, parse);
  const doctype = page.compatMode === 'BackCompat' ? '' : '<!doctype html>';
  // The first thing in the document: a policy binds only what comes after it.
  return `${doctype}${GUARD}${page.documentElement.outerHTML}`;
}

function clean(root: ParentNode, parse: (html: string) => Document): void {
  for (const element of root.querySelectorAll(UNWANTED)) element.remove();
  // Shadow trees of the page; no selector reaches into them.
  for (const template of root.querySelectorAll('template')) clean(template.content, parse);
  for (const frame of root.querySelectorAll('iframe, frame')) {
    frame.removeAttribute('src');
    const inner = frame.getAttribute('srcdoc');
    if (inner !== null) frame.setAttribute('srcdoc', guardSnapshot(inner, parse));
  }
  for (const link of root.querySelectorAll('a, area')) {
    for (const name of ['href', 'xlink:href', 'ping', 'target']) link.removeAttribute(name);
  }
}
