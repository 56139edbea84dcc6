/** A piece of HTML that was made here. Plain strings are always text. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | readonly Part[] | null;

/** Template tag: interpolated strings are escaped, `Html` stays, arrays are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map(
    (text, index) => text + (index < parts.length ? render(parts[index] ?? null) : ''),
  );
  return { html: pieces.join('') };
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(render).join('');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A string taken from a page, fit to be looked at: isolated from the direction of what stands around it, no
 * address in it that a program would make clickable, control and direction characters shown by their code.
 */
export function captured(text: string): Html {
  return html`<bdi>${defang(showControls(text))}</bdi>`;
}

/** `https://` becomes `hxxps://`, `ftp://` becomes `fxp://`; the reverse is a search away. */
export function defang(text: string): string {
  return text.replace(/http(s?):/gi, 'hxxp$1:').replace(/ftp:/gi, 'fxp:');
}

function showControls(text: string): string {
  return text.replace(/(?![\t\r\n])[\p{Cc}\p{Cf}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}

/** A hash that may break after every eight digits; it copies as one word. */
export function hash(hex: string): Html {
  const groups = hex.match(/.{1,8}/g) ?? [];
  return html`<code class="hash">${groups.map((group) => html`${group}<wbr>`)}</code>`;
}

/** Digits in groups of three, by a space that doesn't break; the same in every browser and language. */
export function digits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202F');
}

/** `2026-03-05T14:07:09.120+05:00` as `2026-03-05 14:07:09 +05:00`. */
export function moment(timestamp: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(timestamp);
  return match ? `${match[1]} ${match[2]} ${match[3] === 'Z' ? '+00:00' : match[3]}` : timestamp;
}
