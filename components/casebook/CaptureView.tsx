import { Tabs } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureNote, PictureRegion } from '@/utils/domain/annotation';
import type { Capture, CaptureManifest, StoredArtifact } from '@/utils/domain/capture';
import { type Case, isReadOnly } from '@/utils/domain/case';
import type { Indicator, IndicatorMark, Sighting } from '@/utils/domain/indicator';
import { type PageRect, placeOfText, type TextMap } from '@/utils/domain/text-map';
import type { ErrorRecord } from '@/utils/errors';
import type { IndicatorGroup } from '../capture/indicator-groups';
import { WatchAlert } from '../capture/WatchAlert';
import { type WatchHit, watchedKeys } from '../capture/watch-hits';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { useFormat } from '../ui/use-format';
import { ArchivedNote } from './ArchivedNote';
import { CaptureCourse } from './CaptureCourse';
import { CaptureHeader } from './CaptureHeader';
import { CaptureIndicators } from './CaptureIndicators';
import { FileTable } from './FileTable';
import type { TextRange } from './highlight';
import classes from './indicators.module.css';
import { NoteList } from './NoteList';
import { PageFacts } from './PageFacts';
import { RegionList } from './RegionList';

export interface CaptureDetails {
  readonly capture: Capture;
  /** The content of `capture.json`, or why it can't be read. */
  readonly manifest: CaptureManifest | ErrorRecord;
  readonly artifacts: readonly StoredArtifact[];
  readonly indicators: readonly Indicator[];
  readonly groups: readonly IndicatorGroup[];
  readonly marks: readonly IndicatorMark[];
  readonly hits: readonly WatchHit[];
  /** Where the text stood, or why that can't be read; null: it was not recorded. */
  readonly textMap: TextMap | ErrorRecord | null;
  readonly notes: readonly CaptureNote[];
  readonly regions: readonly PictureRegion[];
  /** Null: it lies in the inbox. */
  readonly owner: Case | null;
}

interface Props {
  readonly details: CaptureDetails;
  readonly cases: readonly Case[];
  readonly environment: BugEnvironment;
  readonly actionError: ErrorRecord | null;
  /** The place in the text to open with; null: none is looked for. */
  readonly at: TextRange | null;
  readonly isBusy: boolean;
  /** The tab that this visit was left with; null: none was chosen. */
  readonly firstTab: string | null;
  readonly onTab: (tab: string | null) => void;
  /** `place` is to be shown on them; a new object each time it is asked for. */
  readonly renderPictures: (place: ShownPlace | null) => ReactNode;
  readonly renderSnapshot: () => ReactNode;
  readonly renderText: (ranges: readonly TextRange[], focus: TextRange | null) => ReactNode;
  readonly deletion: ReactNode;
  readonly onMove: (caseId: string) => void;
  /** Takes its case out of the archive. */
  readonly onUnarchive: () => void;
  readonly onSaveFile: (name: string) => void;
  /** Resolves to whether it was kept. */
  readonly onAddNote: (text: string, corrects: string | null) => Promise<boolean>;
  readonly onRemoveRegion: (region: PictureRegion) => void;
}

/** What is looked for on the pictures: a part of the page, or a marked region. */
export type ShownPlace = { readonly page: PageRect } | { readonly region: PictureRegion };

