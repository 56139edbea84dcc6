import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredArtifact } from '@/utils/domain/capture';
import { useBlobUrl } from '../ui/use-blob-url';
import classes from './casebook.module.css';
import layout from './indicators.module.css';
import type { PicturePlace } from './picture-place';

interface Props {
  readonly pictures: readonly StoredArtifact[];
  readonly selected: StoredArtifact | null;
  /** The bytes of the selected picture; undefined while they are read. */
  readonly blob: Blob | undefined;
  /** A place to frame and scroll to, a new object each time it is asked for; drawn over the picture, never into it. */
  readonly place: PicturePlace | null;
  readonly onSelect: (name: string) => void;
}

/** The pictures of a capture, one at a time, fitted to the width or pixel by pixel. */
export function PictureViewer({ pictures, selected, blob, place, onSelect }: Props) {
  const { t } = useTranslation();
  const [isActualSize, setIsActualSize] = useState(false);
  const url = useBlobUrl(blob);
  if (!selected) return <p className="osmotr-muted">{t('view.noPictures')}</p>;
  return (
    <>
      <div className={classes.viewerBar}>
        <SegmentedControl
          size="xs"
          aria-label={t('view.picture')}
          data={pictures.map(({ name }) => name)}
          value={selected.name}
          onChange={onSelect}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('view.zoom')}
          data={[
            { value: 'fit', label: t('view.fitWidth') },
            { value: 'actual', label: t('view.actualSize') },
          ]}
          value={isActualSize ? 'actual' : 'fit'}
          onChange={(value) => setIsActualSize(value === 'actual')}
        />
        <PictureFacts picture={selected} />
      </div>
      <section className={classes.viewer} aria-label={t('view.picture')}>
        {url && (
          <div className={layout.pictureBox} style={boxSize(selected, isActualSize)}>
            <img src={url} alt={t('view.pictureAlt', { name: selected.name })} />
            {place?.name === selected.name && <PlaceFrame key={selected.name} place={place} />}
          </div>
        )}
      </section>
    </>
  );
}

function PlaceFrame({ place }: { readonly place: PicturePlace }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place) frame.current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [place]);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div
      ref={frame}
      className={layout.place}
      data-testid="picture-place"
      style={{
        left: percent(place.left),
        top: percent(place.top),
        width: percent(place.width),
        height: percent(place.height),
      }}
    />
  );
}

function PictureFacts({ picture }: { readonly picture: StoredArtifact }) {
  const { t } = useTranslation();
  const { width, height, pixels } = picture;
  return (
    <span className="osmotr-muted">
      {width !== undefined && height !== undefined && `${width} × ${height} · `}
      {pixels && (
        <span className={pixels === 'rendered' ? classes.rendered : undefined}>{t(`view.${pixels}`)}</span>
      )}
    </span>
  );
}

/** Known before the picture is read. Actual: one of its pixels on one of the screen's, also where two make a CSS pixel. */
function boxSize({ width, height }: StoredArtifact, isActual: boolean) {
  if (width === undefined || height === undefined) return undefined;
  return { aspectRatio: `${width} / ${height}`, width: isActual ? width / devicePixelRatio : '100%' };
}
