import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXPECTED_ERRORS } from '@/utils/errors';
import { createTranslator } from '@/utils/i18n';
import { en } from '@/utils/i18n/en';
import { kk } from '@/utils/i18n/kk';
import { LANGUAGES, type Language } from '@/utils/i18n/language';
import { ru } from '@/utils/i18n/ru';
import { uz } from '@/utils/i18n/uz';

const TEXTS: Readonly<Record<Language, object>> = { ru, kk, uz, en };
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** All texts by their full key. */
function flatten(texts: object, path = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...flatten(value, `${path}${key}.`)],
  );
  return new Map(entries);
}

function placeholders(text: string): string {
  return [...text.matchAll(/{{\s*(\w+)\s*}}/g)]
    .map(([, name]) => name)
    .sort()
    .join();
}

const reference = flatten(ru);
const baseKeys = (texts: Map<string, string>) =>
  [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();

describe('numbers in texts', () => {
  const written = (language: Language, count: number) =>
    createTranslator(language)('casebook.capturesOf', { count }).replace(/[\u00A0\u202F]/g, ' ');

  it('are in the form of the language, and the words agree with them', () => {
    expect(written('ru', 12_345)).toBe('12 345 фиксаций');
    expect(written('ru', 1_000_001)).toBe('1 000 001 фиксация');
    expect(written('kk', 12_345)).toMatch(/^12 345 /);
    expect(written('uz', 12_345)).toMatch(/^12 345 /);
    expect(written('en', 12_345)).toBe('12,345 captures');
    expect(written('en', 1)).toBe('1 capture');
  });

  it('keep their decimals', () => {
    const size = { width: 1920, height: 1080, ratio: 1.25 };
    expect(createTranslator('en')('view.viewportSize', size)).toMatch(/1,920 × 1,080.*1\.25/);
    expect(createTranslator('kk')('view.viewportSize', size)).toContain('1,25');
  });
});

describe.each(LANGUAGES)('texts in %s', (language) => {
  const texts = flatten(TEXTS[language]);

  it('have exactly the keys of the reference', () => {
    expect(baseKeys(texts)).toEqual(baseKeys(reference));
  });

  it('have each plural form that the language has, and no other', () => {
    const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    const plurals = [...reference.keys()]
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, ''));
    expect(plurals.length).toBeGreaterThan(0);
    for (const base of new Set(plurals)) {
      const forms = [...texts.keys()].filter((key) => PLURAL.test(key) && key.replace(PLURAL, '') === base);
      expect(forms.map((key) => key.slice(base.length + 1)).sort(), base).toEqual(categories);
    }
  });

  it('have the placeholders of the reference', () => {
    for (const [key, text] of texts) {
      const original = reference.get(key) ?? reference.get(key.replace(PLURAL, '_other'));
      expect(placeholders(text), key).toBe(placeholders(original ?? ''));
    }
  });

  it('are filled in and carry no stray space', () => {
    for (const [key, text] of texts) {
      expect(text, key).not.toBe('');
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toMatch(/ {2}/);
    }
  });

  it('name each expected error and the unexpected one', () => {
    for (const code of [...EXPECTED_ERRORS, 'unexpected'])
      expect(texts.has(`error.${code}`), code).toBe(true);
  });

  it('give the store and the toolbar the same keys, within the stores’ limits', () => {
    const names = (of: Language): Record<string, { message: string }> =>
      JSON.parse(readFileSync(`public/_locales/${of}/messages.json`, 'utf8'));
    const messages = names(language);
    expect(Object.keys(messages).sort()).toEqual(Object.keys(names('ru')).sort());
    expect(messages.extension_name?.message.length).toBeLessThanOrEqual(75);
    expect(messages.extension_description?.message.length).toBeLessThanOrEqual(132);
    const config = readFileSync('wxt.config.ts', 'utf8');
    for (const [, key] of config.matchAll(/__MSG_(\w+)__/g)) expect(messages).toHaveProperty(String(key));
  });
});

describe('letters', () => {
  it('Uzbek writes o‘ and g‘ with U+2018 and the tutuq belgisi with U+2019', () => {
    for (const [key, text] of flatten(uz)) {
      expect(text, key).not.toMatch(/['`ʻʼ´]/);
      expect(text, key).not.toMatch(/[og]’/i);
      expect(text, key).not.toMatch(/(?<![og])‘/i);
      expect(text, key).not.toMatch(/[Ѐ-ӿ]/);
    }
  });

  it('Kazakh is Cyrillic and uses its own letters', () => {
    const all = [...flatten(kk).values()].join(' ');
    for (const letter of 'әғқңөұүі') expect(all.toLowerCase()).toContain(letter);
  });

  it('no Cyrillic word holds a Latin look-alike, nor the other way round', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of flatten(TEXTS[language])) {
        expect(text.replace(/{{\w+}}/g, ' '), `${language} ${key}`).not.toMatch(
          /[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]/,
        );
      }
    }
  });
});

describe('createTranslator', () => {
  it('translates without React, each language by itself', () => {
    expect(LANGUAGES.map((language) => createTranslator(language)('menu.capture'))).toEqual([
      'Зафиксировать страницу',
      'Бетті тіркеп алу',
      'Sahifani qayd etish',
      'Capture this page',
    ]);
  });

  it.each([
    [1, '1 фиксация'],
    [3, '3 фиксации'],
    [11, '11 фиксаций'],
    [214, '214 фиксаций'],
    [221, '221 фиксация'],
  ])('chooses the Russian plural of %i', (count, text) => {
    expect(createTranslator('ru')('casebook.capturesOf', { count })).toBe(text);
  });

  it('leaves HTML, nesting and placeholders inside a value as they stand', () => {
    const host = '<b>$t(app.name) {{host}}</b>';
    expect(createTranslator('en')('common.thumbnailOf', { host })).toBe(`Picture of the page ${host}`);
  });
});
