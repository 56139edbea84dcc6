import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const SMALLEST = 0.05;
const LARGEST = 8;
const STEP = 1.25;

/** How large pictures are shown: fitted to the width, or as a share of their size in CSS pixels. */
export type Zoom = number | 'fit';

/**
 * Zooms what `scroller` shows: by steps, or by Ctrl and wheel about the pointer. `natural`: width of the whole in CSS
 * pixels at 1. The point that was under the pointer (else in the middle) stays where it is.
 */
export function useZoom(scroller: RefObject<HTMLElement | null>, natural: number) {
  const [zoom, setZoom] = useState<Zoom>('fit');
  const anchor = useRef<{ x: number; y: number; width: number } | null>(null);
  const shown = () => (zoom === 'fit' ? (scroller.current?.clientWidth ?? natural) : zoom * natural);
  const zoomBy = (factor: number, at?: { x: number; y: number }) => {
    const box = scroller.current;
    if (!box || natural === 0) return;
    anchor.current = { ...(at ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 }), width: shown() };
    setZoom(Math.min(LARGEST, Math.max(SMALLEST, (shown() / natural) * factor)));
  };
  useLayoutEffect(() => {
    const [box, from] = [scroller.current, anchor.current];
    anchor.current = null;
    if (!box || !from || zoom === 'fit') return;
    const ratio = (zoom * natural) / from.width;
    box.scrollLeft = (box.scrollLeft + from.x) * ratio - from.x;
    box.scrollTop = (box.scrollTop + from.y) * ratio - from.y;
  }, [scroller, zoom, natural]);
  useWheel(scroller, zoomBy);
  return {
    zoom,
    /** Of what is shown, in percent of the pictures' CSS size. */
    percent: natural === 0 ? 100 : Math.round((shown() / natural) * 100),
    width: zoom === 'fit' ? '100%' : zoom * natural,
    fit: () => setZoom('fit'),
    actual: () => setZoom(1 / devicePixelRatio),
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
  };
}

/** A wheel without Ctrl scrolls as ever. The listener isn't React's: that one can't keep the page from zooming. */
function useWheel(
  scroller: RefObject<HTMLElement | null>,
  zoomBy: (factor: number, at: { x: number; y: number }) => void,
) {
  const latest = useRef(zoomBy);
  latest.current = zoomBy;
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = box.getBoundingClientRect();
      latest.current(Math.exp(-event.deltaY / 400), { x: event.clientX - left, y: event.clientY - top });
    };
    box.addEventListener('wheel', listen, { passive: false });
    return () => box.removeEventListener('wheel', listen);
  }, [scroller]);
}

/** Handlers that move what an element shows by dragging it. */
export function usePan() {
  const held = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      // Its own target: a scrollbar, which drags by itself.
      const isOwn = event.target === event.currentTarget;
      if (isOwn || event.button !== 0 || event.pointerType === 'touch') return;
      held.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!held.current) return;
      event.currentTarget.scrollBy(held.current.x - event.clientX, held.current.y - event.clientY);
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: () => {
      held.current = null;
    },
  };
}
