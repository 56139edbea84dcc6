import { storage } from '#imports';
import type { PictureStrategy } from '@/utils/domain/capture';
import { INBOX_CASE_ID, type Jurisdiction, type Official } from '@/utils/domain/case';
import type { Language } from '@/utils/i18n/language';

/** The ways to take pictures of a page that this browser has. */
export const PICTURE_STRATEGIES: readonly PictureStrategy[] = import.meta.env.FIREFOX
  ? ['automatic', 'capture-tab', 'scrolled', 'rendered']
  : ['automatic', 'cdp-clips', 'scrolled', 'rendered'];

/** Bounds of the time that a step of a capture may take. */
export const STEP_LIMIT_SECONDS = { min: 5, max: 600 } as const;

/** Where timestamps are asked for, and whether each export asks. */
export interface TimestampAuthority {
  readonly url: string;
  readonly atExport: boolean;
}

/** Who works here: new cases and deletions are filled in with it. The first case's form sets it, then the settings. */
export interface Operative extends Official {
  readonly jurisdiction: Jurisdiction;
}

/**
 * The operative's settings: versioned items of the extension's local storage (no evidence lies here).
 * Each has `getValue`, `setValue` and `watch`; a value never set reads as its fallback.
 */
export const settings = {
  language: storage.defineItem<Language>('local:language', { fallback: 'ru', version: 1 }),

  /** Id of the case that captures go to; `INBOX_CASE_ID` if none is chosen. */
  currentCaseId: storage.defineItem<string>('local:currentCaseId', { fallback: INBOX_CASE_ID, version: 1 }),

  pictureStrategy: storage.defineItem<PictureStrategy>('local:pictureStrategy', {
    fallback: 'automatic',
    version: 1,
  }),

  /** Ask the site again for files of a page that are missing. The site can notice it. */
  allowRequests: storage.defineItem<boolean>('local:allowRequests', { fallback: false, version: 1 }),

  /** Longest time of one step of a capture, in seconds. */
  stepLimitSeconds: storage.defineItem<number>('local:stepLimitSeconds', { fallback: 30, version: 1 }),

  /** Where timestamps are asked for ('': nowhere), and whether each export asks. */
  timestampAuthority: storage.defineItem<TimestampAuthority>('local:timestampAuthority', {
    fallback: { url: '', atExport: true },
    version: 1,
  }),

  /** Root certificates in DER, as Base64, to which timestamps and signatures must lead. */
  trustedRoots: storage.defineItem<readonly string[]>('local:trustedRoots', { fallback: [], version: 1 }),

  operative: storage.defineItem<Operative>('local:operative', {
    fallback: { unit: '', position: '', rank: '', name: '', jurisdiction: 'kz' },
    version: 1,
  }),
};

/** Forgets all settings but the language. */
export async function resetSettings(): Promise<void> {
  const { language: _language, ...others } = settings;
  await Promise.all(Object.values(others).map((item) => item.removeValue()));
}
