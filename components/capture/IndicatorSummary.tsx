import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/CopyButton';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './capture.module.css';
import type { IndicatorGroup } from './indicator-groups';

interface Props {
  readonly groups: readonly IndicatorGroup[];
  /** How many values of one type are written out. */
  readonly shown: number;
}

/** What was found in a capture, by type: the count, and the values, new ones first. */
export function IndicatorSummary({ groups, shown }: Props) {
  const { t } = useTranslation();
  if (groups.length === 0) return <div className="osmotr-muted">{t('capture.noIndicators')}</div>;
  return (
    <dl className={classes.groups}>
      {groups.map((group) => (
        <IndicatorGroupRow key={group.type} group={group} shown={shown} />
      ))}
    </dl>
  );
}

function IndicatorGroupRow({ group, shown }: { readonly group: IndicatorGroup; readonly shown: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const names = useNames();
  const { values, suspects, newCount } = group;
  const hidden = values.length - shown;
  return (
    <div>
      <dt>
        {names.indicatorType(group.type)} <strong>{number(values.length)}</strong>
        {newCount > 0 && newCount < values.length && (
          <span className="osmotr-muted"> ({t('capture.newInCase', { count: newCount })})</span>
        )}
      </dt>
      {values.slice(0, shown).map(({ value, isNew }) => (
        <dd key={value} data-new={isNew}>
          <span className="osmotr-mono">
            <HostileText text={defangUrl(value)} limit={90} brief />
          </span>
          <CopyButton value={value} label={t('common.copyValue')} />
        </dd>
      ))}
      {hidden > 0 && <dd className="osmotr-muted">{t('capture.more', { count: hidden })}</dd>}
      {suspects > 0 && <dd className="osmotr-muted">{t('capture.suspects', { count: suspects })}</dd>}
    </div>
  );
}
