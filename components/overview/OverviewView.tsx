import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import { type Case, type CaseDetails, OFFICIAL_FIELDS } from '@/utils/domain/case';
import { type CaseProcedure, NO_PROCEDURE } from '@/utils/domain/procedure';
import { type ProtocolGap, protocolGaps } from '@/utils/domain/protocol-gaps';
import { formatTimestamp } from '@/utils/domain/time';
import type { ErrorRecord } from '@/utils/errors';
import { CaseFacts } from '../casebook/CaseFacts';
import { routeHref } from '../casebook/route';
import type { CaseField } from '../casefile/CaseForm';
import type { BugEnvironment } from '../ui/bug-report';
import { ErrorNotice } from '../ui/ErrorNotice';
import { ActivityChart } from './ActivityChart';
import { CaseCounts } from './CaseCounts';
import { LegalBasis } from './LegalBasis';
import type { LegalField } from './LegalForm';
import classes from './overview.module.css';
import { type ParticipantDraft, ParticipantList } from './ParticipantList';
import { ProtocolGaps } from './ProtocolGaps';
import { RegistrationCard } from './RegistrationCard';

/** The one form that is open. */
type OpenForm =
  | { readonly of: 'details'; readonly field: CaseField }
  | { readonly of: 'legal'; readonly field: LegalField }
  | { readonly of: 'participant'; readonly draft: ParticipantDraft }
  | { readonly of: 'registration'; readonly registeredAt: string };

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
  readonly onSaveProcedure: (procedure: CaseProcedure) => Promise<boolean>;
  readonly renderThumbnail: (capture: Capture) => ReactNode;
}

/** A case at a glance: what is in it, what a protocol still needs, its facts, its people, its clock. */
export function OverviewView(props: Props) {
  const { matter, captures, utcOffsetMinutes, environment, isBusy, error } = props;
  const isReadOnly = matter.archivedAt !== undefined || matter.imported !== undefined;
  const [form, setForm] = useState<OpenForm | null>(
    props.isEdited && !isReadOnly ? { of: 'details', field: 'title' } : null,
  );
  const procedure = matter.procedure ?? NO_PROCEDURE;
  const save = async (next: Partial<CaseProcedure>) => {
    if (await props.onSaveProcedure({ ...procedure, ...next })) setForm(null);
  };
  const gaps = protocolGaps(matter, captures, utcOffsetMinutes);
  const shared = { isReadOnly, isBusy };
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
            form={form?.of === 'details' ? form.field : null}
            onForm={(field) => setForm(field && { of: 'details', field })}
            onSave={async (details) => {
              if (await props.onSaveDetails(details)) setForm(null);
            }}
          />
          <LegalBasis
            {...shared}
            procedure={procedure}
            jurisdiction={matter.jurisdiction}
            form={form?.of === 'legal' ? form.field : null}
            onForm={(field) => setForm(field && { of: 'legal', field })}
            onSave={save}
          />
          <ParticipantList
            {...shared}
            participants={procedure.participants}
            draft={form?.of === 'participant' ? form.draft : null}
            onDraft={(draft) => setForm(draft && { of: 'participant', draft })}
            onSave={(participants) => save({ participants })}
          />
        </div>
        <div className={classes.column}>
          <RegistrationCard
            {...shared}
            clock={procedure.registration}
            jurisdiction={matter.jurisdiction}
            form={form?.of === 'registration' ? form.registeredAt : null}
            onForm={(registeredAt) =>
              setForm(registeredAt === null ? null : { of: 'registration', registeredAt })
            }
            onSave={(registration) => save({ registration })}
          />
          <ProtocolGaps
            gaps={gaps}
            offset={formatTimestamp(0, utcOffsetMinutes).slice(-6)}
            onFill={isReadOnly ? null : (gap) => setForm(formFor(gap, procedure))}
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
              <bdi>{capture.host}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The form that fills a gap, opened at the first field that is blank. */
function formFor(gap: ProtocolGap, { bookNumber, participants }: CaseProcedure): OpenForm | null {
  if (gap.code === 'register-number') return { of: 'details', field: 'registerNumber' };
  if (gap.code === 'official') return { of: 'details', field: gap.fields[0] ?? OFFICIAL_FIELDS[0] };
  if (gap.code === 'book-entry') {
    return { of: 'legal', field: bookNumber === '' ? 'bookNumber' : 'bookDate' };
  }
  if (gap.code === 'offence' || gap.code === 'law-unchecked') return { of: 'legal', field: 'offence' };
  if (gap.code === 'inspection-basis') return { of: 'legal', field: 'inspectionBasis' };
  if (gap.code === 'place') return { of: 'legal', field: 'place' };
  if (gap.code === 'witnesses') return { of: 'participant', draft: { role: 'witness' } };
  if (gap.code === 'specialist') return { of: 'participant', draft: { role: 'specialist' } };
  if (gap.code !== 'person-details') return null;
  const index = participants.findIndex((person) => Object.values(person).includes(''));
  return { of: 'participant', draft: { index } };
}
