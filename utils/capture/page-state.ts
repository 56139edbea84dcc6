import type { ObserverEffect, PictureMethod } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { ExpectedError } from '@/utils/errors';
import type { AssembledPage } from '@/utils/snapshot/assemble';
import type { FrameSnapshot } from '@/utils/snapshot/frame-snapshot';
import type { CaptureFile } from './files';
import type { CapturePorts, PageProbe } from './ports';
import type { CaptureOrder } from './run-capture';
import type { StepRunner } from './step-runner';

/** What a capture has got so far. Steps add to it; what a failed step left out stays as it is here. */
export interface PageState {
  readonly ports: CapturePorts;
  readonly order: CaptureOrder;
  readonly steps: StepRunner;
  /** The document that all steps must have seen. */
  readonly probe: PageProbe;
  readonly files: CaptureFile[];
  frames: readonly FrameSnapshot[];
  mhtml: Blob | null;
  page: AssembledPage | null;
  pictures: PictureMethod;
  indicators: readonly Indicator[];
  observer: Omit<ObserverEffect, 'requests'>;
}

/** The snapshot of the tab's own document; undefined if it gave none. */
export function mainFrame({ frames }: Pick<PageState, 'frames'>): FrameSnapshot | undefined {
  return frames.find(({ path }) => path.length === 0);
}

/** Throws if the tab shows another document than at the start: files of two pages must never be mixed. */
export async function requireSamePage({ ports, order, probe }: PageState): Promise<void> {
  const now = await ports.probe(order.target);
  if (now.document !== probe.document) throw new ExpectedError('page-navigated');
}
