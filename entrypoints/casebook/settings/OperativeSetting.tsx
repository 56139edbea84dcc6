import { OperativeSection } from '@/components/settings/OperativeSection';
import { settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** Who works here, out of the settings. */
export function OperativeSetting() {
  const [operative, setOperative] = useSetting(settings.operative);
  return operative ? <OperativeSection operative={operative} onSave={setOperative} /> : null;
}
