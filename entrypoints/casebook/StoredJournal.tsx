import { useState } from 'react';
import { JournalTable } from '@/components/casebook/JournalTable';
import { canonicalJson } from '@/utils/domain/canonical-json';
import type { Capture } from '@/utils/domain/capture';
import { verifyChain } from '@/utils/domain/journal-chain';
import { systemClock } from '@/utils/platform/clock';
import { createJournalRepository } from '@/utils/store/journal-repository';
import { store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { offerDownload } from './offer-download';

const journals = createJournalRepository(store.db);

interface Props {
  readonly caseId: string;
  readonly captures: readonly Capture[];
}

/** A case's journal, read off the disk and verified whenever it is opened, changed, or asked for. */
export function StoredJournal({ caseId, captures }: Props) {
  const [round, setRound] = useState(0);
  const journal = useStored(() => readJournal(caseId), [caseId, round]);
  if (!journal) return null;
  const save = () => {
    // As in a bundle: one event a line in canonical JSON, so that its hashes can be computed by anybody.
    const lines = journal.events.map((event) => `${canonicalJson({ ...event })}\n`);
    offerDownload(new Blob(lines, { type: 'application/jsonl' }), `osmotr-journal-${caseId}.jsonl`);
  };
  return <JournalTable {...journal} captures={captures} onVerify={() => setRound(round + 1)} onSave={save} />;
}

async function readJournal(caseId: string) {
  const events = await journals.list(caseId);
  return { events, chain: verifyChain(events), verifiedAt: systemClock.timestamp() };
}
