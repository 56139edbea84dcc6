import { IconPhotoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isolateText } from './hostile-text';
import { useBlobUrl } from './use-blob-url';

interface Props {
  /** Undefined while it is being read. */
  readonly blob: Blob | null | undefined;
  readonly host: string;
  /** CSS pixels, or a share of what it stands in. */
  readonly width: number | string;
  readonly height: number | string;
}

/** A small picture of a captured page, its top left shown; a sign if there is none. */
export function CaptureThumbnail({ blob, host, width, height }: Props) {
  const { t } = useTranslation();
  const url = useBlobUrl(blob);
  const frame = {
    width,
    height,
    flex: 'none',
    border: '1px solid var(--osmotr-line)',
    borderRadius: 'var(--mantine-radius-sm)',
    background: 'var(--osmotr-page)',
  } as const;
  if (url) {
    const fit = { objectFit: 'cover', objectPosition: 'left top' } as const;
    return (
      <img
        src={url}
        alt={t('common.thumbnailOf', { host: isolateText(host) })}
        style={{ ...frame, ...fit }}
      />
    );
  }
  return (
    <span style={{ ...frame, display: 'inline-grid', placeItems: 'center' }} className="osmotr-muted">
      {blob === null && <IconPhotoOff size={20} aria-label={t('common.noThumbnail')} />}
    </span>
  );
}
