/** One candidate of a `srcset`: the URL as written, and its descriptor (`2x`, `640w`, or empty). */
export interface SrcsetCandidate {
  readonly url: string;
  readonly descriptor: string;
}

/** Splits a `srcset` attribute (HTML, "parse a srcset attribute"): commas inside a URL belong to the URL. */
export function parseSrcset(text: string): SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  let at = 0;
  while (at < text.length) {
    at = skip(text, at, /[\s,]/);
    const start = at;
    at = skip(text, at, /\S/);
    let url = text.slice(start, at);
    if (!url) break;
    let descriptor = '';
    if (url.endsWith(',')) {
      url = url.replace(/,+$/, '');
    } else {
      const from = at;
      at = descriptorEnd(text, at);
      descriptor = text.slice(from, at).trim();
    }
    candidates.push({ url, descriptor });
  }
  return candidates;
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text.charAt(at))) at++;
  return at;
}

function descriptorEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) return at;
  }
  return text.length;
}
