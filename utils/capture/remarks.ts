import type { Remark } from '@/utils/domain/capture';
import { MAX_PAGE_HEIGHT } from './tiles';

type Facts = Readonly<Record<string, string>>;

/** How `capture.json` says each in English, beside the code. */
const SENTENCES: Record<Remark['code'], (facts: Facts) => string> = {
  'page-loading': () => 'the page was still being loaded: it was taken as far as it was there',
  'frames-loading': ({ count }) =>
    `${count} frames were still being loaded: they were taken as far as they were there`,
  'page-cut': ({ shown, height }) => `pictures show the upper ${shown} of ${height} px of the page`,
  'page-grew': ({ from, to, shown }) =>
    `the page grew from ${from} to ${to} px while it was photographed; pictures show ${shown} px`,
  'scroll-time': ({ shown, height }) =>
    `the time was over while scrolling: pictures show the upper ${shown} of ${height} px of the page`,
  'page-wider': ({ shown, width }) => `pictures show the left ${shown} of ${width} px of the page`,
  covered: ({ share }) =>
    `${share} % of the picture was under what is fixed to the window wherever it was scrolled, and is left empty`,
  layer: () => 'a layer over most of the window is in every picture',
  'pictures-not-loaded': ({ count }) => `${count} pictures had not been loaded when they were photographed`,
  'frame-blank': ({ url }) =>
    `the photograph shows nothing where the frame ${url} stands, though it has content`,
  'panes-left': ({ taken, found }) => `${taken} of ${found} inner areas were scrolled`,
  'panes-in-frames': () => 'areas inside frames were not scrolled',
  'pane-cut': ({ pane }) => `inner area ${pane} goes on beyond what its pictures show`,
  'pane-gap': ({ pane, count }) => `pictures of inner area ${pane} could not be joined at ${count} places`,
};

/** A remark as `notes` say it. */
export function remarkSentence({ code, facts }: Remark): string {
  return SENTENCES[code](facts);
}

/** A remark with its facts; numbers are rounded. */
export function remark(code: Remark['code'], facts: Record<string, string | number> = {}): Remark {
  const texts = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === 'number' ? String(Math.round(value)) : value,
  ]);
  return { code, facts: Object.fromEntries(texts) };
}

/** What pictures of the whole page leave out, by its height before and after they were taken, CSS pixels. */
export function heightRemarks(before: number, after: number): Remark[] {
  const shown = Math.min(before, MAX_PAGE_HEIGHT);
  if (after > before + 1) return [remark('page-grew', { from: before, to: after, shown })];
  return shown < before ? [remark('page-cut', { shown, height: before })] : [];
}

/** A share of 1 as a remark's fact: per cent, to a tenth and never 0. */
export function percent(share: number): string {
  return String(Math.max(0.1, Math.round(share * 1_000) / 10));
}
