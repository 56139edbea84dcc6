import type { Indicator } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { FAMILY_NAMES, familyOf, type IndicatorFamily, typeOrder } from './indicator-families';

/** An indicator of a capture. `isNew`: no earlier capture of the case has it. */
export type FoundIndicator<Found extends Indicator = Indicator> = Found & { readonly isNew: boolean };

/** The indicators of one family in one capture: new ones first, suspects (broken checksum) last. */
export interface IndicatorGroup<Found extends Indicator = Indicator> {
  readonly family: IndicatorFamily;
  readonly items: readonly FoundIndicator<Found>[];
  /** Suspects are counted apart: they are shown, never counted as found. */
  readonly valid: number;
  readonly suspects: number;
  readonly newCount: number;
}

/** Groups by family, in the order of the families; `known` holds the keys that earlier captures of the case have. */
export function groupIndicators<Found extends Indicator>(
  indicators: readonly Found[],
  known: ReadonlySet<string>,
): IndicatorGroup<Found>[] {
  const items = indicators
    .map((found) => ({ ...found, isNew: !known.has(indicatorKey(found)) }))
    .sort(byInterest);
  return FAMILY_NAMES.map((family) => {
    const ofFamily = items.filter(({ type }) => familyOf(type) === family);
    const valid = ofFamily.filter((found) => found.valid);
    return {
      family,
      items: ofFamily,
      valid: valid.length,
      suspects: ofFamily.length - valid.length,
      newCount: valid.filter(({ isNew }) => isNew).length,
    };
  }).filter((group) => group.items.length > 0);
}

function byInterest(a: FoundIndicator, b: FoundIndicator): number {
  return (
    Number(b.valid) - Number(a.valid) ||
    Number(b.isNew) - Number(a.isNew) ||
    typeOrder(a.type) - typeOrder(b.type) ||
    a.value.localeCompare(b.value)
  );
}
