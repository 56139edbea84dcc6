import { numberRanges } from '../domain/number-ranges';
import type { BundleSummary, Finding, FindingCode, StepOutcome, VerifyReport } from '../domain/verification';
import { type AttestationView, attestationView } from './attestation-view';
import type { createFormat } from './format';
import { phraseOf } from './report-phrases';
import type { Texts } from './texts';

type Leaves<Tree, Path extends string> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}.${Key}`
    : Leaves<Tree[Key], `${Path}.${Key}`>;
}[keyof Tree & string];

/** A key of the texts of verification. */
export type VerifyKey = Leaves<Texts['verify'], 'verify'>;

/** Gives a text with its placeholders filled. */
export type VerifyTranslate = (key: VerifyKey, values?: Readonly<Record<string, string>>) => string;

/** How a value is to be shown. `hash`: hex digits in groups; `captured`: from the bundle, as hostile as a page. */
export type ValueKind = 'hash' | 'captured' | 'plain';

export interface FactView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly kind: ValueKind;
}

export interface FindingView {
  readonly code: FindingCode;
  /** '' for the archive as a whole; `place` is what to show. */
  readonly file: string;
  readonly place: string;
  readonly text: string;
  readonly facts: readonly FactView[];
}

/** A report in the words of one language, in the order in which it is told. */
export interface ReportView {
  readonly ok: boolean;
  readonly title: string;
  readonly text: string;
  readonly findings: readonly FindingView[];
  readonly factsTitle: string;
  readonly factsNote: string;
  readonly facts: readonly FactView[];
  readonly steps: readonly {
    readonly name: string;
    readonly outcome: StepOutcome;
    readonly label: string;
    readonly note: string;
    readonly outcomeLabel: string;
  }[];
  /** Timestamps and signatures that were added to the seal. */
  readonly attestations: readonly AttestationView[];
  readonly limits: readonly string[];
}

/** What a report is told with. */
export interface ReportWords {
  readonly t: VerifyTranslate;
  readonly format: Pick<ReturnType<typeof createFormat>, 'number' | 'timestamp'>;
}

/** Puts a report into words: the same ones in the casebook and in `verify.html`. */
export function createReportView(report: VerifyReport, fileName: string, words: ReportWords): ReportView {
  const { t, format } = words;
  const { ok, findings, summary } = report;
  return {
    ok,
    title: t(ok ? 'verify.good' : 'verify.bad'),
    text: ok ? goodText(summary, t) : t('verify.badText', { number: format.number(findings.length) }),
    findings: findings.map((finding) => findingView(finding, t)),
    factsTitle: t(ok ? 'verify.compare' : 'verify.claims'),
    factsNote: t(ok ? 'verify.compareNote' : 'verify.compareBad'),
    facts: factViews(summary, fileName, words),
    steps: report.steps.map(({ name, outcome }) => ({
      name,
      outcome,
      label: t(`verify.step.${name}`),
      note: outcome === 'skipped' ? t('verify.skippedNote') : t(`verify.stepNote.${name}`),
      outcomeLabel: t(`verify.outcome.${outcome}`),
    })),
    attestations: report.attestations.map((attestation) => attestationView(attestation, words)),
    limits: report.notCovered.map((code) => t(`verify.limit.${code}`)),
  };
}

function goodText(summary: BundleSummary | null, t: VerifyTranslate): string {
  return summary?.scope?.partial
    ? `${t('verify.goodText')} ${t('verify.partialText')}`
    : t('verify.goodText');
}

function scopeText({ scope }: BundleSummary, { t, format }: ReportWords): string | null {
  if (!scope) return null;
  if (!scope.partial) return t('verify.scopeWhole');
  const { numbers, of } = scope;
  return t('verify.scopePart', {
    number: format.number(numbers.length),
    of: format.number(of),
    numbers: numberRanges(numbers, format.number),
  });
}

function findingView({ code, file, against, expected, found }: Finding, t: VerifyTranslate): FindingView {
  const value = (name: string, label: string, raw: string): FactView => {
    const phrase = phraseOf(raw, t);
    const kind = /^[0-9a-f]{64}$/.test(raw) ? 'hash' : phrase === null ? 'captured' : 'plain';
    return { name, label, value: phrase ?? raw, kind };
  };
  const expectedLabel = against
    ? `${t('verify.expected')} (${t('verify.against', { file: against })})`
    : t('verify.expected');
  return {
    code,
    file,
    place: file || t('verify.archive'),
    text: t(`verify.finding.${code}`),
    facts: [value('expected', expectedLabel, expected), value('found', t('verify.found'), found)],
  };
}

function factViews(summary: BundleSummary | null, fileName: string, words: ReportWords): FactView[] {
  const { t, format } = words;
  const file = {
    name: 'fileName',
    label: t('verify.fact.fileName'),
    value: fileName,
    kind: 'captured',
  } as const;
  if (!summary) return [file];
  const fact = (name: keyof BundleSummary, kind: ValueKind, value: string | null): FactView => {
    const label = t(`verify.fact.${name}`);
    if (value === null) return { name, label, value: t('verify.unreadable'), kind: 'plain' };
    return value === ''
      ? { name, label, value: t('verify.empty'), kind: 'plain' }
      : { name, label, value, kind };
  };
  const count = (name: 'captures' | 'journalEvents' | 'files' | 'bytes') => {
    const value = summary[name];
    return fact(name, 'plain', value === null ? null : format.number(value));
  };
  return [
    fact('keySha256', 'hash', summary.keySha256),
    fact('tagManifestSha256', 'hash', summary.tagManifestSha256),
    fact('registerNumber', 'captured', summary.registerNumber),
    fact('title', 'captured', summary.title),
    fact('caseId', 'captured', summary.caseId),
    fact('sealedAt', 'captured', summary.sealedAt && format.timestamp(summary.sealedAt)),
    fact('scope', 'plain', scopeText(summary, words)),
    ...(['captures', 'journalEvents', 'files', 'bytes'] as const).map(count),
    file,
  ];
}
