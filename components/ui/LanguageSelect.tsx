import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@/utils/i18n/language';

interface Props {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
  readonly label?: string;
}

/** The language of the interface; each option in its own language. */
export function LanguageSelect({ value, onChange, label }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      data-testid="language-select"
      label={label}
      aria-label={label ? undefined : t('common.language')}
      value={value}
      onChange={({ currentTarget }) => isLanguage(currentTarget.value) && onChange(currentTarget.value)}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </NativeSelect>
  );
}
