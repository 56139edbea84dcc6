/** A screen by its address and by what stands on it once it is there; `CASE` and `CAPTURE` are ids. */
export interface Screen {
  readonly name: string;
  readonly hash: string;
  readonly selector: string;
}

const screen = (name: string, hash: string, selector: string): Screen => ({ name, hash, selector });

/** Every screen of the casebook. */
export const SCREENS: readonly Screen[] = [
  screen('cases', '#/start', '[data-testid="case-line"]'),
  screen('first steps', '#/welcome', '[data-testid="welcome"]'),
  screen('new case', '#/new-case', 'main form'),
  screen('overview', '#/case/CASE', '[data-testid="recent-capture"] img'),
  screen('details being edited', '#/case/CASE/edit', '[data-testid="case-save"]'),
  screen('captures', '#/case/CASE/captures', '[data-testid="capture-row"]'),
  screen('indicators', '#/case/CASE/indicators', '[data-testid="indicator-row"]'),
  screen('links', '#/case/CASE/links', '[data-testid="link-graph"][data-ready="true"]'),
  screen('timeline', '#/case/CASE/timeline', '[data-testid="timeline-count"]'),
  screen('journal', '#/case/CASE/journal', '[data-testid="journal-row"]'),
  screen('capture', '#/capture/CAPTURE', 'main img'),
  screen('search', '#/search', 'main input'),
  screen('indicators of all cases', '#/indicators', '[data-testid="indicator-row"]'),
  screen('links of all cases', '#/links', '[data-testid="link-graph"][data-ready="true"]'),
  screen('settings', '#/settings', '[data-testid="sealing-key"]'),
  screen('verification', '#/verify', 'main input[type="file"]'),
];
