import { useMemo, useState } from 'react';
import type { CaptureDetails, ShownPlace } from '@/components/casebook/CaptureView';
import { type NewRegion, PictureViewer, WHOLE_PAGE } from '@/components/pictures/PictureViewer';
import { findOnPictures, type PicturePlace } from '@/components/pictures/picture-place';
import { sharesOf } from '@/components/pictures/region-draft';
import { isTileName, type StoredArtifact } from '@/utils/domain/capture';
import { isReadOnly } from '@/utils/domain/case';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

interface Props {
  readonly details: CaptureDetails;
  readonly place: ShownPlace | null;
  readonly isBusy: boolean;
  readonly onMark: (region: NewRegion) => Promise<boolean>;
}

/** The pictures of a capture out of the store, with what was marked on them. */
export function StoredPictures({ details, place, isBusy, onMark }: Props) {
  const { capture, artifacts, regions } = details;
  const pictures = useMemo(
    () => artifacts.filter(({ mediaType }) => mediaType.startsWith('image/')).sort(viewportFirst),
    [artifacts],
  );
  const [chosen, setChosen] = useState<{ name: string; place: ShownPlace | null } | null>(null);
  const found = useMemo(
    () => place && findPlace(place, pictures, details, chosen?.name ?? null),
    [place, pictures, details, chosen],
  );
  const selected = selectedName({ chosen, place, found }) ?? pictures[0]?.name ?? '';
  const names = useMemo(
    () =>
      pictures
        .filter((it) => (selected === WHOLE_PAGE ? isTileName(it.name) : it.name === selected))
        .map(({ name }) => name),
    [pictures, selected],
  );
  const blobs = useStored(() => readBlobs(capture.id, names), [capture.id, names]);
  return (
    <PictureViewer
      pictures={pictures}
      selected={selected}
      blobs={blobs ?? NONE}
      regions={regions}
      place={found}
      isBusy={isBusy}
      isReadOnly={isReadOnly(details.owner)}
      onSelect={(name) => setChosen({ name, place })}
      onMark={onMark}
    />
  );
}

const NONE: ReadonlyMap<string, Blob> = new Map();

interface Choice {
  readonly chosen: { readonly name: string; readonly place: ShownPlace | null } | null;
  readonly place: ShownPlace | null;
  readonly found: PicturePlace | null;
}

/** A picture that was chosen after the place was asked for is the one that is wanted; the whole page shows its tiles. */
function selectedName({ chosen, place, found }: Choice): string | undefined {
  if (chosen && chosen.place === place) return chosen.name;
  if (chosen?.name === WHOLE_PAGE && found && isTileName(found.name)) return WHOLE_PAGE;
  return found?.name ?? chosen?.name;
}

function findPlace(
  place: ShownPlace,
  pictures: readonly StoredArtifact[],
  { manifest }: CaptureDetails,
  preferred: string | null,
): PicturePlace | null {
  if ('page' in place) {
    const view = 'code' in manifest ? null : manifest.viewport;
    return view && findOnPictures(place.page, pictures, view, preferred);
  }
  const { region } = place;
  const picture = pictures.find(({ name }) => name === region.file);
  if (!picture?.width || !picture.height) return null;
  return { name: region.file, ...sharesOf(region, { width: picture.width, height: picture.height }) };
}

async function readBlobs(captureId: string, names: readonly string[]): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  for (const name of names) {
    const blob = await store.captures.blob(captureId, name);
    if (blob) blobs.set(name, blob);
  }
  return blobs;
}

/** What the operative saw at the click comes before the images of the whole page. */
function viewportFirst(a: StoredArtifact, b: StoredArtifact): number {
  const isViewport = ({ name }: StoredArtifact) => Number(name.startsWith('viewport'));
  return isViewport(b) - isViewport(a) || a.name.localeCompare(b.name, 'en', { numeric: true });
}
