import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@/utils/i18n/language';
import { i18nOptions, newI18n } from '@/utils/i18n/options';
import type { Texts } from '@/utils/i18n/texts';
import { settings } from '@/utils/platform/settings';

// One chunk a language: the popup reads only the one that is shown.
const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  ru: async () => (await import('@/utils/i18n/ru')).ru,
  kk: async () => (await import('@/utils/i18n/kk')).kk,
  uz: async () => (await import('@/utils/i18n/uz')).uz,
  en: async () => (await import('@/utils/i18n/en')).en,
};

/** The page's i18next in the language of the settings; it follows them when another page changes the language. */
export async function startI18n(): Promise<i18n> {
  const language = await settings.language.getValue();
  const instance = newI18n().use(initReactI18next);
  await instance.init(i18nOptions(language, await LOADERS[language]()));
  markDocument(language);
  const follow = (next: Language) => {
    if (next === instance.language) return;
    change(instance, next).catch((thrown) => console.error('the texts were not loaded', thrown));
  };
  settings.language.watch(follow);
  // It may have changed while its texts were read.
  settings.language.getValue().then(follow, () => undefined);
  return instance;
}

/** All or nothing: a page whose texts can't be read stays in the language that it has. */
async function change(instance: i18n, next: Language): Promise<void> {
  instance.addResourceBundle(next, 'translation', await LOADERS[next]());
  await instance.changeLanguage(next);
  markDocument(next);
}

function markDocument(language: Language): void {
  document.documentElement.lang = language === 'uz' ? 'uz-Latn' : language;
}
