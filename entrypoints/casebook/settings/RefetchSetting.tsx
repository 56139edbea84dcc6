import { RefetchSection } from '@/components/settings/RefetchSection';
import { settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** Whether sites may be asked again, out of the settings. */
export function RefetchSetting() {
  const [isAllowed, allow] = useSetting(settings.allowRequests);
  return isAllowed === undefined ? null : <RefetchSection isAllowed={isAllowed} onAllow={allow} />;
}
