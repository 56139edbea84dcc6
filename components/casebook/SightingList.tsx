import { UnstyledButton } from '@mantine/core';
import { IconPhotoSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sighting } from '@/utils/domain/indicator';
import { HostileMarked } from '../ui/HostileMarked';
import { HostileText } from '../ui/HostileText';
import { cutText } from '../ui/hostile-text';
import { LongList } from '../ui/LongList';
import { findHit, segmentText } from './highlight';
import classes from './indicators.module.css';

/** Longest context that is drawn; an armoured key is longer than that. */
const CONTEXT_LIMIT = 600;
const ITEM_HEIGHT = 60;

const keyOf = ({ origin, place, start, context }: Sighting) => [origin, place, start, context].join(' ');

interface Props {
  readonly sightings: readonly Sighting[];
  /** What stands before the origin of each: the capture, in a case's table. */
  readonly lead?: ReactNode;
  /** Gives the link or button around a context that leads to the place in the text; null: it leads nowhere. */
  readonly renderLink: (sighting: Sighting, context: ReactNode) => ReactNode;
  /** Shows the place on the picture; null: where that is isn't known. */
  readonly onShowPlace?: (sighting: Sighting) => (() => void) | null;
}

/** Where an indicator was found: kind of place, and the words around it with the hit highlighted. */
export function SightingList({ sightings, lead, renderLink, onShowPlace }: Props) {
  return (
    // A page may repeat one value thousands of times.
    <LongList items={sightings} keyOf={keyOf} estimate={ITEM_HEIGHT} className={classes.sightings}>
      {(item) => (
        <div
          className={classes.sighting}
          data-testid="sighting"
          data-origin={item.origin}
          data-start={item.start}
        >
          <span className={classes.sightingHead}>
            {lead}
            <SightingPlace sighting={item} />
            <PlaceButton onShow={onShowPlace?.(item) ?? null} />
          </span>
          {renderLink(item, <Context sighting={item} />)}
        </div>
      )}
    </LongList>
  );
}

function SightingPlace({ sighting: { origin, place } }: { readonly sighting: Sighting }) {
  const { t } = useTranslation();
  return (
    <span className="osmotr-muted">
      {t(`origin.${origin}`)}
      {place && (
        <>
          {' · '}
          <HostileText text={place} limit={100} brief />
        </>
      )}
    </span>
  );
}

function PlaceButton({ onShow }: { readonly onShow: (() => void) | null }) {
  const { t } = useTranslation();
  if (!onShow) return null;
  return (
    <UnstyledButton className="osmotr-link-button" data-testid="show-place" onClick={onShow}>
      <IconPhotoSearch size={13} aria-hidden /> {t('found.showPlace')}
    </UnstyledButton>
  );
}

function Context({ sighting: { raw, context } }: { readonly sighting: Sighting }) {
  const pieces = useMemo(() => {
    const shown = cutText(context, CONTEXT_LIMIT);
    const hit = findHit(context, raw);
    return segmentText({ start: 0, end: shown.length }, hit ? [hit] : []).map(({ start, end, ranges }) => ({
      start,
      text: shown.slice(start, end).replaceAll('\n', ' ↵ '),
      isMarked: ranges > 0,
    }));
  }, [context, raw]);
  return <HostileMarked pieces={pieces} />;
}
