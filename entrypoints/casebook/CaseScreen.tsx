import { CaseView } from '@/components/casebook/CaseView';
import { type CaseTab, routeHref } from '@/components/casebook/route';
import { type CaseDetails, INBOX_CASE_ID } from '@/utils/domain/case';
import { verifyChain } from '@/utils/domain/journal-chain';
import { createJournalRepository } from '@/utils/store/journal-repository';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useExport } from '../pages/use-export';
import { useStored } from '../pages/use-stored';
import { Gone } from './Gone';
import { StoredIndicators } from './StoredIndicators';
import { StoredThumbnail } from './StoredThumbnail';

const journals = createJournalRepository(store.db);

/** One case, or the inbox. */
export function CaseScreen({ caseId, tab }: { readonly caseId: string; readonly tab: CaseTab }) {
  const isInbox = caseId === INBOX_CASE_ID;
  const shown = useStored(async () => (await store.cases.get(caseId)) ?? null, [caseId]);
  const captures = useStored(() => store.captures.listByCase(caseId), [caseId]);
  const journal = useStored(() => readJournal(caseId), [caseId]);
  const bundle = useExport(caseId);
  const saving = useAction();
  if (shown === undefined || !captures) return null;
  if (!shown && !isInbox) return <Gone />;
  const save = (details: CaseDetails) =>
    saving.run(async () => {
      await send('updateCase', { caseId, details });
    });
  return (
    <CaseView
      shown={shown}
      captures={captures}
      journal={journal ?? null}
      bundle={{ ...bundle, onCancel: bundle.cancel }}
      environment={bugEnvironment()}
      saving={saving.isRunning}
      saveError={saving.error}
      onSave={save}
      onExport={bundle.start}
      onArchive={(isArchived) =>
        saving.run(async () => {
          await send('archiveCase', { caseId, isArchived });
        })
      }
      renderThumbnail={({ id, host }) => <StoredThumbnail captureId={id} host={host} />}
      tab={tab}
      onTab={(next) => location.replace(routeHref({ view: 'case', id: caseId, tab: next }))}
      renderIndicators={() => <StoredIndicators caseId={caseId} captures={captures} />}
    />
  );
}

async function readJournal(caseId: string) {
  const events = await journals.list(caseId);
  return { events, chain: verifyChain(events) };
}
