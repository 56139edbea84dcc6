import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { LanguageSelect } from '@/components/ui/LanguageSelect';
import { useRaise } from '@/components/ui/use-raise';
import { WelcomeView } from '@/components/welcome/WelcomeView';
import { settings } from '@/utils/platform/settings';
import { useSetting } from '../pages/use-setting';

/** The first-run page. */
export function WelcomeScreen() {
  const [language, setLanguage] = useSetting(settings.language);
  const shortcut = useShortcut();
  if (!language || shortcut === null) return null;
  const { permissions = [], host_permissions: hosts = [] } = browser.runtime.getManifest();
  return (
    <WelcomeView
      isFirefox={import.meta.env.FIREFOX}
      permissions={[...permissions, ...hosts]}
      shortcut={shortcut}
      language={<LanguageSelect value={language} onChange={setLanguage} />}
    />
  );
}

/** The keys that capture a page, as the browser has them; null until it says. */
function useShortcut(): string | null {
  const [shortcut, setShortcut] = useState<string | null>(null);
  const raise = useRaise();
  useEffect(() => {
    browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'capture-page')?.shortcut ?? '');
    }, raise);
  }, [raise]);
  return shortcut;
}
