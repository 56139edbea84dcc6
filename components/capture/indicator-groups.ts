import type { Indicator } from '@/utils/domain/indicator';

/** The indicators of one type in one capture. Suspects (broken checksum) are never among `values`. */
export interface IndicatorGroup {
  readonly type: string;
  readonly values: readonly { readonly value: string; readonly isNew: boolean }[];
  readonly newCount: number;
  readonly suspects: number;
}

/** The key under which an indicator is known in a case: type and value. */
export function indicatorKey({ type, value }: Pick<Indicator, 'type' | 'value'>): string {
  return `${type} ${value}`;
}

/** Groups by type, new values first; `known` holds the keys that other captures of the case have. */
export function groupIndicators(
  indicators: readonly Indicator[],
  known: ReadonlySet<string>,
): IndicatorGroup[] {
  const types = [...new Set(indicators.map(({ type }) => type))];
  return types.map((type) => {
    const ofType = indicators.filter((found) => found.type === type);
    const values = ofType
      .filter(({ valid }) => valid)
      .map((found) => ({ value: found.value, isNew: !known.has(indicatorKey(found)) }))
      .sort((a, b) => Number(b.isNew) - Number(a.isNew));
    return {
      type,
      values,
      newCount: values.filter(({ isNew }) => isNew).length,
      suspects: ofType.length - values.length,
    };
  });
}
