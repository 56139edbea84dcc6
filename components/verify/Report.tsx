import { IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FactView, FindingView, ReportView } from '@/utils/i18n/report-view';
import { HashText } from '../ui/HashText';
import { HostileText } from '../ui/HostileText';
import { LongList } from '../ui/LongList';
import classes from './verify.module.css';

const ICONS = {
  passed: IconCheck,
  failed: IconX,
  skipped: IconMinus,
  absent: IconMinus,
  unproven: IconQuestionMark,
} as const;

/** Verdict, what doesn't agree, what to compare with the protocol, what was verified, what it doesn't prove. */
export function Report({ view }: { readonly view: ReportView }) {
  const { t } = useTranslation();
  const Sign = view.ok ? IconCheck : IconX;
  return (
    <div className={classes.report}>
      <div className={classes.verdict} data-ok={view.ok}>
        <Sign size={30} aria-hidden />
        <div>
          <h2>{view.title}</h2>
          <p>{view.text}</p>
        </div>
      </div>
      {view.findings.length > 0 && <Findings findings={view.findings} />}
      <div className={classes.pair}>
        <section>
          <h2>{view.factsTitle}</h2>
          <p className={view.ok ? 'osmotr-muted' : classes.warn}>{view.factsNote}</p>
          <Facts facts={view.facts} />
        </section>
        <section>
          <h2>{t('verify.steps')}</h2>
          <ol className={classes.steps}>
            {view.steps.map(({ name, outcome, label, note, outcomeLabel }) => {
              const Mark = ICONS[outcome];
              return (
                <li key={name} data-step={name} data-outcome={outcome}>
                  <Mark size={16} aria-hidden />
                  <div>
                    <strong>{label}</strong>
                    <div className="osmotr-muted">{note}</div>
                  </div>
                  <span className={classes.outcome}>{outcomeLabel}</span>
                </li>
              );
            })}
          </ol>
        </section>
      </div>
      {view.attestations.length > 0 && <Attestations attestations={view.attestations} />}
      <section>
        <h2>{t('verify.limits')}</h2>
        <ul className={classes.limits}>
          {view.limits.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Attestations({ attestations }: { readonly attestations: ReportView['attestations'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('verify.attest.title')}</h2>
      <ul className={classes.attestations}>
        {attestations.map(({ file, kind, state, title, stateLabel, note, facts }) => (
          <li key={file} data-testid="attestation" data-kind={kind} data-state={state}>
            <div className={classes.attestationHead}>
              <strong>{title}</strong> <span className={classes.attestationState}>{stateLabel}</span>
            </div>
            <div className="osmotr-mono">{file}</div>
            <p className="osmotr-muted">{note}</p>
            <Facts facts={facts} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const FINDING_HEIGHT = 180;
const findingKey = ({ code, file }: FindingView) => `${code} ${file}`;

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('verify.findings')}</h2>
      <LongList items={findings} keyOf={findingKey} estimate={FINDING_HEIGHT} className={classes.findings}>
        {({ code, file, text, place, facts }) => (
          <div className={classes.finding} data-testid="verify-finding" data-code={code} data-file={file}>
            <strong>{text}</strong>
            <div className={file ? 'osmotr-mono' : undefined}>
              <HostileText text={place} />
            </div>
            <Facts facts={facts} />
          </div>
        )}
      </LongList>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly FactView[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map((fact) => (
        <div key={fact.name} data-fact={fact.name}>
          <dt>{fact.label}</dt>
          <dd>
            <Value {...fact} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, kind }: FactView) {
  if (kind === 'hash') return <HashText sha256={value} />;
  return kind === 'captured' ? <HostileText text={value} /> : value;
}
