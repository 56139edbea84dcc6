import { BackupSection } from '@/components/settings/BackupSection';
import { bugEnvironment } from '../../pages/services';
import { useBackup } from './use-backup';

/** Backup and restore of everything. */
export function BackupSetting() {
  const { work, backup, restore, cancel } = useBackup();
  return (
    <BackupSection
      work={work}
      environment={bugEnvironment()}
      onBackup={backup}
      onRestore={restore}
      onCancel={cancel}
    />
  );
}
