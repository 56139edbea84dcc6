import { type IndicatorFacts as Facts, factPairs } from '@/utils/domain/indicator-facts';
import { HostileText } from '../ui/HostileText';
import { useNames } from '../ui/use-names';
import classes from './capture.module.css';

interface Props {
  readonly facts: Facts | undefined;
  /** How many are shown; `…` stands for the others. Default: all. */
  readonly most?: number | undefined;
}

/** What is known beside the value: country, bank, operator's range, referral tag, amount. */
export function IndicatorFacts({ facts = {}, most = Number.POSITIVE_INFINITY }: Props) {
  const names = useNames();
  const pairs = factPairs(facts);
  if (pairs.length === 0) return null;
  return (
    <dl className={classes.facts} data-testid="indicator-facts">
      {pairs.slice(0, most).map(([name, value], i) => (
        <div key={`${name} ${value}`} data-fact={name}>
          <dt>{names.fact(name)}</dt>
          <dd>
            <HostileText text={names.factValue(name, value)} limit={120} />
            {i + 1 === most && pairs.length > most && ' …'}
          </dd>
        </div>
      ))}
    </dl>
  );
}
