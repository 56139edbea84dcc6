import type { InitOptions } from 'i18next';
import type { Language } from './language';

/** i18next as used here: no fallback language (a missing key must show), no HTML escaping (React does it). */
export function i18nOptions(language: Language, texts: object): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  };
}
