import { IconArrowRight, IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { Indicator } from '@/utils/domain/indicator';
import { groupIndicators } from '../capture/indicator-groups';
import { routeHref } from '../casebook/route';
import { StateBadge } from '../casebook/StateBadge';
import { WatchBadge } from '../casebook/WatchBadge';
import { DefangedUrl } from '../ui/DefangedUrl';
import { defangUrl } from '../ui/defang-url';
import { HostileText } from '../ui/HostileText';
import { isolateText } from '../ui/hostile-text';
import { useBlobUrl } from '../ui/use-blob-url';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './captures.module.css';
import { TagEditor, type TagEditorProps } from './TagEditor';
import { TagNames } from './TagNames';

interface Props {
  readonly capture: Capture;
  /** Of the window; undefined while it is read, null: there is none. */
  readonly picture: Blob | null | undefined;
  readonly indicators: readonly Indicator[];
  /** Null: its tags can't be changed. */
  readonly tags: Omit<TagEditorProps, 'tags'> | null;
}

/** Indicators that a preview names. */
const SHOWN = 8;
const NONE: ReadonlySet<string> = new Set();

/** A capture beside the list: its picture, what it is, the first of what was found, its tags. */
export function CapturePreview({ capture, picture, indicators, tags }: Props) {
  const { t } = useTranslation();
  const { number, timestamp, bytes } = useFormat();
  const names = useNames();
  const found = groupIndicators(indicators, NONE)
    .flatMap(({ items }) => items)
    .filter(({ valid }) => valid);
  return (
    <article className={classes.preview} data-testid="capture-preview" data-capture={capture.id}>
      <PreviewPicture blob={picture} host={capture.host} />
      <h2>
        <HostileText text={capture.host} limit={80} />
      </h2>
      <div className={classes.previewTitle}>
        <HostileText text={capture.title} limit={140} />
      </div>
      <div className={classes.previewUrl}>
        <DefangedUrl url={capture.url} limit={90} />
      </div>
      <div className={classes.previewFacts}>
        <span>{t('capture.number', { number: number(capture.number) })}</span>
        <span>{timestamp(capture.startedAt)}</span>
        <span>{bytes(capture.bytes)}</span>
        <StateBadge complete={capture.complete} />
        <WatchBadge watched={capture.watched} />
      </div>
      <a
        className={classes.openLink}
        href={routeHref({ view: 'capture', id: capture.id })}
        data-testid="open-capture"
      >
        {t('captures.open')} <IconArrowRight size={14} aria-hidden />
      </a>
      {tags ? <TagEditor {...tags} tags={capture.tags} /> : <TagNames tags={capture.tags} />}
      {found.length > 0 && (
        <section aria-label={t('captures.firstFound')}>
          <ul className={classes.found}>
            {found.slice(0, SHOWN).map((indicator) => (
              <li key={`${indicator.type} ${indicator.value}`}>
                <span className="osmotr-muted">{names.indicatorType(indicator.type)}</span>{' '}
                <span className="osmotr-mono">
                  <HostileText text={defangUrl(indicator.value)} limit={70} />
                </span>
              </li>
            ))}
          </ul>
          {found.length > SHOWN && (
            <span className="osmotr-muted">
              {t('watch.moreValues', { number: number(found.length - SHOWN) })}
            </span>
          )}
        </section>
      )}
    </article>
  );
}

function PreviewPicture({ blob, host }: { readonly blob: Props['picture']; readonly host: string }) {
  const { t } = useTranslation();
  const url = useBlobUrl(blob);
  if (url)
    return (
      <img
        className={classes.previewPicture}
        src={url}
        alt={t('common.thumbnailOf', { host: isolateText(host) })}
      />
    );
  return (
    <div className={classes.previewPicture}>
      {blob === null && <IconPhotoOff size={28} aria-label={t('captures.noPicture')} />}
    </div>
  );
}
