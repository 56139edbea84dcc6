import { Button, Tabs } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconFileZip, IconLock, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import type { ErrorRecord } from '@/utils/errors';
import { ExportStatus, type ExportStatusProps } from '../export/ExportStatus';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { ArchivedNote } from './ArchivedNote';
import classes from './casebook.module.css';
import { ImportedNote } from './ImportedNote';
import { CASE_TABS, type CaseTab, routeHref } from './route';

interface Props {
  /** Null: the inbox. */
  readonly shown: Case | null;
  readonly captures: readonly Capture[];
  readonly bundle: Omit<ExportStatusProps, 'environment'>;
  readonly environment: ExportStatusProps['environment'];
  /** What archiving ended with, if it failed. */
  readonly actionError: ErrorRecord | null;
  readonly onExport: () => void;
  readonly onArchive: (isArchived: boolean) => void;
  readonly onEncrypt: () => void;
  /** The form of an encrypted export, while it is asked for. */
  readonly encryptForm: ReactNode;
  readonly renderOverview: (matter: Case) => ReactNode;
  readonly renderCaptures: () => ReactNode;
  readonly tab: CaseTab;
  readonly onTab: (tab: CaseTab) => void;
  readonly renderIndicators: () => ReactNode;
  readonly renderJournal: () => ReactNode;
  readonly renderLinks: () => ReactNode;
  readonly renderTimeline: () => ReactNode;
}

/** A case, or the inbox: its captures, its journal, its facts; the export at hand. */
export function CaseView(props: Props) {
  const { shown, captures, bundle, environment, tab } = props;
  const { t } = useTranslation();
  return (
    <>
      <CaseHeader {...props} />
      {shown?.archivedAt !== undefined && <ArchivedNote onTake={() => props.onArchive(false)} />}
      {props.actionError && <ErrorNotice error={props.actionError} environment={environment} />}
      {props.encryptForm}
      {shown?.imported && <ImportedNote imports={shown.imported} />}
      {shown && !shown.imported && (
        <div className={classes.exportStatus}>
          <ExportStatus {...bundle} environment={environment} />
        </div>
      )}
      <Tabs value={tab} onChange={(name) => props.onTab(caseTab(name))} className={classes.tabs}>
        <Tabs.List>
          {shown && (
            <Tabs.Tab value="overview" data-testid="tab-overview">
              {t('overview.tab')}
            </Tabs.Tab>
          )}
          <Tabs.Tab value="captures" data-testid="tab-captures">
            {t('casebook.captures')}
          </Tabs.Tab>
          <Tabs.Tab value="indicators" data-testid="tab-indicators">
            {t('table.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="links" data-testid="tab-links">
            {t('graph.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="timeline" data-testid="tab-timeline">
            {t('timeline.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="journal">{t('casebook.journal')}</Tabs.Tab>
        </Tabs.List>
        {shown && (
          <Tabs.Panel value="overview" pt="md">
            {tab === 'overview' && props.renderOverview(shown)}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="captures" pt="sm">
          {tab === 'captures' && (captures.length > 0 ? props.renderCaptures() : <NoCaptures {...props} />)}
        </Tabs.Panel>
        <Tabs.Panel value="indicators" pt="sm">
          {tab === 'indicators' && props.renderIndicators()}
        </Tabs.Panel>
        <Tabs.Panel value="links" pt="sm">
          {tab === 'links' && props.renderLinks()}
        </Tabs.Panel>
        <Tabs.Panel value="timeline" pt="sm">
          {tab === 'timeline' && props.renderTimeline()}
        </Tabs.Panel>
        <Tabs.Panel value="journal" pt="sm">
          {tab === 'journal' && props.renderJournal()}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function NoCaptures({ shown }: Props) {
  const { t } = useTranslation();
  return <p className="osmotr-muted">{shown ? t('casebook.noCaptures') : t('casebook.noInbox')}</p>;
}

function caseTab(name: string | null): CaseTab {
  return CASE_TABS.find((tab) => tab === name) ?? 'captures';
}

function CaseHeader({ shown, captures, bundle, onExport, onEncrypt, onArchive }: Props) {
  const { t } = useTranslation();
  const isArchived = shown?.archivedAt !== undefined;
  const { bytes } = useFormat();
  const size = captures.reduce((sum, capture) => sum + capture.bytes, 0);
  const isBlocked = captures.length === 0 || bundle.state === 'working';
  return (
    <header className={classes.head}>
      <div className="osmotr-break">
        {shown && (
          <div className="osmotr-muted">
            {shown.registerNumber ? (
              <HostileText text={shown.registerNumber} limit={80} />
            ) : (
              t('casebook.noNumber')
            )}
          </div>
        )}
        <h1>{shown ? <HostileText text={shown.title} /> : t('common.inbox')}</h1>
        <div className="osmotr-muted">
          {shown ? t(`casefile.${shown.jurisdiction}`) : t('casebook.inboxNote')}
          {' · '}
          {t('casebook.capturesOf', { count: captures.length })}
          {captures.length > 0 && ` · ${bytes(size)}`}
        </div>
      </div>
      {shown && !shown.imported && (
        <div className={classes.headActions}>
          <Button
            size="xs"
            variant="default"
            data-testid="archive-case"
            leftSection={
              isArchived ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
            }
            onClick={() => onArchive(!isArchived)}
          >
            {t(isArchived ? 'archive.take' : 'archive.put')}
          </Button>
          <Button
            size="xs"
            variant="default"
            data-testid="encrypt-case"
            disabled={isBlocked}
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={onEncrypt}
          >
            {t('encrypt.title')}
          </Button>
          <Button
            component="a"
            href={routeHref({ view: 'verify' })}
            size="xs"
            variant="default"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
          >
            {t('overview.verify')}
          </Button>
          <Button
            size="xs"
            data-testid="export-case"
            disabled={isBlocked}
            leftSection={<IconFileZip size={16} aria-hidden />}
            onClick={onExport}
          >
            {t('export.button')}
          </Button>
        </div>
      )}
    </header>
  );
}
