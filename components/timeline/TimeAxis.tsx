import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { routeHref } from '../casebook/route';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import { clustersOf, pan, type TimeSpan, ticksOf, zoom } from './time-axis';
import type { TimePoint } from './time-points';
import classes from './timeline.module.css';

interface Props {
  readonly points: readonly TimePoint[];
  readonly span: TimeSpan;
  readonly whole: TimeSpan;
  readonly width: number;
  readonly onSpan: (span: TimeSpan) => void;
}

const HEIGHT = 132;
/** Marks nearer than this, in pixels, become one. */
const APART = 26;

/** The axis itself: wheel zooms, dragging moves, a mark of many zooms in, a mark of one capture opens it. */
export function TimeAxis({ points, span, whole, width, onSpan }: Props) {
  const { t } = useTranslation();
  const { day, clock } = useFormat();
  const box = useRef<HTMLElement>(null);
  const drag = useRef<number | null>(null);
  const x = (at: number) => ((at - span.from) / (span.to - span.from)) * width;
  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const left = box.current?.getBoundingClientRect().left ?? 0;
    onSpan(zoom(span, event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - left) / width, whole));
  });
  useEffect(() => {
    const target = box.current;
    // React's own wheel listener is passive and couldn't keep the page from scrolling.
    const listen = (event: WheelEvent) => turn(event);
    target?.addEventListener('wheel', listen, { passive: false });
    return () => target?.removeEventListener('wheel', listen);
  }, []);
  return (
    <section
      ref={box}
      className={classes.axis}
      aria-label={t('timeline.axis')}
      onPointerDown={(event) => {
        drag.current = event.clientX;
      }}
      onPointerMove={(event) => {
        if (drag.current === null || event.buttons === 0) return;
        onSpan(pan(span, (drag.current - event.clientX) / width, whole));
        drag.current = event.clientX;
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
    >
      <svg width={width} height={HEIGHT} aria-hidden>
        {ticksOf(span, width, 78).map(({ at, isDay }) => (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={22} y2={HEIGHT} className={classes.tick} data-day={isDay} />
            <text x={x(at) + 4} y={14} className={classes.tickText} data-day={isDay}>
              {isDay ? day(at) : clock(at)}
            </text>
          </g>
        ))}
        <line x1={0} x2={width} y1={22} y2={22} className={classes.tick} />
      </svg>
      {(['capture', 'event'] as const).map((kind) =>
        clustersOf(
          points.filter((point) => point.kind === kind),
          span,
          width,
          APART,
        ).map(({ at, items }) => (
          <Mark
            key={items[0]?.id}
            x={x(at)}
            kind={kind}
            items={items}
            onZoom={() => onSpan(zoomTo(items, whole))}
          />
        )),
      )}
    </section>
  );
}

function zoomTo(items: readonly TimePoint[], whole: TimeSpan): TimeSpan {
  const from = items[0]?.at ?? whole.from;
  const to = items.at(-1)?.at ?? whole.to;
  const air = Math.max((to - from) * 0.1, 60_000);
  return zoom({ from: from - air, to: to + air }, 1, 0.5, whole);
}

interface MarkProps {
  readonly x: number;
  readonly kind: TimePoint['kind'];
  readonly items: readonly TimePoint[];
  readonly onZoom: () => void;
}

function Mark({ x, kind, items, onZoom }: MarkProps) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const names = useNames();
  const [first] = items;
  if (!first) return null;
  const isOne = items.length === 1;
  const what =
    isOne && first.kind === 'event'
      ? names.journalEvent(first.event.kind)
      : t(kind === 'capture' ? 'casebook.capturesOf' : 'timeline.events', { count: items.length });
  const label = `${timestamp(first.time)}: ${what}`;
  const look = {
    className: classes.mark,
    style: { left: x },
    'data-kind': kind,
    title: label,
    'aria-label': label,
  };
  const target = first.kind === 'capture' ? first.capture : first.about;
  if (isOne && target) {
    return (
      <a {...look} href={routeHref({ view: 'capture', id: target.id })} data-testid={`timeline-${kind}`} />
    );
  }
  return (
    <button {...look} type="button" data-testid={`timeline-${kind}-mark`} onClick={onZoom}>
      {isOne ? null : number(items.length)}
    </button>
  );
}
