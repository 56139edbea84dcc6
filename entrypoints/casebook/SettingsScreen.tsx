import { SettingsFrame } from '@/components/settings/SettingsFrame';
import { StoredWatches } from './StoredWatches';
import { LanguageSetting } from './settings/LanguageSetting';
import { PicturesSetting } from './settings/PicturesSetting';
import { SealingKeySetting } from './settings/SealingKeySetting';

/** The operative's settings: a file a section. */
export function SettingsScreen() {
  return (
    <SettingsFrame>
      <LanguageSetting />
      <PicturesSetting />
      <SealingKeySetting />
      <StoredWatches />
    </SettingsFrame>
  );
}
