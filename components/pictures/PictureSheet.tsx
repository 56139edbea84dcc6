import { type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureRegion, PixelRect } from '@/utils/domain/annotation';
import type { StoredArtifact } from '@/utils/domain/capture';
import { isolateText } from '../ui/hostile-text';
import { useBlobUrl } from '../ui/use-blob-url';
import type { PicturePlace } from './picture-place';
import classes from './pictures.module.css';
import { pixelAt, regionBetween, sharesOf } from './region-draft';

export interface NumberedRegion {
  readonly number: number;
  readonly region: PictureRegion;
}

interface Props {
  readonly picture: StoredArtifact;
  /** Its bytes; undefined while they are read. */
  readonly blob: Blob | undefined;
  /** By the numbers that they have among all of the capture's. */
  readonly regions: readonly NumberedRegion[];
  /** The region that is being marked on it. */
  readonly draft: PixelRect | null;
  /** A place to frame and scroll to, a new object each time it is asked for. */
  readonly place: PicturePlace | null;
  /** Called while a region is drawn; null: none can be. */
  readonly onDraw: ((region: PixelRect) => void) | null;
}

/** One picture with what is drawn over it, never into it: places, marked regions, the one being marked. */
export function PictureSheet({ picture, blob, regions, draft, place, onDraw }: Props) {
  const { t } = useTranslation();
  const url = useBlobUrl(blob);
  const { width, height } = picture;
  const size = width && height ? { width, height } : null;
  const drawing = useDrawing(size, onDraw);
  return (
    <div
      className={classes.sheet}
      data-marking={onDraw !== null}
      data-picture={picture.name}
      style={size ? { aspectRatio: `${size.width} / ${size.height}` } : undefined}
      {...drawing}
    >
      {url && (
        <img
          src={url}
          draggable={false}
          alt={t('view.pictureAlt', { name: isolateText(picture.name) })}
          width={width}
          height={height}
        />
      )}
      {size &&
        regions.map(({ number, region }) => (
          <Frame key={region.id} shares={sharesOf(region, size)} className={classes.region} testId="region">
            <span className={classes.regionNumber}>{number}</span>
          </Frame>
        ))}
      {size && draft && (
        <Frame shares={sharesOf(draft, size)} className={classes.draft} testId="region-draft" />
      )}
      {place?.name === picture.name && <PlaceFrame place={place} />}
    </div>
  );
}

interface FrameProps {
  readonly shares: Omit<PicturePlace, 'name'>;
  readonly className: string | undefined;
  readonly testId: string;
  readonly children?: React.ReactNode;
}

function Frame({ shares, className, testId, children }: FrameProps) {
  return (
    <div className={className} data-testid={testId} style={boxOf(shares)}>
      {children}
    </div>
  );
}

function PlaceFrame({ place }: { readonly place: PicturePlace }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place) frame.current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [place]);
  return <div ref={frame} className={classes.place} data-testid="picture-place" style={boxOf(place)} />;
}

function boxOf({ left, top, width, height }: Omit<PicturePlace, 'name'>) {
  const percent = (share: number) => `${share * 100}%`;
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
}

/** Handlers that draw a rectangle over the element, in pixels of its picture. */
function useDrawing(size: { width: number; height: number } | null, onDraw: Props['onDraw']) {
  const corner = useRef<{ x: number; y: number } | null>(null);
  if (!size || !onDraw) return {};
  const at = (event: PointerEvent<HTMLElement>) =>
    pixelAt({ x: event.clientX, y: event.clientY }, event.currentTarget.getBoundingClientRect(), size);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      corner.current = at(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const region = corner.current && regionBetween(corner.current, at(event), size);
      if (region) onDraw(region);
    },
    onPointerUp: () => {
      corner.current = null;
    },
  };
}
