import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOf } from '@/utils/i18n/format';
import { isLanguage } from '@/utils/i18n/language';
import { isolateText } from './hostile-text';

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
      recordedHour: (value: string) => orIsolated(value, format.recordedHour(value)),
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
