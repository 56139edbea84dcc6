import { createWords } from '@/entrypoints/verifier/texts';
import type { VerifyReport } from '@/utils/domain/verification';
import type { AttestationView } from '@/utils/i18n/attestation-view';
import type { Language } from '@/utils/i18n/language';
import { createReportView, type FactView, type FindingView } from '@/utils/i18n/report-view';

const MARKS = { passed: '+', failed: 'x', skipped: '-', absent: ' ', unproven: '?' } as const;

/** A report for a terminal, in the words of `verify.html`; it begins with the verdict and the file's name. */
export function reportText(report: VerifyReport, fileName: string, language: Language): string {
  const words = createWords(language);
  const view = createReportView(report, fileName, words);
  const wide = Math.max(...view.steps.map(({ label }) => label.length));
  return [
    `${view.title}: ${visible(fileName)}`,
    view.text,
    ...view.findings.flatMap(findingLines),
    '',
    `${view.factsTitle}. ${view.factsNote}`,
    ...view.facts.map(factLine),
    '',
    words.t('verify.steps'),
    ...view.steps.map(({ outcome, label, outcomeLabel, note }) => {
      return `  ${MARKS[outcome]} ${label.padEnd(wide)}  ${outcomeLabel}: ${note}`;
    }),
    ...view.attestations.flatMap(attestationLines),
    '',
    words.t('verify.limits'),
    ...view.limits.map((text) => `  - ${text}`),
  ].join('\n');
}

function findingLines({ text, place, facts }: FindingView): string[] {
  return ['', `  ${text}: ${visible(place)}`, ...facts.map((fact) => `  ${factLine(fact)}`)];
}

function attestationLines({ title, file, stateLabel, note, facts }: AttestationView): string[] {
  return ['', `${title}, ${visible(file)}: ${stateLabel}. ${note}`, ...facts.map(factLine)];
}

function factLine({ label, value }: FactView): string {
  return `  ${label}: ${visible(value)}`;
}

// What stands in a hostile bundle must not steer the terminal.
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
