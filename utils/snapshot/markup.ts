/** Text of an element, with the characters that the HTML parser would read as markup replaced. */
export function escapeText(text: string): string {
  return /[&<>\u00a0]/.test(text)
    ? text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : text;
}

/** Value of a double-quoted attribute. */
export function escapeAttribute(value: string): string {
  return /[&"<>\u00a0]/.test(value)
    ? value
        .replace(/&/g, '&amp;')
        .replace(/"/g, '&quot;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\u00a0/g, '&nbsp;')
    : value;
}

/** CSS for the inside of an HTML `<style>`: it can't end the element. `\/` is `/` to CSS in strings, names and URLs. */
export function escapeRawCss(css: string): string {
  return css.replace(/<\/(?=style)/gi, '<\\/').replace(/<!--/g, '<\\!--');
}

/** A comment that ends where it should: no `-->`, `--!>` or leading `>` inside. */
export function commentMarkup(data: string): string {
  const inner = data.replace(/--(!?)>/g, '--$1&gt;').replace(/^(-?)>/, '$1&gt;');
  return `<!--${inner.endsWith('-') ? `${inner} ` : inner}-->`;
}

/** A name that reads back as itself inside a tag. */
export function isSafeName(name: string): boolean {
  if (name === '' || /["'<>/=`]/.test(name)) return false;
  for (let i = 0; i < name.length; i++)
    if (name.charCodeAt(i) <= 32 || name.charCodeAt(i) === 127) return false;
  return true;
}

/** Elements without content or end tag in HTML. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** True for `javascript:` and `vbscript:` URLs, also with the white space and control characters that parsers skip. */
export function isScriptUrl(url: string): boolean {
  const compact = removeControls(url).toLowerCase();
  return compact.startsWith('javascript:') || compact.startsWith('vbscript:');
}

function removeControls(text: string): string {
  let out = '';
  for (const character of text.slice(0, 64)) if (character > ' ') out += character;
  return out;
}
