import { type CaptureDetails, CaptureView } from '@/components/casebook/CaptureView';
import type { TextRange } from '@/components/casebook/highlight';
import { SnapshotView } from '@/components/casebook/SnapshotView';
import { TextView } from '@/components/casebook/TextView';
import { readFindings } from '../pages/read-findings';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import { CaptureDeletion } from './CaptureDeletion';
import { Gone } from './Gone';
import { readManifest } from './read-manifest';
import { readText, readTextMap } from './read-text';
import { StoredPictures } from './StoredPictures';
import { saveFile } from './save-file';

interface Props {
  readonly captureId: string;
  /** A place in its text to open with. */
  readonly at: TextRange | null;
}

/** One capture. */
export function CaptureScreen({ captureId, at }: Props) {
  const stored = useStored(() => readDetails(captureId), [captureId]);
  const notes = useStored(() => store.annotations.notesOf(captureId), [captureId]);
  const regions = useStored(() => store.annotations.regionsOf(captureId), [captureId]);
  const cases = useStored(() => store.cases.listOpen(), []);
  const action = useAction();
  if (stored === undefined || !cases || !notes || !regions) return null;
  if (!stored) return <Gone />;
  const details: CaptureDetails = { ...stored, notes, regions };
  const { capture } = details;
  return (
    <CaptureView
      details={details}
      cases={cases}
      environment={bugEnvironment()}
      actionError={action.error}
      at={at}
      firstTab={history.state?.tab ?? null}
      // With the visit, not the capture: who comes back finds it, who comes anew sees the pictures first.
      onTab={(tab) => history.replaceState({ tab }, '')}
      deletion={<CaptureDeletion capture={capture} />}
      isBusy={action.isRunning}
      renderPictures={(place) => (
        <StoredPictures
          details={details}
          place={place}
          isBusy={action.isRunning}
          onMark={(region) =>
            action.run(async () => {
              await send('markRegion', { captureId, ...region });
            })
          }
        />
      )}
      renderSnapshot={() => <StoredSnapshot captureId={captureId} />}
      renderText={(ranges, focus) => <StoredText captureId={captureId} ranges={ranges} focus={focus} />}
      onMove={(caseId) =>
        action.run(async () => {
          await send('moveCaptures', { captureIds: [captureId], caseId });
        })
      }
      onUnarchive={() =>
        action.run(async () => {
          await send('archiveCase', { caseId: capture.caseId, isArchived: false });
        })
      }
      onAddNote={(text, corrects) =>
        action.run(async () => {
          await send('addNote', { captureId, text, corrects });
        })
      }
      onRemoveRegion={({ id }) =>
        action.run(async () => {
          await send('removeRegion', { captureId, regionId: id });
        })
      }
      onSaveFile={(name) => action.run(() => saveFile(capture, name))}
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

function StoredSnapshot({ captureId }: { readonly captureId: string }) {
  const html = useStored(() => readPage(captureId), [captureId]);
  return html === undefined ? null : <SnapshotView html={html} />;
}

async function readPage(captureId: string): Promise<string | null> {
  const blob = await store.captures.blob(captureId, 'page.html');
  return blob ? blob.text() : null;
}

/** All but what people add, which is asked for by itself: it changes while one looks. */
async function readDetails(captureId: string): Promise<Omit<CaptureDetails, 'notes' | 'regions'> | null> {
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
