import { type RefObject, useEffect, useRef, useState } from 'react';

/** Becomes true when the element comes near what `scroller` shows, and stays so. Put `target` on the element. */
export function useNear<T extends Element>(
  scroller: RefObject<Element | null>,
): {
  isNear: boolean;
  target: RefObject<T | null>;
} {
  const [isNear, setIsNear] = useState(false);
  const target = useRef<T>(null);
  useEffect(() => {
    if (!target.current || isNear) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setIsNear(true), {
      root: scroller.current,
      rootMargin: '800px',
    });
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [isNear, scroller]);
  return { isNear, target };
}
