import type { CaptureTrigger } from '@/utils/domain/capture';
import type { CaptureTarget } from './ports';

/** What one capture is about. `id` is the id of its activity too. */
export interface CaptureOrder {
  readonly id: string;
  readonly caseId: string;
  readonly target: CaptureTarget;
  readonly trigger: CaptureTrigger;
  /** `rendered`: the operative wants no debugger and takes drawings for the page below the fold. */
  readonly strategy: 'automatic' | 'rendered';
  /** Longest time of one step, in ms. */
  readonly stepLimitMs: number;
}
