import type { CaptureNote, PictureRegion } from '@/utils/domain/annotation';
import type { Capture, SoftwareFacts, StoredArtifact } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';
import type { BundleScope } from '@/utils/domain/verification';

/** The language of `data/index.html`; the way to verify stands there in all of them. */
export type BundleLanguage = 'ru' | 'kk' | 'uz' | 'en';

/** A capture with the files it holds, `capture.json` among them, and what was found in it. */
export interface BundleCapture {
  readonly capture: Capture;
  readonly artifacts: readonly StoredArtifact[];
  readonly indicators: readonly Indicator[];
  /** Oldest first, as are the regions. */
  readonly notes: readonly CaptureNote[];
  readonly regions: readonly PictureRegion[];
}

export interface BundleInput {
  readonly case: Case;
  /** All captures of the case, or those chosen. */
  readonly captures: readonly BundleCapture[];
  readonly scope: BundleScope;
  /** What a person decided about indicators of the case: they stay in the bundle, with the mark. */
  readonly marks: readonly IndicatorMark[];
  /** The case's whole journal, from its first event, in order. */
  readonly journal: readonly JournalEvent[];
  /** What makes the bundle. */
  readonly software: SoftwareFacts;
  /** The moment of sealing, as made by `formatTimestamp`. */
  readonly createdAt: string;
  readonly language: BundleLanguage;
  /** The text of `verify.html`: one file that verifies the bundle without a network. */
  readonly verifier: string;
}
