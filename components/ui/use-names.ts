import type { i18n, ParseKeys, TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EXPECTED_ERRORS } from '@/utils/errors';
import { formatOf } from '@/utils/i18n/format';
import { isLanguage } from '@/utils/i18n/language';
import { isolateText } from './hostile-text';
import { recordedWords } from './recorded-words';

/** Words for codes of open sets: an indicator type or a step that has no text is shown as it is, isolated. */
export function useNames() {
  const { i18n, t } = useTranslation();
  return useMemo(() => createNames(i18n, t), [i18n, t]);
}

type CodedSet = 'step' | 'outcome' | 'trigger' | 'resource' | 'removedPart' | 'connection' | 'journalState';

function createNames(i18n: i18n, t: TFunction) {
  const isText = (key: string): key is ParseKeys => i18n.exists(key);
  // Which facts a text wants can't be told by types where the code comes out of a file.
  const say = i18n.t.bind(i18n) as unknown as (
    key: string,
    facts: Readonly<Record<string, string>>,
  ) => string;
  const word = (key: string) => (isText(key) ? String(t(key)) : null);
  const lookUp = (key: string, code: string) => word(key) ?? isolateText(code);
  const codeWords = (reason: string): string | null => {
    const known = word(`reason.${reason}`);
    if (known) return known;
    const code = EXPECTED_ERRORS.find((it) => it === reason);
    return code ? t(`error.${code}`) : null;
  };
  return {
    /** The text under a key that holds a code; null if there is none. */
    word,
    fact: (name: string) => lookUp(`fact.${name}`, name),
    /** A fact's value where that is a word of ours, else as it is: hostile text. */
    factValue: (name: string, value: string) =>
      name === 'country'
        ? isLanguage(i18n.language)
          ? formatOf(i18n.language).region(value)
          : value
        : (word(`factValue.${name}-${value}`) ?? value),
    /** A code of a set that later versions may add to. */
    code: (of: CodedSet, name: string) => lookUp(`${of}.${name}`, name),
    indicatorType: (type: string) => lookUp(`indicator.${type}`, type),
    journalEvent: (kind: string) => lookUp(`journal.${kind}`, kind),
    /** A field of a form by its label. */
    field: (name: string) => lookUp(`casefile.${name}`, lookUp(`table.field.${name}`, name)),
    /** What a verification found; null for what is no such code. */
    finding: (code: string) => word(`verify.finding.${code}`),
    remark: (code: string, facts: Readonly<Record<string, string>>) => {
      const key: string = `remark.${code}`;
      return i18n.exists(key) ? say(key, facts) : isolateText(code);
    },
    /** Null for a reason in the browser's own words, which are hostile text. */
    stepReason: (reason: string): string | null => recordedWords(reason, t, codeWords),
  };
}
