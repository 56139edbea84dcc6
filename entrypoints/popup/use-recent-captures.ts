import type { RecentCapture } from '@/components/popup/RecentCaptures';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

const SHOWN = 5;

/** The last captures of a case, with their thumbnails; undefined until they are read. */
export function useRecentCaptures(caseId: string): readonly RecentCapture[] | undefined {
  return useStored(async () => {
    const captures = await store.captures.listByCase(caseId, SHOWN);
    return Promise.all(
      captures.map(async (capture) => ({
        capture,
        thumbnail: (await store.captures.thumbnail(capture.id)) ?? null,
      })),
    );
  }, [caseId]);
}
