import { LanguageSection } from '@/components/settings/LanguageSection';
import { settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** The language, out of the settings. */
export function LanguageSetting() {
  const [language, setLanguage] = useSetting(settings.language);
  return language ? <LanguageSection language={language} onLanguage={setLanguage} /> : null;
}
