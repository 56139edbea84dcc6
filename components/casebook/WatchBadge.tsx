import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Says in a list that a capture contains something of the watch-list; nothing if it doesn't. */
export function WatchBadge({ watched }: { readonly watched: readonly string[] }) {
  const { t } = useTranslation();
  if (watched.length === 0) return null;
  return (
    <span className="osmotr-tag" data-kind="watched" data-testid="watch-badge" title={watched.join('\n')}>
      <IconEye size={12} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('watch.badge')}
    </span>
  );
}
