import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '@/utils/i18n/format';
import { isLanguage, type Language } from '@/utils/i18n/language';
import { isolateText } from './hostile-text';

const FORMATS = new Map<Language, ReturnType<typeof createFormat>>();

/** One for all: a list of thousands would make thousands, and each takes longer than its row. */
function formatOf(language: Language) {
  const known = FORMATS.get(language) ?? createFormat(language);
  FORMATS.set(language, known);
  return known;
}

/** Times, numbers and sizes in the language shown. */
export function useFormat() {
  const { i18n, t } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const format = formatOf(isLanguage(language) ? language : 'ru');
    return {
      number: format.number,
      timestamp: (value: string) => orIsolated(value, format.timestamp(value)),
      recordedDate: (value: string) => orIsolated(value, format.recordedDate(value)),
      recordedTime: format.recordedTime,
      day: format.day,
      clock: format.clock,
      bytes: (value: number) => {
        const { amount, unit } = format.bytes(value);
        return `${amount}\u00A0${t(`unit.${unit}`)}`;
      },
      duration: (ms: number) => {
        const { amount, unit } = format.duration(ms);
        return `${amount}\u00A0${t(`unit.${unit}`)}`;
      },
    };
  }, [language, t]);
}

/** What stands where a time should may be any text, in an imported bundle. */
function orIsolated(value: string, written: string): string {
  return value !== '' && written === value ? isolateText(value) : written;
}
