import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolateText } from '../ui/hostile-text';

interface Props {
  readonly watched: readonly string[];
  /** The sign alone, with its words for who points at it or hears it. */
  readonly brief?: boolean;
}

/** Says in a list that a capture contains something of the watch-list; nothing if it doesn't. */
export function WatchBadge({ watched, brief = false }: Props) {
  const { t } = useTranslation();
  if (watched.length === 0) return null;
  return (
    <span
      className="osmotr-tag"
      data-kind="watched"
      data-testid="watch-badge"
      title={watched.map((pattern) => isolateText(pattern)).join('\n')}
    >
      <IconEye size={12} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
      <span className={brief ? 'osmotr-live' : undefined}>{t('watch.badge')}</span>
      <span className="osmotr-live">: {watched.join(', ')}</span>
    </span>
  );
}
