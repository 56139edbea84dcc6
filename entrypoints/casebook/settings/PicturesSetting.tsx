import { PicturesSection } from '@/components/settings/PicturesSection';
import { PICTURE_STRATEGIES, settings } from '@/utils/platform/settings';
import { useSetting } from '../../pages/use-setting';

/** How pictures are taken, out of the settings. */
export function PicturesSetting() {
  const [strategy, setStrategy] = useSetting(settings.pictureStrategy);
  return strategy ? (
    <PicturesSection strategies={PICTURE_STRATEGIES} strategy={strategy} onStrategy={setStrategy} />
  ) : null;
}
