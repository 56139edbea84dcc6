import { useEffect } from 'react';
import { CasebookFrame } from '@/components/casebook/CasebookFrame';
import { type Route, routeHref } from '@/components/casebook/route';
import type { CaseRow } from '@/components/cases/case-rows';
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { bugEnvironment, store } from '../pages/services';
import { useStored } from '../pages/use-stored';
import { AllIndicators } from './AllIndicators';
import { CaptureScreen } from './CaptureScreen';
import { CaseScreen } from './CaseScreen';
import { CasesScreen } from './CasesScreen';
import { NewCaseScreen } from './NewCaseScreen';
import { SearchScreen } from './SearchScreen';
import { SettingsScreen } from './SettingsScreen';
import { StoredDeletions } from './StoredDeletions';
import { AllLinks } from './StoredLinks';
import { searchIndex } from './search-index';
import { useRoute } from './use-route';
import { VerifyScreen } from './VerifyScreen';
import { WelcomeScreen } from './WelcomeScreen';

/** Milliseconds after the first screen was asked for: nothing of it waits for the search any more. */
const AFTER_FIRST_SCREEN = 2_000;

/** The full page behind the popup: cases at the left, the chosen screen at the right. */
export function CasebookPage() {
  const route = useRoute();
  const list = useStored(readCases, []);
  const caseId = useStored(() => caseOf(route), [route.view, 'id' in route ? route.id : '']) ?? null;
  const isThere = list !== undefined;
  useEffect(() => {
    if (!isThere) return;
    // Read before somebody types. If it fails, the search meets the same error and shows it.
    const timer = setTimeout(() => Promise.allSettled([searchIndex()]), AFTER_FIRST_SCREEN);
    return () => clearTimeout(timer);
  }, [isThere]);
  if (!list) return null;
  return (
    <CasebookFrame route={route} caseId={caseId} {...list}>
      <StoredDeletions />
      <ErrorBoundary environment={bugEnvironment} shown={routeHref(route)}>
        <Screen route={route} cases={list.cases} />
      </ErrorBoundary>
    </CasebookFrame>
  );
}

interface ScreenProps {
  readonly route: Route;
  readonly cases: readonly CaseRow[];
}

function Screen({ route, cases }: ScreenProps) {
  if (route.view === 'case') {
    return (
      <CaseScreen
        key={`${route.id} ${route.edit}`}
        caseId={route.id}
        tab={route.tab ?? null}
        isEdited={route.edit ?? false}
      />
    );
  }
  if (route.view === 'capture') {
    return <CaptureScreen key={routeHref(route)} captureId={route.id} at={route.at ?? null} />;
  }
  if (route.view === 'search') return <SearchScreen />;
  if (route.view === 'settings') return <SettingsScreen />;
  if (route.view === 'links') return <AllLinks />;
  if (route.view === 'indicators') return <AllIndicators />;
  if (route.view === 'verify') return <VerifyScreen />;
  if (route.view === 'new-case') return <NewCaseScreen />;
  if (route.view === 'welcome' || cases.length === 0) return <WelcomeScreen />;
  return <CasesScreen rows={cases} />;
}

async function readCases() {
  const cases = await store.cases.list();
  const counts = await Promise.all(cases.map(({ id }) => store.captures.countByCase(id)));
  return {
    cases: cases.map((listed, index) => ({ case: listed, captures: counts[index] ?? 0 })),
    inboxCaptures: await store.captures.countByCase(INBOX_CASE_ID),
  };
}

async function caseOf(route: Route): Promise<string | null> {
  if (route.view === 'case') return route.id;
  if (route.view === 'capture') return (await store.captures.get(route.id))?.caseId ?? null;
  return null;
}
