import { SettingsPanel } from '@/components/casebook/SettingsPanel';
import { settings } from '@/utils/platform/settings';
import { store } from '../pages/services';
import { useSetting } from '../pages/use-setting';
import { useStored } from '../pages/use-stored';
import { StoredWatches } from './StoredWatches';

/** Language, pictures, sealing key, watch-list. */
export function SettingsScreen() {
  const [language, setLanguage] = useSetting(settings.language);
  const [strategy, setStrategy] = useSetting(settings.pictureStrategy);
  const sealingKey = useStored(async () => (await store.db.sealingKeys.get('current')) ?? null, []);
  if (!language || !strategy || sealingKey === undefined) return null;
  return (
    <>
      <SettingsPanel
        language={language}
        strategy={strategy}
        sealingKey={sealingKey}
        onLanguage={setLanguage}
        onStrategy={setStrategy}
      />
      <StoredWatches />
    </>
  );
}