/** One capture: pictures beside what was found or the text, then how it came about. */
export function CaptureView(props: Props) {
  const { details, environment, at } = props;
  const { t } = useTranslation();
  const { number } = useFormat();
  const { manifest, artifacts, indicators, textMap } = details;
  const isClosed = isReadOnly(details.owner);
  const [tab, setTabNow] = useState<string | null>(props.firstTab ?? (at ? 'text' : 'overview'));
  const setTab = (next: string | null) => {
    setTabNow(next);
    props.onTab(next);
  };
  const [focus, setFocus] = useState<TextRange | null>(at);
  const [place, setPlace] = useState<ShownPlace | null>(() => onPage(at && placeInText(textMap, at)));
  const ranges = useMemo(
    () => indicators.flatMap(({ sightings }) => sightings).flatMap(rangeOf),
    [indicators],
  );
  const watched = useMemo(() => watchedKeys(details.hits), [details.hits]);
  const isSplit = tab === 'overview' || tab === 'text' || tab === 'notes';
  const unread = 'code' in manifest && <ErrorNotice error={manifest} environment={environment} />;
  const showPlace = (sighting: Sighting) => {
    const rect = placeOf(sighting, details);
    return rect && (() => setPlace({ page: rect }));
  };
  const open = (sighting: Sighting) => {
    setFocus(rangeOf(sighting)[0] ?? null);
    setPlace(onPage(placeOf(sighting, details)));
    setTab('text');
  };
  return (
    <div className={classes.whole} data-split={isSplit}>
      <CaptureHeader {...props} />
      {details.owner?.archivedAt !== undefined && <ArchivedNote onTake={props.onUnarchive} />}
      {props.actionError && <ErrorNotice error={props.actionError} environment={environment} />}
      {textMap && 'code' in textMap && <ErrorNotice error={textMap} environment={environment} />}
      <Tabs value={tab} onChange={setTab} className={classes.tabs}>
        <Tabs.List>
          <Tabs.Tab value="overview">
            {t('text.split')} <span className="osmotr-muted">{number(indicators.length)}</span>
          </Tabs.Tab>
          <Tabs.Tab value="text" data-testid="tab-text">
            {t('text.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="snapshot" data-testid="tab-snapshot">
            {t('snapshot.tab')}
          </Tabs.Tab>
          <Tabs.Tab value="notes" data-testid="tab-notes">
            {t('annotation.notes')}{' '}
            <span className="osmotr-muted">{number(details.notes.length + details.regions.length)}</span>
          </Tabs.Tab>
          <Tabs.Tab value="page" data-testid="tab-page">
            {t('view.page')}
          </Tabs.Tab>
          <Tabs.Tab value="steps" data-testid="tab-steps">
            {t('view.steps')}
          </Tabs.Tab>
          <Tabs.Tab value="files" data-testid="tab-files">
            {t('view.files')} <span className="osmotr-muted">{number(artifacts.length)}</span>
          </Tabs.Tab>
        </Tabs.List>
        <div className={classes.split} hidden={!isSplit}>
          <div className={classes.pane}>{props.renderPictures(place)}</div>
          <div className={classes.pane}>
            <Tabs.Panel value="overview" className={classes.scroll} aria-label={t('text.indicators')}>
              <WatchAlert hits={details.hits} />
              <CaptureIndicators
                groups={details.groups}
                marks={details.marks}
                watched={watched}
                onOpen={open}
                onShowPlace={showPlace}
              />
            </Tabs.Panel>
            <Tabs.Panel value="text" className={classes.textPanel}>
              {tab === 'text' && focus && !place && <p className="osmotr-muted">{t('text.noPlace')}</p>}
              {tab === 'text' && props.renderText(ranges, focus)}
            </Tabs.Panel>
            <Tabs.Panel value="notes" className={classes.scroll}>
              <RegionList
                regions={details.regions}
                isBusy={props.isBusy}
                isReadOnly={isClosed}
                onShow={(region) => setPlace({ region })}
                onRemove={props.onRemoveRegion}
              />
              <NoteList
                notes={details.notes}
                isBusy={props.isBusy}
                isReadOnly={isClosed}
                onAdd={props.onAddNote}
              />
            </Tabs.Panel>
          </div>
        </div>
        <Tabs.Panel value="snapshot" pt="sm">
          {tab === 'snapshot' && props.renderSnapshot()}
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
    </div>
  );
}

/** Where a sighting is in the stored text; none if it is elsewhere. */
function rangeOf({ origin, start, end }: Sighting): TextRange[] {
  return origin === 'text' && start !== undefined && end !== undefined ? [{ start, end }] : [];
}

/** Where a sighting stood on the page, by the map of the text or the QR code it was read from. */
function placeOf(sighting: Sighting, { manifest, textMap }: CaptureDetails): PageRect | null {
  const [range] = rangeOf(sighting);
  if (range) return placeInText(textMap, range);
  if (sighting.origin !== 'qr' || 'code' in manifest) return null;
  return manifest.qrCodes?.find(({ place, rect }) => rect && place === sighting.place)?.rect ?? null;
}

function onPage(page: PageRect | null): ShownPlace | null {
  return page && { page };
}

function placeInText(textMap: CaptureDetails['textMap'], { start, end }: TextRange): PageRect | null {
  return textMap && !('code' in textMap) ? placeOfText(textMap, start, end) : null;
}
