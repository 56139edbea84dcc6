import { SealingKeySection } from '@/components/settings/SealingKeySection';
import { store } from '../../pages/services';
import { useStored } from '../../pages/use-stored';

/** The sealing key out of the store. */
export function SealingKeySetting() {
  const sealingKey = useStored(async () => (await store.db.sealingKeys.get('current')) ?? null, []);
  return sealingKey === undefined ? null : <SealingKeySection sealingKey={sealingKey} />;
}
