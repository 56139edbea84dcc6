import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorMark, Sighting } from '@/utils/domain/indicator';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { Ground } from '../capture/Ground';
import { IndicatorFacts } from '../capture/IndicatorFacts';
import { IndicatorTags } from '../capture/IndicatorTags';
import type { FoundIndicator, IndicatorGroup } from '../capture/indicator-groups';
import { CopyButton } from '../ui/CopyButton';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { LongList } from '../ui/LongList';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './indicators.module.css';
import { ManualNote } from './ManualNote';
import { SightingList } from './SightingList';

interface Props {
  readonly groups: readonly IndicatorGroup[];
  readonly marks: readonly IndicatorMark[];
  /** Keys of those on the watch-list. */
  readonly watched: ReadonlySet<string>;
  readonly onOpen: (sighting: Sighting) => void;
  /** Shows a sighting on the picture; null: where it stood isn't known. */
  readonly onShowPlace: (sighting: Sighting) => (() => void) | null;
}

/** The indicators of a capture by family, each with its grounds; unfolded, where it stood. */
export function CaptureIndicators({ groups, ...rest }: Props) {
  const { t } = useTranslation();
  if (groups.length === 0) return <p className="osmotr-muted">{t('capture.noIndicators')}</p>;
  return groups.map((group) => <Family key={group.family} group={group} {...rest} />);
}

const ITEM_HEIGHT = 64;

interface FamilyProps extends Omit<Props, 'groups'> {
  readonly group: IndicatorGroup;
}

function Family({ group: { family, items, valid, suspects }, ...rest }: FamilyProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  // Kept here: an item that is scrolled far away isn't drawn.
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (
    <section className={classes.family} data-testid="indicator-family" data-family={family}>
      <h2>
        {t(`family.${family}`)} <span className="osmotr-muted">{number(valid)}</span>
        {suspects > 0 && (
          <span className={classes.suspects}>{t('capture.suspects', { count: suspects })}</span>
        )}
      </h2>
      <LongList items={items} keyOf={indicatorKey} estimate={ITEM_HEIGHT} className={classes.list}>
        {(item) => {
          const key = indicatorKey(item);
          return (
            <IndicatorItem
              found={item}
              isOpen={open.has(key)}
              onOpenChange={() => setOpen(open.symmetricDifference(new Set([key])))}
              {...rest}
            />
          );
        }}
      </LongList>
    </section>
  );
}

interface ItemProps extends Omit<Props, 'groups'> {
  readonly found: FoundIndicator;
  readonly isOpen: boolean;
  readonly onOpenChange: () => void;
}

function IndicatorItem(props: ItemProps) {
  const { found, isOpen, marks, watched, onOpen, onShowPlace } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const names = useNames();
  const { type, value, valid, confidence, reason, facts, sightings, manual, isNew } = found;
  const mark = marks.find((known) => known.type === type && known.value === value) ?? null;
  return (
    <div
      className={classes.item}
      data-testid="indicator-row"
      data-type={type}
      data-value={value}
      data-valid={valid}
      data-new={isNew}
      data-marked={mark !== null}
    >
      <div className={classes.itemHead}>
        <span className={classes.value}>
          <HostileText text={defangUrl(value)} limit={120} />
        </span>
        <CopyButton value={value} label={t('common.copyValue')} />
      </div>
      <div className={classes.itemFacts}>
        <strong>{names.indicatorType(type)}</strong>
        <span>{t(`confidence.${confidence}`)}</span>
        <span>
          <Ground reason={reason} limit={80} />
        </span>
        <IndicatorTags
          indicator={found}
          isNew={isNew}
          isManual={manual !== undefined}
          isWatched={watched.has(indicatorKey(found))}
          mark={mark}
        />
        <UnstyledButton
          className="osmotr-link-button"
          aria-expanded={isOpen}
          data-testid="unfold-sightings"
          onClick={props.onOpenChange}
        >
          {isOpen ? <IconChevronDown size={12} aria-hidden /> : <IconChevronRight size={12} aria-hidden />}
          {t('found.sightings', { number: number(sightings.length) })}
        </UnstyledButton>
      </div>
      <IndicatorFacts facts={facts} most={isOpen ? undefined : 3} />
      {isOpen && manual && <ManualNote {...manual} reason={reason} />}
      {isOpen && (
        <SightingList
          sightings={sightings}
          onShowPlace={onShowPlace}
          renderLink={(sighting, context) =>
            sighting.origin === 'text' && sighting.start !== undefined ? (
              <UnstyledButton
                className={classes.context}
                title={t('found.openText')}
                data-testid="open-sighting"
                onClick={() => onOpen(sighting)}
              >
                {context}
              </UnstyledButton>
            ) : (
              <span className={classes.context}>{context}</span>
            )
          }
        />
      )}
    </div>
  );
}
