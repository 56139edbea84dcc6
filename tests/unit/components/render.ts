import { MantineProvider } from '@mantine/core';
import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { en } from '@/utils/i18n/en';
import { kk } from '@/utils/i18n/kk';
import type { Language } from '@/utils/i18n/language';
import { i18nOptions, newI18n } from '@/utils/i18n/options';
import { ru } from '@/utils/i18n/ru';
import { uz } from '@/utils/i18n/uz';

const TEXTS = { ru, kk, uz, en };

/** The first picture of a component as HTML, in the language named. */
export function render<P extends object>(
  component: ComponentType<P>,
  props: P,
  language: Language = 'en',
): string {
  const i18n = newI18n();
  i18n.init(i18nOptions(language, TEXTS[language]));
  const shown = createElement(component, props);
  return renderToStaticMarkup(
    createElement(MantineProvider, null, createElement(I18nextProvider, { i18n }, shown)),
  );
}

/** What stands in it for the eye: no tags, no attributes. */
export function wordsOf(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
