import type { Indicator } from '@/utils/domain/indicator';
import type { BundleCapture } from '../model';
import { captureAnchor } from './captures';
import { captured, digits, type Html, html } from './markup';
import type { IndexTexts } from './texts';

/** An indicator over all captures of the case. */
interface Row {
  readonly indicator: Indicator;
  readonly numbers: readonly number[];
  readonly sightings: number;
}

const OPEN_ROWS = 40;

/** The number of distinct indicators over all captures, suspect ones left out. */
export function countIndicators(captures: readonly BundleCapture[]): number {
  return collect(captures).filter(({ indicator }) => indicator.valid).length;
}

/** Indicators by type, each once, with the captures it was found in. Long lists are closed at first. */
export function indicatorsSection(captures: readonly BundleCapture[], t: IndexTexts): Html {
  const rows = collect(captures);
  const types = [...new Set(rows.map(({ indicator }) => indicator.type))].sort();
  return html`<section id="indicators">
<h2>${t.indicators} <span class="count">${digits(countIndicators(captures))}</span></h2>
${types.length === 0 ? html`<p class="note">${t.none}</p>` : null}
${types.map((type) =>
  typeTable(
    type,
    rows.filter(({ indicator }) => indicator.type === type),
    t,
  ),
)}
</section>`;
}

function collect(captures: readonly BundleCapture[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { capture, indicators } of captures) {
    for (const indicator of indicators) {
      const key = JSON.stringify([indicator.type, indicator.value, indicator.valid]);
      const before = rows.get(key);
      rows.set(key, {
        indicator: before?.indicator ?? indicator,
        numbers: [...(before?.numbers ?? []), capture.number],
        sightings: (before?.sightings ?? 0) + indicator.sightings.length,
      });
    }
  }
  return [...rows.values()];
}

function typeTable(type: string, rows: readonly Row[], t: IndexTexts): Html {
  const table = html`<div class="box"><table class="values">
<tr><th>${t.value}</th><th>${t.confidence}</th><th>${t.foundIn}</th><th class="n">${t.sightings}</th></tr>
${rows.map((row) => valueRow(row, t))}</table></div>`;
  const heading = html`<code>${type}</code> <span class="count">${digits(rows.length)}</span>`;
  return rows.length > OPEN_ROWS
    ? html`<details><summary class="type">${heading}</summary>${table}</details>`
    : html`<h3 class="type">${heading}</h3>${table}`;
}

function valueRow({ indicator, numbers, sightings }: Row, t: IndexTexts): Html {
  const confidence = indicator.valid
    ? html`${t.confidences[indicator.confidence]}`
    : html`<span class="chip warn">${t.suspect}</span>`;
  const links = ranges(numbers).map(([first, last], index) => {
    const text = first === last ? `№ ${first}` : `№ ${first}–${last}`;
    return html`${index > 0 ? ', ' : ''}<a href="#${captureAnchor(first)}">${text}</a>`;
  });
  return html`<tr><td>${captured(indicator.value)}</td><td>${confidence}</td><td>${links}</td><td class="n">${digits(sightings)}</td></tr>
`;
}

// [1, 2, 3, 7] as [1, 3], [7, 7]: what is on every page of a shop would fill a screen with numbers.
function ranges(numbers: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const current = found.at(-1);
    if (current && number <= current[1] + 1) current[1] = number;
    else found.push([number, number]);
  }
  return found;
}
