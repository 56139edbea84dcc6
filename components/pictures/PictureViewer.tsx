import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconMarquee2, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureRegion, PixelRect } from '@/utils/domain/annotation';
import { isTileName, type StoredArtifact } from '@/utils/domain/capture';
import { isolateText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import { PictureSheet } from './PictureSheet';
import type { PicturePlace } from './picture-place';
import classes from './pictures.module.css';
import { RegionForm } from './RegionForm';
import { usePan, useZoom } from './use-zoom';

/** Shows the tiles of the whole page as one picture. */
export const WHOLE_PAGE = '*';

export interface NewRegion extends PixelRect {
  readonly file: string;
  readonly caption: string;
}

interface Props {
  readonly pictures: readonly StoredArtifact[];
  /** A picture's name, or `WHOLE_PAGE`. */
  readonly selected: string;
  /** The bytes of what is shown, by name, as they come. */
  readonly blobs: ReadonlyMap<string, Blob>;
  readonly regions: readonly PictureRegion[];
  /** A place to frame and scroll to; drawn over the picture, never into it. */
  readonly place: PicturePlace | null;
  readonly isBusy: boolean;
  /** No region can be marked. */
  readonly isReadOnly: boolean;
  readonly onSelect: (name: string) => void;
  /** Resolves to whether it was kept. */
  readonly onMark: (region: NewRegion) => Promise<boolean>;
}

interface Draft {
  readonly file: string;
  readonly region: PixelRect;
}

/** The pictures of a capture, one or the page's tiles joined: zoom, move, mark a region. */
export function PictureViewer(props: Props) {
  const { pictures, selected, blobs, regions, place, isBusy, onMark } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const shown = shownPictures(pictures, selected);
  // As in the list beside and in the bundle's index page: over all pictures.
  const numbered = regions.map((region, index) => ({ number: index + 1, region }));
  const zoom = useZoom(scroller, Math.max(0, ...shown.map(({ width = 0 }) => width)));
  const pan = usePan();
  const [first] = shown;
  if (!first) return <p className="osmotr-muted">{t('view.noPictures')}</p>;
  const marked = draft && shown.find(({ name }) => name === draft.file);
  const size = marked?.width && marked.height ? { width: marked.width, height: marked.height } : null;
  return (
    <>
      <ViewerBar {...props} shown={shown} zoom={zoom} isMarking={draft !== null} onDraft={setDraft} />
      {draft && size && (
        <RegionForm
          file={draft.file}
          size={size}
          region={draft.region}
          isBusy={isBusy}
          onChange={(region) => setDraft({ ...draft, region })}
          onSave={async (caption) => {
            if (await onMark({ file: draft.file, caption, ...draft.region })) setDraft(null);
          }}
          onCancel={() => setDraft(null)}
        />
      )}
      <section
        ref={scroller}
        className={classes.viewer}
        aria-label={t('view.picture')}
        title={t('picture.hint')}
        data-testid="picture-viewer"
        {...FOCUSABLE}
        {...(draft ? {} : pan)}
      >
        <div className={classes.sheets} style={{ width: zoom.width }}>
          {shown.map((picture) => (
            <PictureSheet
              key={picture.name}
              picture={picture}
              blob={blobs.get(picture.name)}
              regions={numbered.filter(({ region }) => region.file === picture.name)}
              draft={draft?.file === picture.name ? draft.region : null}
              place={place}
              onDraw={draft && ((region) => setDraft({ file: picture.name, region }))}
            />
          ))}
        </div>
      </section>
    </>
  );
}

/** A region that scrolls has to be reached by keys. */
const FOCUSABLE = { tabIndex: 0 };

/** The tiles of the page in their order, or the one picture that is selected. */
function shownPictures(pictures: readonly StoredArtifact[], selected: string): readonly StoredArtifact[] {
  if (selected !== WHOLE_PAGE) return pictures.filter(({ name }) => name === selected);
  const tiles = pictures.filter(({ name }) => isTileName(name));
  return tiles.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

interface BarProps extends Props {
  readonly shown: readonly StoredArtifact[];
  readonly zoom: ReturnType<typeof useZoom>;
  readonly isMarking: boolean;
  readonly onDraft: (draft: Draft) => void;
}

function ViewerBar(props: BarProps) {
  const { pictures, selected, shown, zoom, isMarking, isReadOnly, onSelect, onDraft } = props;
  const { t } = useTranslation();
  const tiles = pictures.filter(({ name }) => isTileName(name)).length;
  const [first] = shown;
  return (
    <div className={classes.bar}>
      <NativeSelect
        size="xs"
        aria-label={t('view.picture')}
        value={selected}
        data-testid="picture-select"
        onChange={({ currentTarget }) => onSelect(currentTarget.value)}
      >
        {pictures.map(({ name }) => (
          <option key={name} value={name}>
            {isolateText(name, 60)}
          </option>
        ))}
        {tiles > 1 && (
          <option
            value={WHOLE_PAGE}
          >{`${t('picture.wholePage')} (${t('picture.joined', { count: tiles })})`}</option>
        )}
      </NativeSelect>
      <ActionIcon variant="default" size={30} aria-label={t('picture.zoomOut')} onClick={zoom.zoomOut}>
        <IconZoomOut size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={t('picture.zoomIn')}
        data-testid="zoom-in"
        onClick={zoom.zoomIn}
      >
        <IconZoomIn size={16} aria-hidden />
      </ActionIcon>
      <Button
        size="xs"
        variant="default"
        aria-pressed={zoom.zoom === 'fit'}
        data-testid="zoom-fit"
        onClick={zoom.fit}
      >
        {t('view.fitWidth')}
      </Button>
      <Button size="xs" variant="default" data-testid="zoom-actual" onClick={zoom.actual}>
        {t('view.actualSize')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMarquee2 size={15} aria-hidden />}
        disabled={isMarking || isReadOnly}
        data-testid="mark-region"
        onClick={() => first && onDraft({ file: first.name, region: middleOf(first) })}
      >
        {t('annotation.mark')}
      </Button>
      {shown.length === 1 && first && <PictureFacts picture={first} />}
    </div>
  );
}

/** Something to begin with, for whoever types rather than draws. */
function middleOf({ width = 1, height = 1 }: StoredArtifact): PixelRect {
  const size = { width: Math.ceil(width / 4), height: Math.ceil(Math.min(width, height) / 4) };
  return { x: Math.floor(width / 3), y: Math.floor(Math.min(width, height) / 4), ...size };
}

function PictureFacts({ picture }: { readonly picture: StoredArtifact }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { width, height, pixels } = picture;
  return (
    <span className="osmotr-muted">
      {width !== undefined && height !== undefined && `${number(width)} × ${number(height)} · `}
      {pixels && (
        <span className={pixels === 'rendered' ? classes.rendered : undefined}>{t(`view.${pixels}`)}</span>
      )}
    </span>
  );
}
