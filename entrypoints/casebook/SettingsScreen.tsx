import { SettingsFrame } from '@/components/settings/SettingsFrame';
import { StoredWatches } from './StoredWatches';
import { BackupSetting } from './settings/BackupSetting';
import { DiagnosticsSetting } from './settings/DiagnosticsSetting';
import { LanguageSetting } from './settings/LanguageSetting';
import { OperativeSetting } from './settings/OperativeSetting';
import { PicturesSetting } from './settings/PicturesSetting';
import { RefetchSetting } from './settings/RefetchSetting';
import { RootsSetting } from './settings/RootsSetting';
import { SealingKeySetting } from './settings/SealingKeySetting';
import { StepLimitSetting } from './settings/StepLimitSetting';
import { StorageSetting } from './settings/StorageSetting';
import { TimestampSetting } from './settings/TimestampSetting';
import { WipeSetting } from './settings/WipeSetting';

/** The operative's settings: a file a section. */
export function SettingsScreen() {
  return (
    <SettingsFrame>
      <LanguageSetting />
      <OperativeSetting />
      <PicturesSetting />
      <RefetchSetting />
      <StepLimitSetting />
      <SealingKeySetting />
      <TimestampSetting />
      <RootsSetting />
      <StoredWatches />
      <StorageSetting />
      <BackupSetting />
      <WipeSetting />
      <DiagnosticsSetting />
    </SettingsFrame>
  );
}
