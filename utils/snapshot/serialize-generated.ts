import { adoptedSheetsOf, attribute, styleSheetsOf } from './serialize-access';
import type { FrameContext } from './serialize-context';

const PSEUDO = /::?(?:before|after)\b/i;
/** Letters or digits, written or out of an attribute; icon fonts use private characters and are no text. */
const TEXT = /attr\(|["'][^"']*[\p{L}\p{N}]/u;

/** Text that CSS puts before and after an element: shops hide addresses there. */
export interface GeneratedText {
  before(element: Element): string;
  after(element: Element): string;
}

/** Finds the elements that readable rules give such text; only these are asked for their style. */
export function findGenerated(context: FrameContext): GeneratedText {
  const candidates = new Set<Element>();
  const roots: (Document | ShadowRoot)[] = [context.document, ...context.shadows.values()];
  for (const root of roots) {
    const own = styleSheetsOf(root);
    for (let i = 0; i < own.length; i++) gather(own[i], root, candidates);
    for (const sheet of adoptedSheetsOf(root)) gather(sheet, root, candidates);
  }
  const read = (element: Element, pseudo: string): string =>
    candidates.has(element) ? contentText(context, element, pseudo) : '';
  return {
    before: (element) => read(element, '::before'),
    after: (element) => read(element, '::after'),
  };
}

function gather(sheet: CSSStyleSheet | undefined, root: Document | ShadowRoot, into: Set<Element>): void {
  let rules: CSSRuleList | undefined;
  try {
    rules = sheet?.cssRules;
  } catch {
    // A sheet of another origin: its rules may not be read, and its text stays unknown.
    return;
  }
  for (let i = 0; rules && i < rules.length; i++) gatherRule(rules[i], root, into);
}

function gatherRule(rule: CSSRule | undefined, root: Document | ShadowRoot, into: Set<Element>): void {
  if (!rule) return;
  if ('styleSheet' in rule) gather((rule as CSSImportRule).styleSheet ?? undefined, root, into);
  const { selectorText, style } = rule as CSSStyleRule;
  if (selectorText && PSEUDO.test(selectorText) && TEXT.test(style.content))
    addMatches(selectorText, root, into);
  const { cssRules } = rule as CSSGroupingRule;
  for (let i = 0; cssRules && i < cssRules.length; i++) gatherRule(cssRules[i], root, into);
}

function addMatches(selectorText: string, root: Document | ShadowRoot, into: Set<Element>): void {
  const selector = selectorText
    .replace(new RegExp(PSEUDO, 'gi'), '')
    .replace(/(^|[\s,>+~])(?=[,)]|$)/g, '$1*');
  const query =
    'host' in root ? DocumentFragment.prototype.querySelectorAll : Document.prototype.querySelectorAll;
  try {
    for (const element of query.call(root, selector)) into.add(element);
  } catch {
    // A selector that only stood with its pseudo-element, such as `::slotted(p)::before`.
  }
}

function contentText(context: FrameContext, element: Element, pseudo: string): string {
  const { content, display, visibility } = context.window.getComputedStyle(element, pseudo);
  if (display === 'none' || visibility !== 'visible') return '';
  let text = '';
  for (const [, quoted, single, name] of content.matchAll(
    /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|attr\(\s*([\w-]+)/g,
  )) {
    text += name ? (attribute(element, name) ?? '') : (quoted ?? single ?? '').replace(/\\(.)/g, '$1');
  }
  return text;
}
