import { type RefObject, useEffect, useRef } from 'react';

/** What takes the focus before a screen's heading does. */
export const FOCUS_FIRST = { 'data-focus-first': true };

/** Moves the focus to the heading when another screen is shown, unless something within it has taken it. */
export function useScreenFocus(main: RefObject<HTMLElement | null>, screen: string): void {
  const shown = useRef(screen);
  useEffect(() => {
    const element = main.current;
    if (!element || shown.current === screen) return;
    shown.current = screen;
    const focus = () => {
      const first = element.querySelector<HTMLElement>('[data-focus-first]');
      const target = first ?? element.querySelector('h1');
      if (!target) return false;
      if (!first) target.tabIndex = -1;
      if (!element.contains(document.activeElement)) target.focus({ preventScroll: true });
      return true;
    };
    if (focus()) return;
    // A screen stands when what it shows was read.
    const observer = new MutationObserver(() => {
      if (focus()) observer.disconnect();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [main, screen]);
}
