import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat } from '@/utils/i18n/format';
import { isLanguage } from '@/utils/i18n/language';

/** Times, numbers and sizes in the language shown. */
export function useFormat() {
  const { i18n, t } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const format = createFormat(isLanguage(language) ? language : 'ru');
    return {
      number: format.number,
      timestamp: format.timestamp,
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
