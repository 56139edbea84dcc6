import { useTranslation } from 'react-i18next';
import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import { isolateText } from '../ui/hostile-text';

interface Props {
  readonly indicator: Pick<Indicator, 'valid'>;
  readonly isNew?: boolean;
  readonly isManual?: boolean;
  readonly isWatched?: boolean;
  readonly mark?: IndicatorMark | null;
}

/** What must be known of an indicator at a glance, in words: watched, new, suspect, added by hand, irrelevant. */
export function IndicatorTags({ indicator, isNew, isManual, isWatched, mark }: Props) {
  const { t } = useTranslation();
  const tags = [
    { kind: 'watched', isShown: isWatched, text: t('watch.badge'), note: t('watch.hit') },
    { kind: 'new', isShown: isNew, text: t('found.new'), note: t('found.newNote') },
    { kind: 'suspect', isShown: !indicator.valid, text: t('view.suspect'), note: t('view.suspectNote') },
    { kind: 'plain', isShown: isManual, text: t('found.manual'), note: t('found.manual') },
    {
      kind: 'plain',
      isShown: Boolean(mark),
      text: t('found.irrelevant'),
      note: isolateText(mark?.reason ?? '', 300),
    },
  ].filter(({ isShown }) => isShown);
  return tags.map(({ kind, text, note }) => (
    <span key={text} className="osmotr-tag" data-kind={kind} title={note}>
      {text}
    </span>
  ));
}
