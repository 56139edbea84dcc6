import { useCallback, useState } from 'react';
import { type BrowserState, CaptureBrowser, FIRST_LOOK } from '@/components/captures/CaptureBrowser';
import { CapturePreview } from '@/components/captures/CapturePreview';
import type { TagEditorProps } from '@/components/captures/TagEditor';
import { routeHref } from '@/components/casebook/route';
import type { Capture } from '@/utils/domain/capture';
import { parseQuery } from '@/utils/search/query';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';
import { indicatorRows } from './indicator-rows';
import { StoredThumbnail } from './StoredThumbnail';
import { holdersOf, searchIndex } from './search-index';

/** How each case's list was left: who comes back from a capture finds it so. */
const remembered = new Map<string, BrowserState>();

/** Of the list that was looked at last: layout and order, which outlive a reload. The filter, which tells of the case, doesn't. */
const LOOK = 'osmotr-captures-look';

function keptLook(): Partial<BrowserState> {
  const kept = sessionStorage.getItem(LOOK);
  return kept ? JSON.parse(kept) : {};
}

interface Props {
  readonly caseId: string;
  readonly captures: readonly Capture[];
  /** It came from elsewhere: it is looked at, not changed. */
  readonly isReadOnly: boolean;
  /** Exports some of them; null: not from the inbox. */
  readonly onExport: ((ids: readonly string[]) => void) | null;
}

/** The captures of a case out of the store. */
export function StoredCaptures({ caseId, captures, isReadOnly, onExport }: Props) {
  const [state, setState] = useState(() => remembered.get(caseId) ?? { ...FIRST_LOOK, ...keptLook() });
  const [wantsIndicators, setWantsIndicators] = useState(state.filter.indicator !== '');
  const cases = useStored(() => store.cases.listOpen(), []);
  const indicators = useStored(
    () => (wantsIndicators ? readIndicators(caseId) : Promise.resolve(null)),
    [caseId, wantsIndicators],
  );
  const wantsTexts = state.filter.text !== '';
  const index = useStored(() => (wantsTexts ? searchIndex() : Promise.resolve(null)), [wantsTexts]);
  const searchTexts = useCallback(
    (typed: string) => {
      const query = parseQuery(typed);
      return query && index ? holdersOf(index, query) : null;
    },
    [index],
  );
  const action = useAction();
  if (!cases) return null;
  const keep = (next: BrowserState) => {
    remembered.set(caseId, next);
    sessionStorage.setItem(LOOK, JSON.stringify({ layout: next.layout, sort: next.sort }));
    setState(next);
  };
  return (
    <CaptureBrowser
      caseId={caseId}
      captures={captures}
      cases={cases}
      state={state}
      indicators={indicators ?? null}
      searchTexts={searchTexts}
      environment={bugEnvironment()}
      error={action.error}
      isBusy={action.isRunning}
      isReadOnly={isReadOnly}
      renderThumbnail={({ id, host }) => (
        <StoredThumbnail captureId={id} host={host} width="100%" height="100%" />
      )}
      renderPreview={(capture, tags) => <StoredPreview key={capture.id} capture={capture} tags={tags} />}
      onState={keep}
      onIndicatorFocus={() => setWantsIndicators(true)}
      onOpen={(id) => {
        location.hash = routeHref({ view: 'capture', id });
      }}
      onMove={(captureIds, to) =>
        action.run(async () => {
          await send('moveCaptures', { captureIds, caseId: to });
        })
      }
      onTag={(captureIds, change) =>
        action.run(async () => {
          await send('tagCaptures', { captureIds, ...change });
        })
      }
      onExport={onExport}
    />
  );
}

interface PreviewProps {
  readonly capture: Capture;
  /** Null: they can't be changed. */
  readonly tags: Omit<TagEditorProps, 'tags'> | null;
}

function StoredPreview({ capture, tags }: PreviewProps) {
  const { id } = capture;
  const indicators = useStored(() => store.indicators.listByCapture(id), [id]);
  const picture = useStored(() => readPicture(id), [id]);
  return <CapturePreview capture={capture} picture={picture} indicators={indicators ?? []} tags={tags} />;
}

/** The window's picture, else the first of the page's; null if there is none. */
async function readPicture(captureId: string): Promise<Blob | null> {
  for (const name of ['viewport.png', 'page-01.png']) {
    const blob = await store.captures.blob(captureId, name);
    if (blob) return blob;
  }
  return null;
}

async function readIndicators(caseId: string): Promise<Map<string, Set<string>>> {
  const index = new Map<string, Set<string>>();
  for (const { value, captureId } of await indicatorRows(caseId)) {
    const ids = index.get(value) ?? new Set();
    index.set(value, ids.add(captureId));
  }
  return index;
}
