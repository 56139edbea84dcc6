import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { Notice } from '../ui/Notice';
import { useFormat } from '../ui/use-format';
import classes from './capture.module.css';
import type { WatchHit } from './watch-hits';

/** How many matching values of one pattern are written out. */
const SHOWN = 3;

/** What of the watch-list a capture contains; screen readers hear it at once. Nothing if there is none. */
export function WatchAlert({ hits }: { readonly hits: readonly WatchHit[] }) {
  const { t } = useTranslation();
  if (hits.length === 0) return null;
  return (
    <div data-testid="watch-alert">
      <Notice icon={<IconEye size={18} />} title={t('watch.hit')}>
        <ul className={classes.hits}>
          {hits.map((hit) => (
            <li key={hit.pattern} data-pattern={hit.pattern}>
              <Hit {...hit} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function Hit({ pattern, note, indicators }: WatchHit) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const more = indicators.length - SHOWN;
  return (
    <>
      <strong>
        <HostileText text={pattern} limit={120} brief />
      </strong>
      {note && (
        <div>
          <HostileText text={note} limit={160} />
        </div>
      )}
      <ul className="osmotr-muted">
        {indicators.length === 0 && <li>{t('watch.inText')}</li>}
        {indicators.slice(0, SHOWN).map((found) => (
          <li key={indicatorKey(found)}>
            <span className="osmotr-mono">
              <HostileText text={defangUrl(found.value)} limit={90} brief />
            </span>
          </li>
        ))}
        {more > 0 && <li>{t('watch.moreValues', { number: number(more) })}</li>}
      </ul>
    </>
  );
}
