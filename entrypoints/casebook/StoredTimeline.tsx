import { Timeline } from '@/components/timeline/Timeline';
import type { TimeSpan } from '@/components/timeline/time-axis';
import type { Capture } from '@/utils/domain/capture';
import { createJournalRepository } from '@/utils/store/journal-repository';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';

const journals = createJournalRepository(store.db);

/** The part of each case's time that was shown last: who comes back from a capture finds it so. */
const spans = new Map<string, TimeSpan | null>();

interface Props {
  readonly caseId: string;
  readonly captures: readonly Capture[];
}

/** A case's captures and journal on one axis of time. */
export function StoredTimeline({ caseId, captures }: Props) {
  const events = useStored(() => journals.list(caseId), [caseId]);
  return (
    events && (
      <Timeline
        captures={captures}
        events={events}
        kept={spans.get(caseId) ?? null}
        onKeep={(span) => spans.set(caseId, span)}
      />
    )
  );
}
