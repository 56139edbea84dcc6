import { browser } from '#imports';
import { type Route, routeHref } from '@/components/casebook/route';
import { NewCase } from '@/components/casefile/NewCase';
import { CapturePanel } from '@/components/popup/CapturePanel';
import { CasePanel } from '@/components/popup/CasePanel';
import { ExportPanel } from '@/components/popup/ExportPanel';
import { PagePanel } from '@/components/popup/PagePanel';
import { PopupFrame } from '@/components/popup/PopupFrame';
import { RecentCaptures } from '@/components/popup/RecentCaptures';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { settings } from '@/utils/platform/settings';
import { bugEnvironment, send } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useExport } from '../pages/use-export';
import { useSetting } from '../pages/use-setting';
import type { First } from './read-first';
import type { TargetTab } from './target-tab';
import { useCapture } from './use-capture';
import { useCase } from './use-case';
import { useRecentCaptures } from './use-recent-captures';
import { useTargetTab } from './use-target-tab';

type Casefile = ReturnType<typeof useCase>;

/** The operative's remote control: page, case, capture, export. */
export function PopupPage({ first }: { readonly first: First | null }) {
  const [language, setLanguage] = useSetting(settings.language, first?.language);
  const casefile = useCase(first);
  if (!casefile.isReady || !language) return null;
  return (
    <PopupFrame
      language={language}
      onLanguage={setLanguage}
      onOpenCasebook={() => openCasebook(routeOf(casefile.caseId))}
    >
      {casefile.isCreating && casefile.creation.blank ? (
        <NewCase
          initial={casefile.creation.blank}
          saving={casefile.creation.isRunning}
          error={casefile.creation.error}
          environment={bugEnvironment()}
          onSave={casefile.creation.create}
          onCancel={casefile.closeForm}
        />
      ) : (
        <Work casefile={casefile} />
      )}
    </PopupFrame>
  );
}

/** Capture and export follow what is under way by themselves: its news draws nothing else again. */
function Work({ casefile }: { readonly casefile: Casefile }) {
  const { caseId, cases } = casefile;
  const { tab, reason } = useTargetTab();
  const recent = useRecentCaptures(caseId);
  return (
    <>
      <PagePanel host={tab?.host ?? null} reason={reason} environment={bugEnvironment()} />
      <CasePanel
        cases={cases}
        caseId={caseId}
        onChoose={casefile.choose}
        onCreate={casefile.openForm}
        onWelcome={() => openCasebook({ view: 'welcome' })}
      />
      <CaptureWork tab={tab} canCapture={tab !== null && reason === null} caseId={caseId} cases={cases} />
      <RecentCaptures items={recent} />
      <ExportWork caseId={caseId} isEmpty={recent?.length === 0} />
    </>
  );
}

interface CaptureWorkProps extends Pick<Casefile, 'caseId' | 'cases'> {
  readonly tab: TargetTab | null;
  readonly canCapture: boolean;
}

function CaptureWork({ tab, canCapture, caseId, cases }: CaptureWorkProps) {
  const capture = useCapture(tab, caseId);
  const moving = useAction();
  const move = (captureId: string, target: string) =>
    moving.run(async () => {
      await send('moveCaptures', { captureIds: [captureId], caseId: target });
    });
  return (
    <CapturePanel
      {...capture}
      canCapture={canCapture}
      cases={cases}
      environment={bugEnvironment()}
      moveError={moving.error}
      onCapture={capture.start}
      onMove={move}
    />
  );
}

function ExportWork({ caseId, isEmpty }: { readonly caseId: string; readonly isEmpty: boolean }) {
  const bundle = useExport(caseId);
  return (
    <ExportPanel
      {...bundle}
      isInbox={caseId === INBOX_CASE_ID}
      isEmpty={isEmpty}
      environment={bugEnvironment()}
      onExport={() => bundle.start()}
      onCancel={bundle.cancel}
    />
  );
}

/** The captures that the popup is about. */
function routeOf(caseId: string): Route {
  return caseId === INBOX_CASE_ID ? { view: 'start' } : { view: 'case', id: caseId, tab: 'captures' };
}

async function openCasebook(route: Route): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/casebook.html${routeHref(route)}`) });
  // A popup closes by itself when it loses the focus, but not in every browser; opened in a tab it stays.
  if (!(await browser.tabs.getCurrent())) window.close();
}
