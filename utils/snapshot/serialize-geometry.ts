import type { Rect } from './frame-snapshot';
import { boundingRect } from './serialize-access';
import type { FrameContext } from './serialize-context';

/** Content box of an element in document coordinates: where its picture or child document is painted. */
export function contentRect(context: FrameContext, element: Element): Rect {
  const box = boundingRect(element);
  const style = context.window.getComputedStyle(element);
  const left = px(style.borderLeftWidth) + px(style.paddingLeft);
  const top = px(style.borderTopWidth) + px(style.paddingTop);
  const right = px(style.borderRightWidth) + px(style.paddingRight);
  const bottom = px(style.borderBottomWidth) + px(style.paddingBottom);
  return {
    x: box.left + context.window.scrollX + left,
    y: box.top + context.window.scrollY + top,
    width: Math.max(0, box.width - left - right),
    height: Math.max(0, box.height - top - bottom),
  };
}

/** Number of a computed length; 0 for `auto`. */
export function px(length: string): number {
  const value = Number.parseFloat(length);
  return Number.isFinite(value) ? value : 0;
}
