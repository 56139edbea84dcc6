import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphMemory, GraphPanel } from '@/components/graph/GraphPanel';
import type { Capture } from '@/utils/domain/capture';
import { indicatorKey } from '@/utils/domain/indicator-summary';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { indicatorRows } from './indicator-rows';
import { offerDownload } from './offer-download';

/** The links within one case. */
export function CaseLinks({
  caseId,
  captures,
}: {
  readonly caseId: string;
  readonly captures: readonly Capture[];
}) {
  const found = useStored(() => indicatorRows(caseId), [caseId]);
  const marks = useStored(() => store.indicators.marksOf(caseId), [caseId]);
  return (
    <Links
      captures={captures}
      found={found}
      marks={marks}
      fileName={`osmotr-${caseId.slice(0, 8)}`}
      of={caseId}
    />
  );
}

/** The links over all cases and the inbox. */
export function AllLinks() {
  const { t } = useTranslation();
  const captures = useStored(() => store.db.captures.toArray(), []);
  const found = useStored(() => indicatorRows(null), []);
  const marks = useStored(() => store.db.marks.toArray(), []);
  return (
    <>
      <h1>{t('graph.all')}</h1>
      <p className="osmotr-muted">{t('graph.allNote')}</p>
      <br />
      <Links captures={captures} found={found} marks={marks} fileName="osmotr" of="" />
    </>
  );
}

interface LinksProps {
  readonly captures: readonly Capture[] | undefined;
  readonly found: Awaited<ReturnType<typeof indicatorRows>> | undefined;
  readonly marks: Awaited<ReturnType<typeof store.indicators.marksOf>> | undefined;
  readonly fileName: string;
  /** The case; blank for all. */
  readonly of: string;
}

/** How each graph was left: who comes back from a capture finds it so. */
const memories = new Map<string, GraphMemory>();

function memoryOf(key: string): GraphMemory {
  const memory = memories.get(key) ?? { look: null, places: null };
  memories.set(key, memory);
  return memory;
}

function Links({ captures, found, marks, fileName, of }: LinksProps) {
  const sightings = useMemo(() => {
    const irrelevant = new Set(marks?.map((mark) => `${mark.caseId}\n${indicatorKey(mark)}`));
    return found?.filter((it) => it.valid && !irrelevant.has(`${it.caseId}\n${indicatorKey(it)}`));
  }, [found, marks]);
  if (!captures || !sightings || !marks) return null;
  return (
    <GraphPanel
      captures={captures}
      sightings={sightings}
      fileName={fileName}
      onSave={offerDownload}
      memory={memoryOf(of)}
    />
  );
}
