import type { i18n, ParseKeys, TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPECTED_ERRORS } from '@/utils/errors';

/** Words for codes of open sets: an indicator type or a reason that has no text is shown as it is. */
export function useNames() {
  const { i18n, t } = useTranslation();
  return useMemo(() => createNames(i18n, t), [i18n, t]);
}

function createNames(i18n: i18n, t: TFunction) {
  const isText = (key: string): key is ParseKeys => i18n.exists(key);
  const lookUp = (key: string, code: string) => (isText(key) ? String(t(key)) : code);
  return {
    indicatorType: (type: string) => lookUp(`indicator.${type}`, type),
    /** A field of a form by its label. */
    field: (name: string) => lookUp(`casefile.${name}`, lookUp(`table.field.${name}`, name)),
    /** Null for a reason in the browser's own words, which are hostile text. */
    stepReason: (reason: string): string | null => {
      const key: string = `reason.${reason}`;
      if (isText(key)) return String(t(key));
      const code = EXPECTED_ERRORS.find((known) => known === reason);
      return code ? t(`error.${code}`) : null;
    },
  };
}
