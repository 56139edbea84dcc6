import { IconPlus, IconSettings } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseNav, type CaseNavProps } from './CaseNav';
import classes from './casebook.module.css';
import { type Route, routeHref } from './route';

interface Props extends Omit<CaseNavProps, 'selected'> {
  readonly route: Route;
  /** The case that is shown, or whose capture is. */
  readonly caseId: string | null;
  readonly children: ReactNode;
}

/** The casebook's outline: cases at the left, what was chosen at the right. */
export function CasebookFrame({ route, caseId, children, ...nav }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <aside className={classes.side}>
        <header className={classes.brand}>
          <strong>{t('app.name')}</strong>
          <span className="osmotr-muted">{t('app.subtitle')}</span>
        </header>
        <nav aria-label={t('casebook.cases')} className={classes.nav}>
          <CaseNav {...nav} selected={caseId} />
          <SideLink view="new-case" route={route} icon={<IconPlus size={16} aria-hidden />}>
            {t('casefile.create')}
          </SideLink>
        </nav>
        <footer className={classes.sideFoot}>
          <SideLink view="settings" route={route} icon={<IconSettings size={16} aria-hidden />}>
            {t('casebook.settings')}
          </SideLink>
        </footer>
      </aside>
      <main className={classes.main}>{children}</main>
    </div>
  );
}

interface SideLinkProps {
  readonly view: 'new-case' | 'settings';
  readonly route: Route;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function SideLink({ view, route, icon, children }: SideLinkProps) {
  return (
    <a
      href={routeHref({ view })}
      className={classes.sideLink}
      data-testid={view === 'new-case' ? 'case-create' : 'open-settings'}
      aria-current={route.view === view ? 'page' : undefined}
    >
      {icon}
      {children}
    </a>
  );
}
