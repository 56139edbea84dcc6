import type { Page } from 'puppeteer-core';
import { click, waitFor } from '../indicators/page';
import { verifyFile } from '../verifier/report';

/** What stands for itself in a screen's address, and a bundle that fails its verification. */
export interface ScreenIds {
  readonly CASE: string;
  readonly CAPTURE: string;
  readonly BUNDLE: string;
}

/** A screen by its address and by what stands on it once it is there; `CASE` and `CAPTURE` are ids. */
export interface Screen {
  readonly name: string;
  readonly hash: string;
  readonly selector: string;
  /** Opens what a person would open there. */
  readonly enter?: (page: Page, ids: ScreenIds) => Promise<unknown>;
}

const screen = (name: string, hash: string, selector: string): Screen => ({ name, hash, selector });
const at = (id: string) => `[data-testid="${id}"]`;

/** Every screen of the casebook. */
export const SCREENS: readonly Screen[] = [
  screen('cases', '#/start', at('case-line')),
  screen('first steps', '#/welcome', at('welcome')),
  screen('new case', '#/new-case', 'main form'),
  screen('overview', '#/case/CASE', `${at('recent-capture')} img`),
  screen('details being edited', '#/case/CASE/edit', at('case-save')),
  screen('captures', '#/case/CASE/captures', at('capture-row')),
  screen('indicators', '#/case/CASE/indicators', at('indicator-row')),
  screen('links', '#/case/CASE/links', `${at('link-graph')}[data-ready="true"]`),
  screen('timeline', '#/case/CASE/timeline', at('timeline-count')),
  screen('journal', '#/case/CASE/journal', at('journal-row')),
  screen('capture', '#/capture/CAPTURE', 'main img'),
  screen('search', '#/search', 'main input'),
  screen('indicators of all cases', '#/indicators', at('indicator-row')),
  screen('links of all cases', '#/links', `${at('link-graph')}[data-ready="true"]`),
  screen('settings', '#/settings', at('sealing-key')),
  screen('verification', '#/verify', 'main input[type="file"]'),
];

/** A press on `button` after which `shown` is there. */
const pressed =
  (button: string, shown: string): Screen['enter'] =>
  async (page) => {
    await click(page, at(button));
    await waitFor(page, shown);
  };

const CAPTURE = ['#/capture/CAPTURE', 'main img'] as const;

/** An export that stands still half-way, as one of a large case does for minutes. */
const heldExport: Screen['enter'] = async (page, { CASE }) => {
  await page.evaluate(async (caseId) => {
    const opening = indexedDB.open('osmotr');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const held = { id: 'held', caseId, kind: 'export', state: 'working', phase: 'hash' };
    const saving = db.transaction('activities', 'readwrite').objectStore('activities');
    const done = saving.put({ ...held, startedAt: '2026-03-05T10:00:00Z', doneBytes: 4e8, totalBytes: 9e8 });
    await new Promise((resolve) => {
      done.onsuccess = resolve;
    });
    db.close();
    location.hash = '#/welcome';
  }, CASE);
  await waitFor(page, at('welcome'));
  await page.evaluate((caseId) => {
    location.hash = `#/case/${caseId}/captures`;
  }, CASE);
  await waitFor(page, `${at('export-status')}[data-state="working"] [role="progressbar"]`);
};

/** What opens on a screen by a press. */
export const STATES: readonly Screen[] = [
  { ...screen('a capture’s text', ...CAPTURE), enter: pressed('tab-text', at('capture-text')) },
  { ...screen('a capture’s copy', ...CAPTURE), enter: pressed('tab-snapshot', at('snapshot')) },
  { ...screen('a capture’s notes', ...CAPTURE), enter: pressed('tab-notes', at('note-text')) },
  { ...screen('a capture’s page and network', ...CAPTURE), enter: pressed('tab-page', 'main dl') },
  { ...screen('a capture’s steps', ...CAPTURE), enter: pressed('tab-steps', at('step-row')) },
  { ...screen('a capture’s files', ...CAPTURE), enter: pressed('tab-files', at('file-row')) },
  { ...screen('a sighting unfolded', ...CAPTURE), enter: pressed('unfold-sightings', at('show-place')) },
  { ...screen('a capture to delete', ...CAPTURE), enter: pressed('delete-capture', at('delete-reason')) },
  { ...screen('a region to mark', ...CAPTURE), enter: pressed('mark-region', at('region-caption')) },
  {
    ...screen('an encrypted export', '#/case/CASE/captures', at('capture-row')),
    enter: pressed('encrypt-case', 'main form input'),
  },
  {
    ...screen('a participant', '#/case/CASE', at('participant-add')),
    enter: pressed('participant-add', at('participant-name')),
  },
  {
    ...screen('the legal side', '#/case/CASE', at('procedure-edit')),
    enter: pressed('procedure-edit', at('legal-template')),
  },
  {
    ...screen('an indicator to add', '#/case/CASE/indicators', at('indicator-row')),
    enter: pressed('add-indicator', at('add-save')),
  },
  {
    ...screen('an indicator unfolded', '#/case/CASE/indicators', at('indicator-row')),
    enter: pressed('unfold-row', at('indicator-details')),
  },
  {
    ...screen('a node of the graph', '#/case/CASE/links', at('graph-indicator')),
    enter: pressed('graph-indicator', at('graph-picked')),
  },
  { ...screen('an export under way', '#/case/CASE/captures', at('capture-row')), enter: heldExport },
  {
    ...screen('what was found', '#/search', at('search-box')),
    enter: async (page) => {
      await page.type(at('search-box'), 'bot');
      await waitFor(page, at('search-result'));
    },
  },
  {
    ...screen('a failed verification', '#/verify', at('verify-file')),
    enter: (page, { BUNDLE }) => verifyFile(page, BUNDLE),
  },
];
