import { CaptureThumbnail } from '@/components/ui/CaptureThumbnail';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

/** A capture's thumbnail out of the store. */
export function StoredThumbnail({ captureId, host }: { readonly captureId: string; readonly host: string }) {
  const blob = useStored(async () => (await store.captures.thumbnail(captureId)) ?? null, [captureId]);
  return <CaptureThumbnail blob={blob} host={host} width={96} height={64} />;
}
