import { cutText, splitHostileText } from '@/components/ui/hostile-text';
import type { FactView, FindingView, ReportView } from '@/utils/i18n/report-view';
import { element } from './element';
import type { Words } from './texts';

const MARKS = { passed: '✓', failed: '✕', skipped: '–', absent: '–', unproven: '?' } as const;
const BATCH = 100;
const LIMIT = 400;

/** The report: verdict, what doesn't agree, what to compare, what was verified, what it doesn't prove. */
export function reportElements(view: ReportView, words: Words, rootsBox: HTMLElement): HTMLElement[] {
  const { t } = words;
  return [
    verdict(view),
    ...(view.findings.length > 0 ? [findingsSection(view.findings, words)] : []),
    element(
      'div',
      { class: 'pair' },
      element(
        'section',
        {},
        element('h2', {}, view.factsTitle),
        element(
          'div',
          { class: 'card' },
          element('p', { class: view.ok ? 'note' : 'note warn' }, view.factsNote),
          factList(view.facts),
        ),
      ),
      element(
        'section',
        {},
        element('h2', {}, t('verify.steps')),
        element('ol', { class: 'card steps' }, view.steps.map(stepItem)),
      ),
    ),
    ...(view.attestations.length > 0 ? [attestationsSection(view, words, rootsBox)] : []),
    element(
      'section',
      {},
      element('h2', {}, t('verify.limits')),
      element(
        'ul',
        { class: 'limits' },
        view.limits.map((text) => element('li', {}, text)),
      ),
      element('p', { class: 'own' }, t('verify.ownPage')),
    ),
  ];
}

function verdict({ ok, title, text }: ReportView): HTMLElement {
  return element(
    'div',
    { class: 'verdict', 'data-ok': String(ok) },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, ok ? MARKS.passed : MARKS.failed),
    element('div', {}, element('h2', { id: 'verdict', tabindex: '-1' }, title), element('p', {}, text)),
  );
}

function stepItem({ name, outcome, label, note, outcomeLabel }: ReportView['steps'][number]): HTMLElement {
  return element(
    'li',
    { class: 'step', 'data-step': name, 'data-outcome': outcome },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[outcome]),
    element('div', {}, element('strong', {}, label), element('p', { class: 'note' }, note)),
    element('span', { class: 'outcome' }, outcomeLabel),
  );
}

function attestationsSection({ attestations }: ReportView, { t }: Words, rootsBox: HTMLElement): HTMLElement {
  const items = attestations.map(({ file, kind, state, title, stateLabel, note, facts }) =>
    element(
      'li',
      { class: 'card attestation', 'data-testid': 'attestation', 'data-kind': kind, 'data-state': state },
      element('strong', {}, title),
      ' ',
      element('span', { class: 'state' }, stateLabel),
      element('p', { class: 'path mono' }, file),
      element('p', { class: 'note' }, note),
      factList(facts),
    ),
  );
  return element(
    'section',
    {},
    element('h2', {}, t('verify.attest.title')),
    element('ul', { class: 'findings' }, items),
    rootsBox,
  );
}

// A hostile archive can have more findings than a page can hold.
function findingsSection(findings: readonly FindingView[], { t, format }: Words): HTMLElement {
  const list = element('ul', { class: 'findings' });
  const more = element('button', { type: 'button' });
  let shown = 0;
  const showMore = () => {
    list.append(...findings.slice(shown, shown + BATCH).map(findingItem));
    shown = Math.min(findings.length, shown + BATCH);
    more.hidden = shown === findings.length;
    more.textContent = t('verify.more', { number: format.number(findings.length - shown) });
  };
  more.addEventListener('click', showMore);
  showMore();
  return element('section', {}, element('h2', {}, t('verify.findings')), list, more);
}

function findingItem({ code, file, place, text, facts }: FindingView): HTMLElement {
  return element(
    'li',
    { class: 'card finding', 'data-testid': 'verify-finding', 'data-code': code, 'data-file': file },
    element('strong', {}, text),
    element('p', { class: file ? 'path mono' : 'path' }, hostile(place)),
    factList(facts),
  );
}

function factList(facts: readonly FactView[]): HTMLElement {
  return element(
    'dl',
    {},
    facts.map(({ name, label, value, kind }) =>
      element(
        'div',
        { 'data-fact': name },
        element('dt', {}, label),
        element('dd', {}, kind === 'hash' ? hash(value) : kind === 'captured' ? hostile(value) : value),
      ),
    ),
  );
}

// The gaps between the groups are margins: the hash copies as one word.
function hash(value: string): HTMLElement {
  const groups = value.match(/.{1,8}/g) ?? [];
  return element(
    'code',
    { class: 'hash' },
    groups.map((group) => [element('span', {}, group), element('wbr')]),
  );
}

function hostile(text: string): HTMLElement {
  const parts = splitHostileText(cutText(text, LIMIT)).map((part) =>
    part.kind === 'text' ? part.text : element('span', { class: 'control' }, part.text),
  );
  return element('bdi', {}, parts, text.length > LIMIT ? '…' : null);
}
