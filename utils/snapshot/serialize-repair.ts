import { hasLostDeclarations } from './css-tokens';
import type { CssPiece } from './frame-snapshot';
import { fetchFromCache } from './read-cached';
import type { FrameContext } from './serialize-context';

/** A sheet whose text, as CSSOM gives it, lost declarations. */
export interface DefectiveSheet {
  readonly sheet: CSSStyleSheet;
  readonly pieces: CssPiece[];
  /** Position in `pieces`. */
  readonly index: number;
}

/** Notes a piece whose text has lost declarations. */
export function noteDefect(context: FrameContext, sheet: CSSStyleSheet, pieces: CssPiece[]): void {
  const index = pieces.length - 1;
  const piece = pieces[index];
  if (piece && 'text' in piece && hasLostDeclarations(piece.text))
    context.defects.push({ sheet, pieces, index });
}

/**
 * Puts back what CSSOM can't write: from the file in the cache, if its rules are those that apply; else from
 * what the first element that a rule matches has come to.
 */
export async function repairSheets(context: FrameContext, fetches: boolean): Promise<void> {
  const repair = async ({ sheet, pieces, index }: DefectiveSheet): Promise<void> => {
    const piece = pieces[index];
    if (!piece || !('text' in piece)) return;
    const original = fetches && sheet.href ? await originalText(context, sheet.href, piece.text) : null;
    pieces[index] = { text: original ?? filledIn(context, sheet, piece.text), base: piece.base };
    if (original === null) context.limit('some CSS declarations with var() were read from what they came to');
  };
  await Promise.all(context.defects.map(repair));
}

async function originalText(context: FrameContext, url: string, applied: string): Promise<string | null> {
  const answer = await fetchFromCache(url);
  if ('reason' in answer) return null;
  const text = await answer.blob.text();
  const copy = new context.window.CSSStyleSheet({ baseURL: url });
  copy.replaceSync(text);
  return rulesText(copy.cssRules) === applied ? text : null;
}

function rulesText(rules: CSSRuleList): string {
  let text = '';
  for (let i = 0; i < rules.length; i++) text += `${rules[i]?.cssText}\n`;
  return text;
}

function filledIn(context: FrameContext, sheet: CSSStyleSheet, text: string): string {
  let out = text;
  const visit = (rules: CSSRuleList | undefined) => {
    for (let i = 0; rules && i < rules.length; i++) {
      const rule = rules[i] as CSSStyleRule;
      if (rule.selectorText && hasLostDeclarations(rule.cssText))
        out = out.replace(rule.cssText, () => filledRule(context, rule));
      else visit(rule.cssRules);
    }
  };
  visit(sheet.cssRules);
  return out;
}

function filledRule(context: FrameContext, rule: CSSStyleRule): string {
  const element = firstMatch(context, rule.selectorText);
  if (!element) return rule.cssText;
  const computed = context.window.getComputedStyle(element);
  return rule.cssText.replace(/([{;]\s*)([\w-]+): ?(?=;)/g, (all, before: string, name: string) => {
    const value = computed.getPropertyValue(name);
    return value ? `${before}${name}: ${value}` : all;
  });
}

function firstMatch(context: FrameContext, selector: string): Element | null {
  try {
    return Document.prototype.querySelector.call(context.document, selector);
  } catch {
    // A nested selector (`&`) or a pseudo-element on its own: matches nothing by itself.
    return null;
  }
}
