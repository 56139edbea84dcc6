import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { CaptureCard } from './CaptureCard';
import { CaptureLine } from './CaptureLine';
import type { CaptureSort } from './capture-filter';
import classes from './captures.module.css';
import { moveIndex, type Pick } from './grid-moves';
import { SortHeader } from './SortHeader';
import { useWidth } from './use-width';

export type CaptureLayout = 'gallery' | 'table';

export interface CaptureGridProps {
  readonly captures: readonly Capture[];
  readonly layout: CaptureLayout;
  readonly sort: { readonly by: CaptureSort; readonly isDescending: boolean };
  readonly activeId: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly renderThumbnail: (capture: Capture) => ReactNode;
  readonly onSort: (by: CaptureSort) => void;
  readonly onActivate: (id: string) => void;
  /** Chooses; what is picked is what one looks at too. */
  readonly onPick: (id: string, pick: Pick) => void;
  readonly onPickAll: () => void;
  readonly onPickNone: () => void;
  readonly onOpen: (id: string) => void;
}

const LINE_HEIGHT = 54;
const HEADER_HEIGHT = 26;
const CARD_WIDTH = 176;
const CARD_TEXT = 88;
const GAP = 10;

/**
 * Captures as a gallery of pictures or as a table: one grid, one tab stop, moved through by arrows. Only what is near
 * the window is drawn.
 */
export function CaptureGrid(props: CaptureGridProps) {
  const { captures, layout, activeId } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const isGallery = layout === 'gallery';
  const columns = isGallery ? Math.max(1, Math.floor((width + GAP) / (CARD_WIDTH + GAP))) : 1;
  const cardWidth = (width - (columns - 1) * GAP) / columns;
  const rowHeight = isGallery ? Math.round(cardWidth * 0.625) + CARD_TEXT + GAP : LINE_HEIGHT;
  const header = isGallery ? 0 : HEADER_HEIGHT;
  const active = captures.findIndex(({ id }) => id === activeId);
  const rows = useVirtualizer({
    // Nothing is laid out by a width that isn't known yet.
    count: width > 0 ? Math.ceil(captures.length / columns) : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    // The header stays in sight above the rows.
    scrollMargin: header,
    scrollPaddingStart: header,
  });
  useEffect(() => {
    if (rowHeight > 0) rows.measure();
  }, [rows, rowHeight]);
  const activeRow = active < 0 ? -1 : Math.floor(active / columns);
  useEffect(() => {
    if (activeRow >= 0 && width > 0) rows.scrollToIndex(activeRow);
  }, [rows, activeRow, width]);
  const drawn = rows.getVirtualItems();
  const isActiveDrawn = drawn.some(({ index }) => index === activeRow);
  const pageRows = Math.floor(((scroller.current?.clientHeight ?? 0) - header) / rowHeight);
  // What is drawn in part has no element of its own in HTML: the roles say what it is.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': t('captures.list'),
    'aria-rowcount': isGallery ? Math.ceil(captures.length / columns) : captures.length + 1,
    'aria-multiselectable': true,
    'aria-activedescendant': isActiveDrawn && activeId ? domId(activeId) : undefined,
    'data-testid': 'capture-grid',
    onClick: (event: MouseEvent) => clicked(event, props),
    onDoubleClick: (event: MouseEvent) => {
      const id = idAt(event);
      if (id) props.onOpen(id);
    },
    onKeyDown: (event: KeyboardEvent) => pressed(event, props, { active, columns, pageRows }),
  };
  return (
    <div className={classes.gridFrame} data-layout={layout}>
      <div ref={scroller} className={classes.grid} {...grid}>
        {!isGallery && <SortHeader {...props.sort} height={HEADER_HEIGHT} onSort={props.onSort} />}
        <div className={classes.gridSpace} {...PRESENTATION} style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, start }) => (
            <div
              key={index}
              className={isGallery ? classes.cardRow : classes.lineRow}
              {...(isGallery ? { role: 'row', 'aria-rowindex': index + 1 } : PRESENTATION)}
              style={{
                height: rowHeight,
                transform: `translateY(${start - header}px)`,
                gridTemplateColumns: isGallery ? `repeat(${columns}, minmax(0, 1fr))` : undefined,
              }}
            >
              {captures.slice(index * columns, (index + 1) * columns).map((capture, place) => {
                const item = {
                  capture,
                  domId: domId(capture.id),
                  index: index * columns + place,
                  isActive: capture.id === activeId,
                  isChosen: props.chosen.has(capture.id),
                  thumbnail: props.renderThumbnail(capture),
                };
                return isGallery ? (
                  <CaptureCard key={capture.id} {...item} />
                ) : (
                  <CaptureLine key={capture.id} {...item} />
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const PRESENTATION = { role: 'presentation' };

function domId(captureId: string): string {
  return `capture-${captureId}`;
}

function idAt({ target }: MouseEvent): string | null {
  const item = target instanceof Element ? target.closest('[data-capture]') : null;
  return item?.getAttribute('data-capture') ?? null;
}

function clicked(event: MouseEvent, { onActivate, onPick }: CaptureGridProps): void {
  const id = idAt(event);
  if (!id) return;
  const isBox = event.target instanceof HTMLInputElement;
  if (event.shiftKey) onPick(id, 'range');
  else if (isBox || event.ctrlKey || event.metaKey) onPick(id, 'toggle');
  else onActivate(id);
}

interface Place {
  readonly active: number;
  readonly columns: number;
  readonly pageRows: number;
}

function pressed(event: KeyboardEvent, props: CaptureGridProps, { active, ...size }: Place): void {
  const { captures, activeId } = props;
  // The header's buttons have their own keys.
  const isHeader = event.target instanceof Element && event.target.closest('[role="columnheader"]');
  if (event.altKey || isHeader) return;
  const isAll = (event.ctrlKey || event.metaKey) && event.code === 'KeyA';
  const next = moveIndex(event.key, active, { count: captures.length, ...size });
  const to = next === null ? undefined : captures[next]?.id;
  if (isAll) props.onPickAll();
  else if (event.ctrlKey || event.metaKey) return;
  else if (event.key === 'Escape') props.onPickNone();
  else if (event.key === 'Enter' && activeId) props.onOpen(activeId);
  else if (event.key === ' ' && activeId) props.onPick(activeId, 'toggle');
  else if (to && event.shiftKey) props.onPick(to, 'range');
  else if (to) props.onActivate(to);
  else return;
  event.preventDefault();
}
