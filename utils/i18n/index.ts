import type { TFunction } from 'i18next';
import { en } from './en';
import { kk } from './kk';
import type { Language } from './language';
import { i18nOptions, newI18n } from './options';
import { ru } from './ru';
import { uz } from './uz';

const TEXTS = { ru, kk, uz, en };

/** The texts of one language outside React, all languages at hand: `createTranslator('kk')('menu.capture')`. */
export function createTranslator(language: Language): TFunction {
  const instance = newI18n();
  instance.init(i18nOptions(language, TEXTS[language]));
  return instance.t;
}
