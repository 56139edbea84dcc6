import { createInstance, type FormatterModule, type InitOptions, type i18n } from 'i18next';
import { formatOf } from './format';
import { isLanguage, type Language } from './language';

/** Every number that a text is given, a plural's count too, in the language's own form. */
const formatter: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' && isLanguage(language) ? formatOf(language).figure(value) : (value as string),
};

/** An i18next to be started with `i18nOptions`; numbers in its texts are written as the language writes them. */
export function newI18n(): i18n {
  return createInstance().use(formatter);
}

/** i18next as used here: no fallback language (a missing key must show), no HTML escaping (React does it). */
export function i18nOptions(language: Language, texts: object): InitOptions {
  return {
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: texts } },
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    initAsync: false,
  };
}
