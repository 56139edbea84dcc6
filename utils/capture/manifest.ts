import type { CaptureManifest, NetworkFacts, Obtained } from '@/utils/domain/capture';
import { errorText } from '@/utils/errors';
import { describeArtifact, type HashedFile } from './files';
import { mainFrame, type PageState } from './page-state';

/** What was noted before the first step. */
export interface MomentFacts {
  /** Timestamp of the click. */
  readonly started: string;
  readonly ownRequests: number;
}

/** Puts together `capture.json`: what was asked, done, obtained, and not obtained. */
export async function buildManifest(
  state: PageState,
  { started, ownRequests }: MomentFacts,
  files: readonly HashedFile[],
): Promise<CaptureManifest> {
  const { ports, order, operator, steps, page, probe } = state;
  const { clock } = ports;
  const main = mainFrame(state);
  const zoom = await ports.zoom(order.target).catch(() => null);
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
    network: await ports
      .network(order.target, probe)
      .catch((thrown): Obtained<NetworkFacts> => ({ value: null, reason: errorText(thrown) })),
    viewport: main ? { ...main.viewport, zoom } : null,
    frames: page?.frames ?? [],
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
    qrCodes: state.qrCodes,
    removed: page?.removed ?? {},
    observer: { ...state.observer, requests: ports.ownRequests() - ownRequests },
    notes: [...state.notes, ...(page?.limits ?? [])],
  };
}
