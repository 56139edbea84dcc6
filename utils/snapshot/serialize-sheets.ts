import type { CssPiece } from './frame-snapshot';
import type { FrameContext } from './serialize-context';
import { resolveUrl } from './serialize-context';
import { noteDefect } from './serialize-repair';

const IMPORT_RULE = 3;
const NAMESPACE_RULE = 10;

/** Text of a sheet's rules as they stand now, or null if the page may not read them (another origin). */
function readableRules(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules;
  } catch {
    return null;
  }
}

/**
 * The CSS of one sheet. Rules that can be read are written as the browser holds them, imported sheets in
 * place; a sheet of another origin becomes a reference to its URL.
 */
export function sheetPieces(context: FrameContext, sheet: CSSStyleSheet, base: string): CssPiece[] {
  const pieces: CssPiece[] = [];
  appendSheet(context, sheet, sheet.href ?? base, pieces, 0);
  return pieces;
}

function appendSheet(
  context: FrameContext,
  sheet: CSSStyleSheet,
  base: string,
  pieces: CssPiece[],
  depth: number,
): void {
  const rules = readableRules(sheet);
  if (!rules) {
    if (sheet.href) pieces.push({ href: sheet.href, prefix: '', suffix: '' });
    return;
  }
  let text = '';
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    if (!rule) continue;
    if (rule.type !== IMPORT_RULE) {
      if (depth > 0 && rule.type === NAMESPACE_RULE) continue;
      text += `${rule.cssText}\n`;
      continue;
    }
    if (text) pieces.push({ text, base });
    text = '';
    appendImport(context, rule as CSSImportRule, base, pieces, depth);
  }
  if (!text) return;
  pieces.push({ text, base });
  noteDefect(context, sheet, pieces);
}

function appendImport(
  context: FrameContext,
  rule: CSSImportRule,
  base: string,
  pieces: CssPiece[],
  depth: number,
): void {
  const { prefix, suffix } = importWrapper(rule);
  const href = rule.styleSheet?.href ?? resolveUrl(rule.href, base) ?? rule.href;
  const rules = rule.styleSheet && depth < 16 ? readableRules(rule.styleSheet) : null;
  if (!rule.styleSheet || !rules) {
    pieces.push({ href, prefix, suffix });
    return;
  }
  pieces.push({ text: prefix, base });
  appendSheet(context, rule.styleSheet, href, pieces, depth + 1);
  pieces.push({ text: suffix, base });
}

/** Conditions of an `@import` as blocks around its rules (CSS Cascading 5, 2.1). */
function importWrapper(rule: CSSImportRule): { prefix: string; suffix: string } {
  const wrap: string[] = [];
  if (rule.media.mediaText) wrap.push(`@media ${rule.media.mediaText}{`);
  if (rule.supportsText) wrap.push(`@supports (${rule.supportsText}){`);
  if (rule.layerName !== null && rule.layerName !== undefined) wrap.push(`@layer ${rule.layerName}{`);
  return { prefix: wrap.join(''), suffix: '}'.repeat(wrap.length) };
}

/**
 * The CSS of a `<style>` element: its own text if its rules are still what that text says, else the rules
 * (CSSOM edits, `insertRule`). Own text keeps what this browser did not understand.
 */
export function inlineSheetPieces(
  context: FrameContext,
  sheet: CSSStyleSheet | null,
  text: string,
): CssPiece[] {
  if (!sheet) return [{ text, base: context.baseUrl }];
  const rules = readableRules(sheet);
  if (rules && !hasImport(rules) && matchesText(context, rules, text))
    return [{ text, base: context.baseUrl }];
  return sheetPieces(context, sheet, context.baseUrl);
}

function hasImport(rules: CSSRuleList): boolean {
  for (let i = 0; i < rules.length; i++) if (rules[i]?.type === IMPORT_RULE) return true;
  return false;
}

function matchesText(context: FrameContext, rules: CSSRuleList, text: string): boolean {
  let parsed: CSSRuleList;
  try {
    const sheet = new context.window.CSSStyleSheet({ baseURL: context.baseUrl });
    sheet.replaceSync(text);
    parsed = sheet.cssRules;
  } catch {
    return false;
  }
  if (parsed.length !== rules.length) return false;
  for (let i = 0; i < rules.length; i++) if (parsed[i]?.cssText !== rules[i]?.cssText) return false;
  return true;
}
