import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { type Case, type CaseDetails, isReadOnly, OFFICIAL_FIELDS } from '@/utils/domain/case';
import { type CaseProcedure, NO_PROCEDURE } from '@/utils/domain/procedure';
import { type ProtocolGap, protocolGaps } from '@/utils/domain/protocol-gaps';
import { formatTimestamp } from '@/utils/domain/time';
import type { ErrorRecord } from '@/utils/errors';
import { CaseFacts } from '../casebook/CaseFacts';
import { routeHref } from '../casebook/route';
import type { CaseField } from '../casefile/CaseForm';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { HostileText } from '../ui/HostileText';
import { ActivityChart } from './ActivityChart';
import { CaseCounts } from './CaseCounts';
import { LegalBasis } from './LegalBasis';
import type { LegalField } from './LegalForm';
import classes from './overview.module.css';
import { type ParticipantDraft, ParticipantList } from './ParticipantList';
import { ProtocolGaps } from './ProtocolGaps';
import { RegistrationCard } from './RegistrationCard';

/** The forms that are open: one opened beside another leaves what was typed there. */
interface OpenForms {
  readonly details?: CaseField | null;
  readonly legal?: LegalField | null;
  readonly participant?: ParticipantDraft | null;
  /** Local time to begin with. */
  readonly registration?: string | null;
}

interface Props {
  readonly matter: Case;
  /** Begin with the form of the details. */
  readonly isEdited: boolean;
  /** Newest first. */
  readonly captures: readonly Capture[];
  readonly indicators: number | undefined;
  readonly notes: number | undefined;
  /** Of this computer, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  readonly environment: BugEnvironment;
  readonly isBusy: boolean;
  readonly error: ErrorRecord | null;
  /** Both resolve to whether it was saved. */
  readonly onSaveDetails: (details: CaseDetails) => Promise<boolean>;
  readonly onSaveProcedure: (procedure: Partial<CaseProcedure>) => Promise<boolean>;
  readonly renderThumbnail: (capture: Capture) => ReactNode;
}

/** A case at a glance: what is in it, what a protocol still needs, its facts, its people, its clock. */
export function OverviewView(props: Props) {
  const { matter, captures, utcOffsetMinutes, environment, isBusy, error } = props;
  const isClosed = isReadOnly(matter);
  const [forms, setForms] = useState<OpenForms>({ details: props.isEdited && !isClosed ? 'title' : null });
  const open = (change: OpenForms) => setForms((before) => ({ ...before, ...change }));
  const procedure = matter.procedure ?? NO_PROCEDURE;
  const save = async (next: Partial<CaseProcedure>, saved: OpenForms) => {
    if (await props.onSaveProcedure(next)) open(saved);
  };
  const gaps = protocolGaps(matter, captures, utcOffsetMinutes);
  const shared = { isReadOnly: isClosed, isBusy };
  return (
    <div className={classes.overview}>
      <CaseCounts captures={captures} indicators={props.indicators} notes={props.notes} />
      {error && <ErrorNotice error={error} environment={environment} />}
      <RecentCaptures {...props} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <CaseFacts
            shown={matter}
            saving={isBusy}
            form={forms.details ?? null}
            onForm={(details) => open({ details })}
            onSave={async (details) => {
              if (await props.onSaveDetails(details)) open({ details: null });
            }}
          />
          <LegalBasis
            {...shared}
            procedure={procedure}
            jurisdiction={matter.jurisdiction}
            form={forms.legal ?? null}
            onForm={(legal) => open({ legal })}
            onSave={(stated) => save(stated, { legal: null })}
          />
          <ParticipantList
            {...shared}
            participants={procedure.participants}
            draft={forms.participant ?? null}
            onDraft={(participant) => open({ participant })}
            onSave={(participants) => save({ participants }, { participant: null })}
          />
        </div>
        <div className={classes.column}>
          <RegistrationCard
            {...shared}
            clock={procedure.registration}
            jurisdiction={matter.jurisdiction}
            form={forms.registration ?? null}
            onForm={(registration) => open({ registration })}
            onSave={(registration) => save({ registration }, { registration: null })}
          />
          <ProtocolGaps
            gaps={gaps}
            offset={formatTimestamp(0, utcOffsetMinutes).slice(-6)}
            isPersonOpen={Boolean(forms.participant)}
            onFill={isClosed ? null : (gap) => open(formFor(gap, procedure))}
          />
          <ActivityChart timestamps={captures.map(({ startedAt }) => startedAt)} />
        </div>
      </div>
    </div>
  );
}

const RECENT = 6;

function RecentCaptures({ matter, captures, renderThumbnail }: Props) {
  const { t } = useTranslation();
  if (captures.length === 0) return <p className="osmotr-muted">{t('casebook.noCaptures')}</p>;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title" className={classes.recentHead}>
        {t('overview.recent')}
        <a href={routeHref({ view: 'case', id: matter.id, tab: 'captures' })} data-testid="all-captures">
          {t('overview.all')}
        </a>
      </h2>
      <ul className={classes.recent}>
        {captures.slice(0, RECENT).map((capture) => (
          <li key={capture.id}>
            <a href={routeHref({ view: 'capture', id: capture.id })} data-testid="recent-capture">
              {renderThumbnail(capture)}
              <span className={classes.recentHost}>
                <HostileText text={capture.host} limit={60} brief />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The form that fills a gap, opened at the first field that is blank. */
function formFor(gap: ProtocolGap, { bookNumber, participants }: CaseProcedure): OpenForms {
  if (gap.code === 'register-number') return { details: 'registerNumber' };
  if (gap.code === 'official') return { details: gap.fields[0] ?? OFFICIAL_FIELDS[0] };
  if (gap.code === 'book-entry') return { legal: bookNumber === '' ? 'bookNumber' : 'bookDate' };
  if (gap.code === 'offence' || gap.code === 'law-unchecked') return { legal: 'offence' };
  if (gap.code === 'inspection-basis') return { legal: 'inspectionBasis' };
  if (gap.code === 'place') return { legal: 'place' };
  if (gap.code === 'witnesses') return { participant: { role: 'witness' } };
  if (gap.code === 'specialist') return { participant: { role: 'specialist' } };
  if (gap.code !== 'person-details') return {};
  return { participant: { index: participants.findIndex((person) => Object.values(person).includes('')) } };
}
