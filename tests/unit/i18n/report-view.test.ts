import { describe, expect, it } from 'vitest';
import type { FiledAttestation } from '@/utils/domain/attestation';
import { FINDING_CODES, type Finding, NOT_COVERED, VERIFY_STEPS } from '@/utils/domain/verification';
import { createTranslator } from '@/utils/i18n';
import { createFormat } from '@/utils/i18n/format';
import { LANGUAGES } from '@/utils/i18n/language';
import { createReportView, type ReportView } from '@/utils/i18n/report-view';

const HASH = 'ab'.repeat(32);
const SUMMARY = {
  caseId: 'c-1',
  registerNumber: '',
  title: 'Дело <b>',
  sealedAt: '2026-03-05T15:00:00.500+05:00',
  keySha256: HASH,
  tagManifestSha256: null,
  journalEvents: 1234,
  scope: { partial: true, of: 9, numbers: [1, 2, 3, 7] },
  captures: 2,
  files: 20,
  bytes: 123456,
};

function view(
  language: (typeof LANGUAGES)[number],
  findings: readonly Finding[] = [],
  attestations: readonly FiledAttestation[] = [],
): ReportView {
  const translate = createTranslator(language);
  const words = {
    t: (key: string, values?: object): string => String(translate(key as 'verify.good', { ...values })),
    format: createFormat(language),
  };
  const steps = VERIFY_STEPS.map((name) => {
    return { name, outcome: findings.length > 0 ? ('skipped' as const) : ('passed' as const) };
  });
  const report = {
    ok: findings.length === 0,
    steps,
    findings,
    notCovered: NOT_COVERED,
    attestations,
    summary: SUMMARY,
  };
  return createReportView(report, 'a.zip', words);
}

const finding = (more: Partial<Finding>): Finding => ({
  step: 'payload',
  code: 'file-changed',
  file: 'data/case.json',
  against: 'manifest-sha256.txt',
  expected: HASH,
  found: HASH,
  ...more,
});

describe('createReportView', () => {
  it.each(LANGUAGES)('has words in %s for every finding, step and limit', (language) => {
    const findings = FINDING_CODES.map((code) => finding({ code }));
    const shown = JSON.stringify([view(language), view(language, findings)]);
    // A missing key shows as itself, an unfilled placeholder in braces.
    expect(shown).not.toMatch(/verify\.[a-z]|\{\{/);
    expect(view(language, findings).findings.map(({ code }) => code)).toEqual(FINDING_CODES);
  });

  it.each(LANGUAGES)('has words in %s for a timestamp and a signature in every state', (language) => {
    const certificate = {
      subject: 'CN=<b>',
      issuer: 'CN=Root',
      serialNumber: '0a',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2027-01-01T00:00:00.000Z',
      sha256: HASH,
      numbers: ['IIN850101300123'],
    };
    const attestations = (['timestamp', 'e-signature'] as const).flatMap((kind) =>
      (['trusted', 'untrusted', 'unchecked', 'invalid'] as const).map((state) => ({
        kind,
        state,
        file: 'seal/timestamp.tsr',
        fault: null,
        time: '2026-03-05T10:00:00.000Z',
        algorithm: 'RSA SHA-256',
        policy: '1.2.3',
        serialNumber: '01',
        signer: certificate,
        root: certificate,
      })),
    );
    const shown = view(language, [], attestations).attestations;
    expect(JSON.stringify(shown)).not.toMatch(/verify\.[a-z]|\{\{/);
    expect(new Set(shown.map(({ stateLabel, note }) => stateLabel + note)).size).toBe(8);
    expect(shown[0]?.facts).toContainEqual(
      expect.objectContaining({ name: 'subject', kind: 'captured', value: 'CN=<b>' }),
    );
    expect(shown[0]?.facts[0]?.value).toContain('UTC+00:00');
  });

  it('names what is to be compared, and says what is missing or could not be read', () => {
    const facts = new Map(view('ru').facts.map(({ name, value, kind }) => [name, `${kind} ${value}`]));
    expect(facts.get('keySha256')).toBe(`hash ${HASH}`);
    expect(facts.get('tagManifestSha256')).toBe('plain не удалось прочитать');
    expect(facts.get('registerNumber')).toBe('plain не указан');
    expect(facts.get('title')).toBe('captured Дело <b>');
    expect(facts.get('scope')).toBe('plain часть дела: 4 из 9 фиксаций, № 1-3, 7');
    expect(view('ru').text).toContain('Пакет неполный');
    expect(facts.get('sealedAt')).toBe('captured 05.03.2026, 15:00:00 UTC+05:00');
    expect(facts.get('journalEvents')?.replace(/[\u00a0\u202f]/g, ' ')).toBe('plain 1 234');
    expect(facts.get('fileName')).toBe('captured a.zip');
  });

  it('gives file, expected and found of a finding, hashes as hashes', () => {
    const [first] = view('ru', [finding({ found: 'ff'.repeat(32) })]).findings;
    expect(first).toEqual({
      code: 'file-changed',
      file: 'data/case.json',
      place: 'data/case.json',
      text: 'Файл изменён',
      facts: [
        { name: 'expected', label: 'Должно быть (по файлу manifest-sha256.txt)', value: HASH, kind: 'hash' },
        { name: 'found', label: 'Оказалось', value: 'ff'.repeat(32), kind: 'hash' },
      ],
    });
  });

  it('translates what the code says for want of a value, and leaves values as they stand', () => {
    const values = (expected: string, found: string) =>
      view('ru', [finding({ file: '', against: '', expected, found })]).findings[0]?.facts.map(
        ({ value, kind }) => `${kind}: ${value}`,
      );
    expect(values('no such file', 'a file')).toEqual(['plain: такого файла быть не должно', 'plain: файл']);
    expect(values('event 3: prev 00', 'line 2: an event in canonical JSON')).toEqual([
      'plain: событие 3: prev 00',
      'plain: строка 2: событие в каноническом JSON',
    ]);
    expect(values('a safe name', 'event 3: case \u202E<b>')).toEqual([
      'captured: a safe name',
      'captured: event 3: case \u202E<b>',
    ]);
    expect(view('ru', [finding({ file: '' })]).findings[0]?.place).toBe('Архив целиком');
  });

  it('does not ask to rely on the facts of a bundle that failed', () => {
    expect(view('ru').factsNote).toContain('до последнего знака');
    expect(view('ru', [finding({})]).factsNote).toContain('не прошёл проверку');
    expect(view('ru', [finding({})]).steps[0]?.note).toBe('опирается на то, что не сошлось');
  });
});
