import { type RefObject, useEffect, useRef, useState } from 'react';

interface Options {
  readonly step?: number;
  /** How near the window the end comes before more is drawn, CSS pixels. */
  readonly ahead?: number;
  /** What the list is a list of: of something else it is drawn from its beginning again. */
  readonly of?: string;
}

/**
 * How many items of a long list to draw: one batch of `step`, and one more each time the list's end comes near the
 * window. Put `end` on an element behind the last item.
 */
export function useGrowingList(
  total: number,
  { step = 60, ahead = 600, of = '' }: Options = {},
): { shown: number; end: RefObject<HTMLDivElement | null> } {
  const [grown, setGrown] = useState({ of, shown: step });
  const shown = grown.of === of ? grown.shown : step;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || shown >= total) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setGrown({ of, shown: shown + step }),
      { rootMargin: `${ahead}px` },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [shown, total, step, ahead, of]);
  return { shown, end };
}
