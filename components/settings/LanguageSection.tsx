import { useTranslation } from 'react-i18next';
import type { Language } from '@/utils/i18n/language';
import { LanguageSelect } from '../ui/LanguageSelect';
import classes from './settings.module.css';

interface Props {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** The language of the interface. */
export function LanguageSection({ language, onLanguage }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.shortField}>
      <LanguageSelect value={language} onChange={onLanguage} label={t('settings.language')} />
    </section>
  );
}
