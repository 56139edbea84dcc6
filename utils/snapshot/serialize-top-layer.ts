import { attribute, localName, matchesSelector, namespaceUri } from './serialize-access';
import type { FrameContext } from './serialize-context';

const HTML_NS = 'http://www.w3.org/1999/xhtml';

const KEPT = [
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'width',
  'height',
  'max-width',
  'max-height',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding',
  'border',
  'overflow',
  'color',
  'background-color',
] as const;

/**
 * Modal dialogs and open popovers stand in the browser's top layer, which no markup can restore. They get
 * the box they have there as inline style, above all else, and the backdrop's colour as a wide shadow.
 */
export function noteTopLayer(context: FrameContext, element: Element): void {
  if (namespaceUri(element) !== HTML_NS) return;
  const isModal = localName(element) === 'dialog' && matchesSelector(element, ':modal');
  const isPopover = attribute(element, 'popover') !== null && matchesSelector(element, ':popover-open');
  if (!isModal && !isPopover) return;
  const style = context.window.getComputedStyle(element);
  const declarations = KEPT.map((name) => `${name}:${style.getPropertyValue(name)}`);
  const backdrop = context.window.getComputedStyle(element, '::backdrop').backgroundColor;
  if (backdrop && !/rgba\(0, 0, 0, 0\)|transparent/.test(backdrop)) {
    const shadow = style.boxShadow && style.boxShadow !== 'none' ? `${style.boxShadow},` : '';
    declarations.push(`box-shadow:${shadow}0 0 0 200vmax ${backdrop}`);
  }
  declarations.push('z-index:2147483647', `display:${style.display}`, `box-sizing:${style.boxSizing}`);
  context.marks.set(element, ` data-osmotr-${isModal ? 'modal' : 'popover-open'}=""`);
  const before = context.extraStyles.get(element);
  context.extraStyles.set(element, [before, ...declarations].filter(Boolean).join(';'));
}
