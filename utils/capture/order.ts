import type { CaptureTrigger, PictureStrategy } from '@/utils/domain/capture';
import type { CaptureTarget } from './ports';

/** What one capture is about. `id` is the id of its activity too. */
export interface CaptureOrder {
  readonly id: string;
  readonly caseId: string;
  readonly target: CaptureTarget;
  readonly trigger: CaptureTrigger;
  readonly strategy: PictureStrategy;
  /** Scroll through the boxes of the page that scroll by themselves, too. */
  readonly panes: boolean;
  /** Ask the site again for what is missing. */
  readonly allowRequests: boolean;
  /** Longest time of one step, in ms. */
  readonly stepLimitMs: number;
}
