import { CaptureThumbnail } from '@/components/ui/CaptureThumbnail';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

interface Props {
  readonly captureId: string;
  readonly host: string;
  readonly width: number | string;
  readonly height: number | string;
}

/** A capture's thumbnail out of the store. */
export function StoredThumbnail({ captureId, ...rest }: Props) {
  const blob = useStored(async () => (await store.captures.thumbnail(captureId)) ?? null, [captureId]);
  return <CaptureThumbnail blob={blob} {...rest} />;
}
