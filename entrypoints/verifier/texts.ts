import { verify as en } from '@/utils/i18n/en/verify';
import { createFormat } from '@/utils/i18n/format';
import { verify as kk } from '@/utils/i18n/kk/verify';
import type { Language } from '@/utils/i18n/language';
import type { VerifyTranslate } from '@/utils/i18n/report-view';
import { verify as ru } from '@/utils/i18n/ru/verify';
import { verify as uz } from '@/utils/i18n/uz/verify';

const TEXTS = { ru, kk, uz, en };

/** The words of one language: i18next's work in the few lines that this page needs of it. */
export interface Words {
  readonly language: Language;
  readonly t: VerifyTranslate;
  readonly format: ReturnType<typeof createFormat>;
}

export function createWords(language: Language): Words {
  const t: VerifyTranslate = (key, values = {}) => {
    const text = key.split('.').reduce<unknown>(memberOf, TEXTS[language]);
    if (typeof text !== 'string') throw new Error(`no text ${key}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
  };
  return { language, t, format: createFormat(language) };
}

function memberOf(tree: unknown, key: string): unknown {
  return typeof tree === 'object' && tree !== null ? Reflect.get(tree, key) : undefined;
}
