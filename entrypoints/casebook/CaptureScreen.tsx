import { useMemo, useState } from 'react';
import { type CaptureDetails, CaptureView } from '@/components/casebook/CaptureView';
import type { TextRange } from '@/components/casebook/highlight';
import { PictureViewer } from '@/components/casebook/PictureViewer';
import { findOnPictures } from '@/components/casebook/picture-place';
import { TextView } from '@/components/casebook/TextView';
import type { StoredArtifact } from '@/utils/domain/capture';
import type { PageRect } from '@/utils/domain/text-map';
import { readFindings } from '../pages/read-findings';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import { CaptureDeletion } from './CaptureDeletion';
import { Gone } from './Gone';
import { readManifest } from './read-manifest';
import { readText, readTextMap } from './read-text';
import { saveFile } from './save-file';

interface Props {
  readonly captureId: string;
  /** A place in its text to open with. */
  readonly at: TextRange | null;
}

/** One capture. */
export function CaptureScreen({ captureId, at }: Props) {
  const details = useStored(() => readDetails(captureId), [captureId]);
  const cases = useStored(() => store.cases.listOpen(), []);
  const action = useAction();
  if (details === undefined || !cases) return null;
  if (!details) return <Gone />;
  const { capture } = details;
  return (
    <CaptureView
      details={details}
      cases={cases}
      environment={bugEnvironment()}
      actionError={action.error}
      at={at}
      deletion={<CaptureDeletion capture={capture} />}
      renderPictures={(place) => <Pictures details={details} place={place} />}
      renderText={(ranges, focus) => <StoredText captureId={captureId} ranges={ranges} focus={focus} />}
      onMove={(caseId) =>
        action.run(async () => {
          await send('moveCaptures', { captureIds: [captureId], caseId });
        })
      }
      onSaveFile={(name) => action.run(() => saveFile(capture, name))}
    />
  );
}

interface PicturesProps {
  readonly details: CaptureDetails;
  readonly place: PageRect | null;
}

function Pictures({ details: { capture, artifacts, manifest }, place }: PicturesProps) {
  const pictures = useMemo(
    () => artifacts.filter(({ mediaType }) => mediaType.startsWith('image/')).sort(viewportFirst),
    [artifacts],
  );
  const [chosen, setChosen] = useState<{ name: string; place: PageRect | null } | null>(null);
  const view = 'code' in manifest ? null : manifest.viewport;
  const found = useMemo(
    () => place && view && findOnPictures(place, pictures, view, chosen?.name ?? null),
    [place, view, pictures, chosen],
  );
  // A picture that was chosen after the place was asked for is the one that is wanted.
  const name = chosen && chosen.place === place ? chosen.name : (found?.name ?? chosen?.name);
  const selected = pictures.find((picture) => picture.name === name) ?? pictures[0] ?? null;
  const blob = useStored(
    async () => (selected ? store.captures.blob(capture.id, selected.name) : undefined),
    [capture.id, selected?.name],
  );
  return (
    <PictureViewer
      pictures={pictures}
      selected={selected}
      blob={blob}
      place={found}
      onSelect={(next) => setChosen({ name: next, place })}
    />
  );
}

interface StoredTextProps {
  readonly captureId: string;
  readonly ranges: readonly TextRange[];
  readonly focus: TextRange | null;
}

function StoredText({ captureId, ranges, focus }: StoredTextProps) {
  const text = useStored(() => readText(captureId), [captureId]);
  return text === undefined ? null : <TextView text={text} ranges={ranges} focus={focus} />;
}

async function readDetails(captureId: string): Promise<CaptureDetails | null> {
  const capture = await store.captures.get(captureId);
  if (!capture) return null;
  const artifacts = await store.captures.artifacts(captureId);
  const findings = await readFindings(capture);
  const marks = await store.indicators.marksOf(capture.caseId);
  const owner = (await store.cases.get(capture.caseId)) ?? null;
  // Last, because Dexie observes no query that follows a promise of the browser's own.
  const [manifest, textMap] = await Promise.all([readManifest(captureId), readTextMap(captureId)]);
  return { capture, manifest, artifacts, ...findings, marks, textMap, owner };
}

/** What the operative saw at the click comes before the images of the whole page. */
function viewportFirst(a: StoredArtifact, b: StoredArtifact): number {
  const isViewport = ({ name }: StoredArtifact) => Number(name.startsWith('viewport'));
  return isViewport(b) - isViewport(a) || a.name.localeCompare(b.name);
}
