import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import type { CaseTab, Route } from './route';

/** Names the screen in the page's title. Browsers remember titles: of a case it says nothing. */
export function useScreenTitle(route: Route): void {
  const { t } = useTranslation();
  const tabs: Readonly<Record<CaseTab, string>> = {
    overview: t('overview.tab'),
    captures: t('casebook.captures'),
    indicators: t('table.tab'),
    links: t('graph.tab'),
    timeline: t('timeline.tab'),
    journal: t('casebook.journal'),
  };
  const plain = {
    start: t('casesList.all'),
    search: t('search.title'),
    'new-case': t('casefile.create'),
    indicators: t('allIndicators.link'),
    links: t('graph.all'),
    verify: t('verify.title'),
    settings: t('casebook.settings'),
    welcome: t('welcome.link'),
    capture: t('casebook.capture'),
  };
  const first = route.view === 'case' && route.id === INBOX_CASE_ID ? 'captures' : 'overview';
  const name = route.view === 'case' ? tabs[route.tab ?? first] : plain[route.view];
  const app = t('app.name');
  useEffect(() => {
    document.title = `${name} — ${app}`;
  }, [name, app]);
}
