import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { CopyButton } from '../ui/CopyButton';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { keyed } from '../ui/keyed';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './capture.module.css';
import { IndicatorTags } from './IndicatorTags';
import type { FoundIndicator, IndicatorGroup } from './indicator-groups';

/** How many of a family are written out at first: a page links to many addresses that nobody asks for. */
const SHOWN = 8;
const SHOWN_ADDRESSES = 5;

interface Props {
  readonly groups: readonly IndicatorGroup[];
  /** Keys of those on the watch-list. */
  readonly watched: ReadonlySet<string>;
}

/** What was found in a capture, by family; new ones first, suspects last and called so. */
export function FoundIndicators({ groups, watched }: Props) {
  const { t } = useTranslation();
  if (groups.length === 0) return <div className="osmotr-muted">{t('capture.noIndicators')}</div>;
  return groups.map((group) => <Family key={group.family} group={group} watched={watched} />);
}

interface FamilyProps extends Pick<Props, 'watched'> {
  readonly group: IndicatorGroup;
}

function Family({ group: { family, items, valid, suspects, newCount }, watched }: FamilyProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const limit = family === 'addresses' ? SHOWN_ADDRESSES : SHOWN;
  const isWatched = (found: FoundIndicator) => watched.has(indicatorKey(found));
  const ordered = items.toSorted((a, b) => Number(isWatched(b)) - Number(isWatched(a)));
  return (
    <section
      className={classes.family}
      data-testid="indicator-family"
      data-family={family}
      data-count={valid}
    >
      <h3>
        {t(`family.${family}`)} <strong>{number(valid)}</strong>
        {newCount > 0 && <span className="osmotr-muted">{t('capture.newInCase', { count: newCount })}</span>}
      </h3>
      {suspects > 0 && <div className={classes.suspects}>{t('capture.suspects', { count: suspects })}</div>}
      <ul className={classes.found}>
        {keyed(isWhole ? ordered : ordered.slice(0, limit), indicatorKey).map(({ key, item }) => (
          <Found key={key} found={item} isWatched={isWatched(item)} />
        ))}
      </ul>
      {items.length > limit && (
        <UnstyledButton
          className="osmotr-link-button"
          data-testid="show-family"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('common.showLess') : t('found.showAll', { number: number(items.length) })}
        </UnstyledButton>
      )}
    </section>
  );
}

function Found({ found, isWatched }: { readonly found: FoundIndicator; readonly isWatched: boolean }) {
  const { t } = useTranslation();
  const names = useNames();
  const { type, value, valid, isNew, manual } = found;
  return (
    <li
      className={classes.foundItem}
      data-testid="found-indicator"
      data-type={type}
      data-value={value}
      data-new={isNew}
      data-valid={valid}
    >
      <div className={classes.foundValue}>
        <span className="osmotr-mono">
          <HostileText text={defangUrl(value)} limit={90} brief />
        </span>
        <CopyButton value={value} label={t('common.copyValue')} />
      </div>
      <div className={classes.foundFacts}>
        <span>{names.indicatorType(type)}</span>
        <IndicatorTags
          indicator={found}
          isNew={isNew}
          isManual={manual !== undefined}
          isWatched={isWatched}
        />
      </div>
    </li>
  );
}
