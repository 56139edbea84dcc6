const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[!?][^>]*>|<\/?[^\s>/]+(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</g;
const ATTRIBUTE = /([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g;
/** Elements that act, or whose rules would reach the whole page; left out with their content. */
const LEFT_OUT = new Set([
  'script',
  'style',
  'foreignobject',
  'iframe',
  'set',
  'animate',
  'animatemotion',
  'animatetransform',
]);

/**
 * The drawing of an SVG file as markup for the inside of an `<svg>` in HTML: nothing that acts or loads, ids
 * and references to them prefixed. Works on the text; the file need not be well-formed.
 */
export function spriteMarkup(source: string, prefix: string): string {
  let out = '';
  let skipping: { name: string; depth: number } | null = null;
  for (const [token] of source.matchAll(TOKEN)) {
    const name = /^<\/?([^\s>/]+)/.exec(token)?.[1];
    const isTag = name !== undefined && !/^[!?]/.test(name);
    if (skipping) {
      if (isTag && localPart(name) === skipping.name) skipping.depth += depthChange(token);
      if (skipping.depth === 0) skipping = null;
    } else if (isTag && LEFT_OUT.has(localPart(name))) {
      if (depthChange(token) > 0) skipping = { name: localPart(name), depth: 1 };
    } else if (isTag) {
      out += tagMarkup(token, name, prefix);
    } else if (!token.startsWith('<')) {
      out += token.replace(/>/g, '&gt;');
    }
  }
  return out;
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function depthChange(tag: string): number {
  if (tag.startsWith('</')) return -1;
  return tag.endsWith('/>') ? 0 : 1;
}

function tagMarkup(token: string, name: string, prefix: string): string {
  const tag = name.slice(name.indexOf(':') + 1);
  if (!/^[a-z][\w-]*$/i.test(tag)) return '';
  if (token.startsWith('</')) return `</${tag}>`;
  let attributes = '';
  for (const [, attribute = '', quoted = ''] of token.slice(name.length + 1).matchAll(ATTRIBUTE)) {
    const value = safeValue(attribute.toLowerCase(), quoted.slice(1, -1), prefix);
    if (value !== null)
      attributes += ` ${attribute}="${value.replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
  }
  return `<${tag}${attributes}${token.endsWith('/>') ? '/>' : '>'}`;
}

/** Null where the attribute is left out. */
function safeValue(name: string, value: string, prefix: string): string | null {
  if (!/^[\w:-]+$/.test(name) || name.startsWith('on') || name.startsWith('xmlns')) return null;
  if (name === 'id') return prefix + value;
  if (name === 'href' || name === 'xlink:href') {
    if (value.startsWith('#')) return `#${prefix}${value.slice(1)}`;
    return /^data:image\//i.test(value) ? value : null;
  }
  if (!/url\(/i.test(value)) return value;
  const local = value.replace(
    /url\(\s*(['"]?)#([^)'"]*)\1\s*\)/gi,
    (_, __, id: string) => `url(#${prefix}${id})`,
  );
  return /url\((?!#)/i.test(local) ? null : local;
}
