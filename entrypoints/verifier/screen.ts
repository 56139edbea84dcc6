import type { Verification } from '@/utils/domain/verification';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/utils/i18n/language';
import { createReportView } from '@/utils/i18n/report-view';
import { element } from './element';
import { reportElements } from './report';
import { createRootsBox, type LoadedRoots } from './roots';
import { createWords, type Words } from './texts';

interface Actions {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRoots: (files: readonly File[]) => void;
  readonly onCancel: () => void;
}

/** The whole page; `show` draws a state of the verification. */
export function createScreen({ onFiles, onRoots, onCancel }: Actions) {
  let words = createWords('ru');
  let shown: Verification = { state: 'idle' };

  const brand = element('p', { class: 'brand' }, 'Osmotr');
  const language = languageSelect((next) => {
    words = createWords(next);
    label();
    draw();
  });
  const heading = element('h1');
  const intro = element('p', { class: 'intro' });
  const chooser = createChooser(onFiles);
  const rootsBox = createRootsBox(onRoots);
  let loaded: LoadedRoots = { roots: [], refused: [] };
  const live = element('p', { class: 'live', role: 'status', 'aria-live': 'polite' });
  const status = element('section', { 'data-testid': 'verify-status' });
  document.body.append(
    element('header', {}, element('div', {}, brand, language)),
    element('main', {}, heading, intro, chooser.zone, live, status),
  );
  label();
  draw();

  function label(): void {
    document.documentElement.lang = words.language === 'uz' ? 'uz-Latn' : words.language;
    document.title = `Osmotr: ${words.t('verify.title')}`;
    heading.textContent = words.t('verify.title');
    intro.textContent = words.t('verify.intro');
    rootsBox.label(words, loaded);
  }

  function draw(): void {
    chooser.label(words, shown.state);
    // A reader who stood on a button that is gone would be thrown back to the page's start.
    const hadFocus = status.contains(document.activeElement);
    status.dataset.state = shown.state;
    delete status.dataset.verdict;
    if (shown.state === 'done') status.dataset.verdict = shown.report.ok ? 'good' : 'bad';
    status.replaceChildren(...statusElements(shown, words, onCancel, rootsBox.box));
    if (hadFocus && shown.state !== 'working') status.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  return {
    showRoots(next: LoadedRoots) {
      loaded = next;
      rootsBox.label(words, loaded);
    },

    show(next: Verification) {
      const before = shown;
      shown = next;
      if (next.state === 'working' && before.state === 'working' && next.fileName === before.fileName) {
        moveProgress(status, next, words);
        return;
      }
      live.textContent = announcement(before, next, words);
      draw();
    },
  };
}

function languageSelect(onChange: (language: Language) => void): HTMLElement {
  const options = LANGUAGES.map((code) =>
    element('option', { value: code, lang: code }, LANGUAGE_NAMES[code]),
  );
  const select = element(
    'select',
    { 'aria-label': 'Язык / Тіл / Til / Language', 'data-testid': 'language' },
    options,
  );
  // Without this, Firefox keeps a choice over a reload.
  select.value = 'ru';
  select.addEventListener('change', () => {
    const chosen = LANGUAGES.find((code) => code === select.value);
    if (chosen) onChange(chosen);
  });
  return select;
}

function createChooser(onFiles: (files: readonly File[]) => void) {
  const text = element('span', { class: 'drop-text' });
  const button = element('span', { class: 'button', 'aria-hidden': 'true' });
  const input = element('input', {
    type: 'file',
    accept: '.zip,application/zip',
    'data-testid': 'verify-file',
  });
  const zone = element('label', { class: 'drop', 'data-testid': 'verify-drop' }, input, text, button);
  input.addEventListener('change', () => {
    onFiles([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  });
  // Anywhere in the window: a browser would leave this page for a file that is dropped beside the zone.
  for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
    window.addEventListener(kind, (event) => {
      event.preventDefault();
      const leaves = kind === 'dragleave' && event.relatedTarget !== null;
      zone.toggleAttribute('data-over', kind === 'dragenter' || kind === 'dragover' || leaves);
      if (kind === 'drop') onFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }
  function label({ t }: Words, state: Verification['state']): void {
    const isDone = state === 'done';
    text.textContent = t('verify.drop');
    button.textContent = t(isDone ? 'verify.another' : 'verify.choose');
    input.setAttribute('aria-label', `${button.textContent}. ${text.textContent}`);
    zone.dataset.state = state;
  }
  return { zone, label };
}

function statusElements(
  shown: Verification,
  words: Words,
  onCancel: () => void,
  rootsBox: HTMLElement,
): HTMLElement[] {
  const { t } = words;
  if (shown.state === 'idle') return [];
  if (shown.state === 'working') {
    const cancel = element('button', { type: 'button', 'data-testid': 'verify-cancel' }, t('verify.cancel'));
    cancel.addEventListener('click', onCancel);
    const percent = percentOf(shown);
    return [
      element(
        'div',
        { class: 'card working' },
        element('bdi', { class: 'path' }, shown.fileName),
        element('progress', { max: '100', value: percent, 'aria-label': t('verify.working') }),
        element('p', { class: 'note', 'data-percent': true }, t('verify.progress', { percent })),
        cancel,
      ),
    ];
  }
  if (shown.state === 'failed') {
    return [
      element(
        'div',
        { class: 'verdict', 'data-ok': 'unknown' },
        element('span', { class: 'sign', 'aria-hidden': 'true' }, '!'),
        element(
          'div',
          {},
          element('h2', { tabindex: '-1' }, t('verify.failed')),
          element('p', {}, t('verify.failedText')),
          element('p', { class: 'mono' }, element('bdi', {}, shown.detail)),
        ),
      ),
    ];
  }
  return reportElements(createReportView(shown.report, shown.fileName, words), words, rootsBox);
}

function moveProgress(status: HTMLElement, shown: Verification, { t }: Words): void {
  const bar = status.querySelector('progress');
  const text = status.querySelector('[data-percent]');
  const percent = percentOf(shown);
  bar?.setAttribute('value', percent);
  if (text) text.textContent = t('verify.progress', { percent });
}

function percentOf(shown: Verification): string {
  if (shown.state !== 'working') return '0';
  return String(Math.floor((shown.doneBytes / Math.max(1, shown.totalBytes)) * 100));
}

function announcement(before: Verification, next: Verification, { t }: Words): string {
  if (next.state === 'working') return t('verify.working');
  if (next.state === 'failed') return `${t('verify.failed')}. ${t('verify.failedText')}`;
  if (next.state === 'idle') return before.state === 'working' ? t('verify.cancelled') : '';
  const { ok, findings } = next.report;
  if (ok) return `${t('verify.good')}. ${t('verify.goodText')}`;
  return `${t('verify.bad')}. ${t('verify.badText', { number: String(findings.length) })}`;
}
