import type { CaseDetails } from '@/utils/domain/case';
import type { IndicatorConfidence } from '@/utils/domain/indicator';
import type { JournalKind } from '@/utils/domain/journal';
import type { ParticipantRole } from '@/utils/domain/procedure';
import type { BundleLanguage } from '../model';
import { en } from './texts-en';
import { kk } from './texts-kk';
import { ru } from './texts-ru';
import { uz } from './texts-uz';

/** One step of the guide: what it shows, and what the command answers when all is well. */
export interface GuideStep {
  readonly text: string;
  readonly answer: string;
}

/** The words of the index page in one language. */
export interface IndexTexts {
  readonly language: string;
  readonly bundle: string;
  readonly facts: Readonly<Record<Exclude<keyof CaseDetails, 'title'>, string>>;
  readonly jurisdictions: Readonly<Record<CaseDetails['jurisdiction'], string>>;
  readonly procedure: Readonly<
    Record<
      | 'title'
      | 'bookEntry'
      | 'offence'
      | 'inspectionBasis'
      | 'place'
      | 'startedAt'
      | 'dueAt'
      | 'registeredAt'
      | 'unchecked'
      | 'role'
      | 'person'
      | 'address'
      | 'document',
      string
    >
  > & { readonly roles: Readonly<Record<ParticipantRole, string>> };
  /** Said when captures of the case were left out; their numbers follow. */
  readonly partial: string;
  readonly partialNote: string;
  readonly caseId: string;
  readonly sealedAt: string;
  readonly software: string;
  readonly key: string;
  readonly keyNote: string;
  readonly captures: string;
  readonly indicators: string;
  readonly journal: string;
  readonly files: string;
  readonly verify: string;
  readonly none: string;
  readonly inert: string;
  readonly openPicture: string;
  readonly noPicture: string;
  readonly time: string;
  readonly address: string;
  readonly pageTitle: string;
  readonly captureHash: string;
  readonly incomplete: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly tags: string;
  readonly notes: string;
  readonly corrects: string;
  readonly regions: string;
  readonly filesOfCapture: string;
  readonly name: string;
  readonly bytes: string;
  readonly rendered: string;
  readonly value: string;
  readonly confidence: string;
  readonly confidences: Readonly<Record<IndicatorConfidence, string>>;
  readonly suspect: string;
  readonly addedByHand: string;
  readonly irrelevant: string;
  readonly sightings: string;
  readonly foundIn: string;
  readonly event: string;
  readonly details: string;
  readonly eventHash: string;
  readonly events: Readonly<Record<JournalKind, string>>;
  readonly filesNote: string;
  readonly guide: {
    /** Leads to `verify.html`. */
    readonly page: string;
    readonly intro: string;
    readonly structure: GuideStep;
    readonly payload: GuideStep;
    readonly tags: GuideStep;
    readonly statement: GuideStep;
    readonly signature: GuideStep;
    readonly key: GuideStep;
    readonly windows: string;
    readonly limitsTitle: string;
    readonly limits: readonly string[];
  };
}

/** The texts of the index page by language. */
export const INDEX_TEXTS: Readonly<Record<BundleLanguage, IndexTexts>> = { ru, kk, uz, en };
