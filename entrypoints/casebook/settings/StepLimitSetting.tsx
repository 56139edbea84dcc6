import { StepLimitSection } from '@/components/settings/StepLimitSection';
import { STEP_LIMIT_SECONDS, settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** How long a step may take, out of the settings. */
export function StepLimitSetting() {
  const [limit, setLimit] = useSetting(settings.stepLimitSeconds);
  return limit ? <StepLimitSection {...STEP_LIMIT_SECONDS} limit={limit} onLimit={setLimit} /> : null;
}
