import type { Case } from '@/utils/domain/case';
import type { Language } from '@/utils/i18n/language';
import { settings } from '@/utils/platform/settings';
import { store } from '../pages/services';

/** Without which the popup shows nothing. */
export interface First {
  readonly language: Language;
  readonly currentCaseId: string;
  readonly cases: readonly Case[];
}

/** Read before anything is drawn. Null if it can't be: the page's own queries meet the same error, and show it. */
export async function readFirst(): Promise<First | null> {
  try {
    const [language, currentCaseId, cases] = await Promise.all([
      settings.language.getValue(),
      settings.currentCaseId.getValue(),
      store.cases.listOpen(),
    ]);
    return { language, currentCaseId, cases };
  } catch {
    return null;
  }
}
