import { readName, readString, readUrl, skipSpace, startsName } from './css-tokens';

/** An `@import` read: its conditions as blocks to put around the imported rules (CSS Cascading 5, 2.1). */
export interface ImportRule {
  readonly url: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly end: number;
}

/** Reads what follows the keyword `@import`, up to and including its `;`. */
export function readImport(text: string, at: number): ImportRule {
  let position = skipSpace(text, at);
  let url: string | null = null;
  const first = text.charAt(position);
  if (first === '"' || first === "'") {
    const token = readString(text, position);
    url = token.value;
    position = token.end;
  } else if (startsName(text, position)) {
    const name = readName(text, position);
    position = name.end;
    if (/^(?:url|src)$/i.test(name.value) && text.charAt(position) === '(') {
      const token = readUrl(text, position + 1);
      url = token.value;
      position = token.end;
    }
  }
  const end = statementEnd(text, position);
  const conditions = text.slice(position, end).trim();
  const next = text.charAt(end) === ';' ? end + 1 : end;
  return { url, ...wrapper(conditions), end: next };
}

function wrapper(conditions: string): { prefix: string; suffix: string } {
  const blocks: string[] = [];
  let rest = conditions;
  const layer = /^layer(?:\(\s*([^)]*?)\s*\))?(?![\w-])/i.exec(rest);
  if (layer) {
    blocks.push(`@layer ${layer[1] ?? ''}{`);
    rest = rest.slice(layer[0].length).trim();
  }
  if (/^supports\(/i.test(rest)) {
    const close = closingParenthesis(rest, 8);
    const inner = rest.slice(9, close).trim();
    blocks.push(`@supports ${/^[-\w]+\s*:/.test(inner) ? `(${inner})` : inner}{`);
    rest = rest.slice(close + 1).trim();
  }
  if (rest) blocks.unshift(`@media ${rest}{`);
  return { prefix: blocks.join(''), suffix: '}'.repeat(blocks.length) };
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++;
    else if (text.charAt(at) === ')' && --depth === 0) return at;
  }
  return text.length;
}

/** Index of the `;` that ends the statement, or of the end. */
function statementEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") at = readString(text, at).end - 1;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (depth <= 0 && (character === ';' || character === '}')) return at;
  }
  return text.length;
}
