import { PicturesSection } from '@/components/settings/PicturesSection';
import { settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** How pictures are taken, out of the settings. */
export function PicturesSetting() {
  const [strategy, setStrategy] = useSetting(settings.pictureStrategy);
  return strategy ? <PicturesSection strategy={strategy} onStrategy={setStrategy} /> : null;
}
