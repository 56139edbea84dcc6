import { useTranslation } from 'react-i18next';
import { FAMILY_NAMES, familyOf } from '../capture/indicator-families';
import { useNames } from '../ui/use-names';

interface Props {
  readonly types: readonly string[];
  /** Offer each family as a whole too, under the value `family:NAME`. */
  readonly withFamilies?: boolean;
}

/** The options of a select of indicator types, by family. */
export function TypeOptions({ types, withFamilies = false }: Props) {
  const { t } = useTranslation();
  const names = useNames();
  return FAMILY_NAMES.map((family) => {
    const ofFamily = types.filter((type) => familyOf(type) === family);
    if (ofFamily.length === 0) return null;
    const title = t(`family.${family}`);
    return (
      <optgroup key={family} label={title}>
        {withFamilies && (
          <option value={`family:${family}`}>{t('table.wholeFamily', { family: title })}</option>
        )}
        {ofFamily.map((type) => (
          <option key={type} value={type}>
            {names.indicatorType(type)}
          </option>
        ))}
      </optgroup>
    );
  });
}
