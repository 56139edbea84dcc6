import { Tabs } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture, CaptureManifest, StoredArtifact } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import type { Indicator } from '@/utils/domain/indicator';
import type { ErrorRecord } from '@/utils/errors';
import type { BugEnvironment } from '../ui/bug-report';
import { DefangedUrl } from '../ui/DefangedUrl';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { CaptureCourse } from './CaptureCourse';
import classes from './casebook.module.css';
import { FileTable } from './FileTable';
import { IndicatorTable } from './IndicatorTable';
import { MoveCapture } from './MoveCapture';
import { PageFacts } from './PageFacts';
import { routeHref } from './route';
import { StateBadge } from './StateBadge';

export interface CaptureDetails {
  readonly capture: Capture;
  /** The content of `capture.json`, or why it can't be read. */
  readonly manifest: CaptureManifest | ErrorRecord;
  readonly artifacts: readonly StoredArtifact[];
  readonly indicators: readonly Indicator[];
  /** Null: it lies in the inbox. */
  readonly owner: Case | null;
}

interface Props {
  readonly details: CaptureDetails;
  readonly cases: readonly Case[];
  readonly environment: BugEnvironment;
  readonly actionError: ErrorRecord | null;
  readonly pictures: ReactNode;
  readonly onMove: (caseId: string) => void;
  readonly onSaveFile: (name: string) => void;
}

/** One capture: its pictures first, then what was found and how it came about. */
export function CaptureView(props: Props) {
  const { details, environment } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const { manifest, artifacts, indicators } = details;
  const unread = 'code' in manifest && <ErrorNotice error={manifest} environment={environment} />;
  return (
    <>
      <CaptureHeader {...props} />
      {props.actionError && <ErrorNotice error={props.actionError} environment={environment} />}
      <Tabs defaultValue="pictures" className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="pictures">{t('view.pictures')}</Tabs.Tab>
          <Tabs.Tab value="indicators">
            {t('view.indicators')} <span className="osmotr-muted">{number(indicators.length)}</span>
          </Tabs.Tab>
          <Tabs.Tab value="page">{t('view.page')}</Tabs.Tab>
          <Tabs.Tab value="steps">{t('view.steps')}</Tabs.Tab>
          <Tabs.Tab value="files">
            {t('view.files')} <span className="osmotr-muted">{number(artifacts.length)}</span>
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pictures" pt="sm">
          {props.pictures}
        </Tabs.Panel>
        <Tabs.Panel value="indicators" pt="sm">
          <IndicatorTable indicators={indicators} />
        </Tabs.Panel>
        <Tabs.Panel value="page" pt="sm">
          {'code' in manifest ? unread : <PageFacts manifest={manifest} />}
        </Tabs.Panel>
        <Tabs.Panel value="steps" pt="sm">
          {'code' in manifest ? unread : <CaptureCourse manifest={manifest} />}
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="sm">
          <FileTable artifacts={artifacts} onSave={props.onSaveFile} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function CaptureHeader({ details, cases, onMove }: Props) {
  const { t } = useTranslation();
  const { timestamp, bytes, number } = useFormat();
  const { capture, owner } = details;
  return (
    <header className={classes.captureHead}>
      <a href={routeHref({ view: 'case', id: capture.caseId })} className={classes.backLink}>
        <IconArrowLeft size={16} aria-hidden />
        <bdi>{owner?.title ?? t('common.inbox')}</bdi>
      </a>
      <div className={classes.head}>
        <div className="osmotr-break">
          <h1>
            <HostileText text={capture.host} limit={120} />
          </h1>
          <div>
            <HostileText text={capture.title} limit={160} />
          </div>
          <div className="osmotr-mono">
            <DefangedUrl url={capture.url} />
          </div>
        </div>
        <MoveCapture cases={cases} caseId={capture.caseId} onMove={onMove} />
      </div>
      <div className={classes.headFacts}>
        <span>{t('capture.number', { number: number(capture.number) })}</span>
        <span>{timestamp(capture.startedAt)}</span>
        <span>{bytes(capture.bytes)}</span>
        <StateBadge complete={capture.complete} />
        <span>
          SHA-256 <HashText sha256={capture.sha256} />
        </span>
      </div>
    </header>
  );
}
