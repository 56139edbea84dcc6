import { useState } from 'react';
import { type CaptureDetails, CaptureView } from '@/components/casebook/CaptureView';
import { PictureViewer } from '@/components/casebook/PictureViewer';
import type { StoredArtifact } from '@/utils/domain/capture';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import { Gone } from './Gone';
import { readManifest } from './read-manifest';
import { saveFile } from './save-file';

/** One capture. */
export function CaptureScreen({ captureId }: { readonly captureId: string }) {
  const details = useStored(() => readDetails(captureId), [captureId]);
  const cases = useStored(() => store.cases.list(), []);
  const action = useAction();
  if (details === undefined || !cases) return null;
  if (!details) return <Gone />;
  const { capture, artifacts } = details;
  return (
    <CaptureView
      details={details}
      cases={cases}
      environment={bugEnvironment()}
      actionError={action.error}
      pictures={<Pictures captureId={captureId} artifacts={artifacts} />}
      onMove={(caseId) =>
        action.run(async () => {
          await send('moveCapture', { captureId, caseId });
        })
      }
      onSaveFile={(name) => action.run(() => saveFile(capture, name))}
    />
  );
}

interface PicturesProps {
  readonly captureId: string;
  readonly artifacts: readonly StoredArtifact[];
}

function Pictures({ captureId, artifacts }: PicturesProps) {
  const pictures = artifacts.filter(({ mediaType }) => mediaType.startsWith('image/')).sort(viewportFirst);
  const [name, setName] = useState<string | null>(null);
  const selected = pictures.find((picture) => picture.name === name) ?? pictures[0] ?? null;
  const blob = useStored(
    async () => (selected ? store.captures.blob(captureId, selected.name) : undefined),
    [captureId, selected?.name],
  );
  return <PictureViewer pictures={pictures} selected={selected} blob={blob} onSelect={setName} />;
}

async function readDetails(captureId: string): Promise<CaptureDetails | null> {
  const capture = await store.captures.get(captureId);
  if (!capture) return null;
  const artifacts = await store.captures.artifacts(captureId);
  const indicators = await store.captures.indicatorsOf(captureId);
  const owner = (await store.cases.get(capture.caseId)) ?? null;
  // Last, because Dexie observes no query that follows a promise of the browser's own.
  const manifest = await readManifest(captureId);
  return { capture, manifest, artifacts, indicators, owner };
}

/** What the operative saw at the click comes before the images of the whole page. */
function viewportFirst(a: StoredArtifact, b: StoredArtifact): number {
  const isViewport = ({ name }: StoredArtifact) => Number(name.startsWith('viewport'));
  return isViewport(b) - isViewport(a) || a.name.localeCompare(b.name);
}
