import { UnstyledButton } from '@mantine/core';
import {
  IconAffiliate,
  IconFingerprint,
  IconHelpCircle,
  IconListDetails,
  IconPlus,
  IconSearch,
  IconSettings,
  IconShieldCheck,
} from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseNav, type CaseNavProps } from './CaseNav';
import classes from './casebook.module.css';
import { type Route, routeHref } from './route';
import { useScreenFocus } from './use-screen-focus';
import { useScreenTitle } from './use-screen-title';

interface Props extends Omit<CaseNavProps, 'selected'> {
  readonly route: Route;
  /** The case that is shown, or whose capture is. */
  readonly caseId: string | null;
  readonly children: ReactNode;
}

/** The casebook's outline: cases at the left, what was chosen at the right. */
export function CasebookFrame({ route, caseId, children, ...nav }: Props) {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  useScreenTitle(route);
  // The tabs of a case are one screen: who goes through them by keys stays among them.
  useScreenFocus(main, 'id' in route ? `${route.view} ${route.id}` : route.view);
  return (
    <div className={classes.frame}>
      <UnstyledButton className={classes.skip} data-testid="skip-link" onClick={() => main.current?.focus()}>
        {t('casebook.skip')}
      </UnstyledButton>
      <aside className={classes.side}>
        <header className={classes.brand}>
          <strong>{t('app.name')}</strong>
          <span className="osmotr-muted">{t('app.subtitle')}</span>
        </header>
        <div className={classes.sideTop}>
          <SideLink view="search" route={route} icon={<IconSearch size={16} aria-hidden />}>
            {t('search.title')}
          </SideLink>
          <SideLink view="start" route={route} icon={<IconListDetails size={16} aria-hidden />}>
            {t('casesList.all')}
          </SideLink>
        </div>
        <nav aria-label={t('casebook.cases')} className={classes.nav}>
          <CaseNav {...nav} selected={caseId} />
          <SideLink view="new-case" route={route} icon={<IconPlus size={16} aria-hidden />}>
            {t('casefile.create')}
          </SideLink>
        </nav>
        <footer className={classes.sideFoot}>
          <SideLink view="indicators" route={route} icon={<IconFingerprint size={16} aria-hidden />}>
            {t('allIndicators.link')}
          </SideLink>
          <SideLink view="links" route={route} icon={<IconAffiliate size={16} aria-hidden />}>
            {t('graph.all')}
          </SideLink>
          <SideLink view="verify" route={route} icon={<IconShieldCheck size={16} aria-hidden />}>
            {t('verify.title')}
          </SideLink>
          <SideLink view="settings" route={route} icon={<IconSettings size={16} aria-hidden />}>
            {t('casebook.settings')}
          </SideLink>
          <SideLink view="welcome" route={route} icon={<IconHelpCircle size={16} aria-hidden />}>
            {t('welcome.link')}
          </SideLink>
        </footer>
      </aside>
      <main ref={main} className={classes.main} {...FOCUSABLE}>
        {children}
      </main>
    </div>
  );
}

// By the skip link, not among the tab stops.
const FOCUSABLE = { tabIndex: -1 };

const TEST_IDS = {
  search: 'open-search',
  start: 'open-cases',
  'new-case': 'case-create',
  indicators: 'open-indicators',
  links: 'open-links',
  verify: 'open-verify',
  settings: 'open-settings',
  welcome: 'open-welcome',
} as const;

interface SideLinkProps {
  readonly view: keyof typeof TEST_IDS;
  readonly route: Route;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function SideLink({ view, route, icon, children }: SideLinkProps) {
  return (
    <a
      href={routeHref({ view })}
      className={classes.sideLink}
      data-testid={TEST_IDS[view]}
      aria-current={route.view === view ? 'page' : undefined}
    >
      {icon}
      {children}
    </a>
  );
}
