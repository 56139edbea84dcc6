import type { CaptureManifest, ObserverEffect } from '@/utils/domain/capture';
import type { Official } from '@/utils/domain/case';
import type { NetworkFacts, Obtained } from '@/utils/domain/network';
import { describeArtifact, type HashedFile } from './files';
import { mainFrame, type PageState } from './page-state';
import { remarkSentence } from './remarks';

/** What is known of the moment besides what the steps obtained. */
export interface MomentFacts {
  /** Timestamp of the click. */
  readonly started: string;
  readonly operator: Official | null;
  readonly observer: ObserverEffect;
}

/** Puts together `capture.json`: what was asked, done, obtained, and not obtained. */
export async function buildManifest(
  state: PageState,
  { started, operator, observer }: MomentFacts,
  files: readonly HashedFile[],
): Promise<CaptureManifest> {
  const { ports, order, steps, page } = state;
  const { clock } = ports;
  const main = mainFrame(state);
  const [network, ...ofFrames] = state.network;
  return {
    format: 'osmotr-capture/1',
    id: order.id,
    caseId: order.caseId,
    trigger: order.trigger,
    operator,
    page: {
      url: main?.url ?? order.target.url,
      title: main?.title ?? order.target.title,
      language: main?.language ?? '',
      charset: main?.charset ?? '',
      contentType: main?.contentType ?? '',
      referrer: main?.referrer ?? '',
    },
    network: network ?? { value: null, reason: 'the tab could not be asked' },
    viewport: main ? { ...main.viewport, zoom: state.zoom } : null,
    frames: (page?.frames ?? [])
      .toSorted(byPath)
      .map((frame) => ({ ...frame, ...ofFrame(state, frame.path, ofFrames) })),
    time: {
      started,
      finished: clock.timestamp(),
      timeZone: clock.timeZone(),
      utcOffsetMinutes: clock.utcOffsetMinutes(),
      durationMs: steps.elapsedMs(),
    },
    software: await ports.software(),
    pictures: state.pictures,
    steps: steps.records,
    artifacts: files.map(({ artifact }) => describeArtifact(artifact)),
    missing: page?.missing ?? [],
    ...(order.allowRequests ? { refetched: state.refetched } : {}),
    qrCodes: state.qrCodes,
    removed: page?.removed ?? {},
    observer,
    remarks: state.remarks,
    notes: [...state.notes, ...state.remarks.map(remarkSentence), ...(page?.limits ?? [])],
  };
}

function ofFrame({ seen }: PageState, path: string, facts: readonly Obtained<NetworkFacts>[]) {
  const at = seen.findIndex(({ snapshot }) => snapshot.path.join('.') === path);
  const network = facts[at];
  return path === '' || !network ? {} : { network };
}

/** As the frames stand in the page: a browser gives them in the order in which they answered. */
function byPath({ path: a }: { readonly path: string }, { path: b }: { readonly path: string }): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
