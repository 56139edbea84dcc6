import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import type { BundleInput } from './model';

/** The mark that a person put on an indicator in this case; undefined without one. */
export type MarkOf = (indicator: Pick<Indicator, 'type' | 'value'>) => IndicatorMark | undefined;

/** Looks marks up by type and value. */
export function marksOf({ marks }: Pick<BundleInput, 'marks'>): MarkOf {
  const byKey = new Map(marks.map((mark) => [indicatorKey(mark), mark]));
  return (indicator) => byKey.get(indicatorKey(indicator));
}
