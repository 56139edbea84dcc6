/** The languages of the interface. Russian is the reference: it has each key first. */
export const LANGUAGES = ['ru', 'kk', 'uz', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, as it stands in the language list. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  ru: 'Русский',
  kk: 'Қазақша',
  uz: 'O‘zbekcha',
  en: 'English',
};

/** BCP 47 tags for `Intl`, best first; the last are for browsers without Kazakh or Uzbek data (see `createFormat`). */
export const INTL_LOCALES: Readonly<Record<Language, readonly string[]>> = {
  ru: ['ru-KZ', 'ru'],
  kk: ['kk-KZ', 'ru-KZ', 'ru'],
  uz: ['uz-Latn-UZ', 'ru-UZ', 'ru'],
  en: ['en-GB', 'en'],
};

/** Says whether a stored or typed value names one of the languages. */
export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
