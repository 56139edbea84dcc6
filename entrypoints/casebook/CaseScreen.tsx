import { useState } from 'react';
import { CaseView } from '@/components/casebook/CaseView';
import { type CaseTab, routeHref } from '@/components/casebook/route';
import { INBOX_CASE_ID, isReadOnly } from '@/utils/domain/case';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useExport } from '../pages/use-export';
import { useStored } from '../pages/use-stored';
import { EncryptedExport } from './EncryptedExport';
import { Gone } from './Gone';
import { StoredCaptures } from './StoredCaptures';
import { StoredIndicators } from './StoredIndicators';
import { StoredJournal } from './StoredJournal';
import { CaseLinks } from './StoredLinks';
import { StoredOverview } from './StoredOverview';
import { StoredTimeline } from './StoredTimeline';

interface CaseScreenProps {
  readonly caseId: string;
  /** Null: the first that it has. */
  readonly tab: CaseTab | null;
  readonly isEdited: boolean;
}

/** One case, or the inbox. */
export function CaseScreen({ caseId, tab: wanted, isEdited }: CaseScreenProps) {
  const isInbox = caseId === INBOX_CASE_ID;
  const tab = wanted ?? (isInbox ? 'captures' : 'overview');
  const shown = useStored(async () => (await store.cases.get(caseId)) ?? null, [caseId]);
  const captures = useStored(() => store.captures.listByCase(caseId), [caseId]);
  const bundle = useExport(caseId);
  const action = useAction();
  const [isEncrypting, setIsEncrypting] = useState(false);
  if (shown === undefined || !captures) return null;
  if (!shown && !isInbox) return <Gone />;
  return (
    <CaseView
      shown={shown}
      captures={captures}
      bundle={{ ...bundle, onCancel: bundle.cancel }}
      environment={bugEnvironment()}
      actionError={action.error}
      onArchive={(isArchived) =>
        action.run(async () => {
          await send('archiveCase', { caseId, isArchived });
        })
      }
      onExport={() => bundle.start()}
      onEncrypt={() => setIsEncrypting(true)}
      encryptForm={
        isEncrypting && (
          <EncryptedExport
            captures={captures.length}
            of={captures.length}
            onStart={(passphrase) => {
              setIsEncrypting(false);
              bundle.start({ passphrase });
            }}
            onCancel={() => setIsEncrypting(false)}
          />
        )
      }
      renderOverview={(matter) => <StoredOverview matter={matter} isEdited={isEdited} captures={captures} />}
      renderCaptures={() => (
        <StoredCaptures
          caseId={caseId}
          captures={captures}
          isReadOnly={isReadOnly(shown)}
          onExport={isInbox || shown?.imported ? null : (captureIds) => bundle.start({ captureIds })}
        />
      )}
      tab={tab}
      onTab={(next) => location.replace(routeHref({ view: 'case', id: caseId, tab: next }))}
      renderJournal={() => <StoredJournal caseId={caseId} captures={captures} />}
      renderLinks={() => <CaseLinks caseId={caseId} captures={captures} />}
      renderTimeline={() => <StoredTimeline caseId={caseId} captures={captures} />}
      renderIndicators={() => (
        <StoredIndicators caseId={caseId} captures={captures} isReadOnly={isReadOnly(shown)} />
      )}
    />
  );
}
