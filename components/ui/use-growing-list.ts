import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * How many items of a long list to draw: one batch of `step`, and one more each time the list's end comes near the
 * window. Put `end` on an element behind the last item.
 */
export function useGrowingList(
  total: number,
  step = 60,
): { shown: number; end: RefObject<HTMLDivElement | null> } {
  const [shown, setShown] = useState(step);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || shown >= total) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setShown((before) => before + step),
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, total, step]);
  return { shown, end };
}
