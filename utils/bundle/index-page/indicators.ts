import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import { marksOf } from '../marks';
import type { BundleInput } from '../model';
import { captureAnchor } from './captures';
import { captured, digits, type Html, html, moment } from './markup';
import type { IndexTexts } from './texts';

/** An indicator over all captures of the case. */
interface Row {
  readonly indicator: Indicator;
  readonly numbers: readonly number[];
  readonly sightings: number;
  readonly mark: IndicatorMark | undefined;
}

type IndicatorInput = Pick<BundleInput, 'captures' | 'marks'>;

const OPEN_ROWS = 40;

/** The number of distinct indicators over all captures, suspect ones left out. */
export function countIndicators(input: IndicatorInput): number {
  return collect(input).filter(({ indicator }) => indicator.valid).length;
}

/** Indicators by type, each once, with the captures it was found in. Long lists are closed at first. */
export function indicatorsSection(input: IndicatorInput, t: IndexTexts): Html {
  const rows = collect(input);
  const types = [...new Set(rows.map(({ indicator }) => indicator.type))].sort();
  return html`<section id="indicators">
<h2>${t.indicators} <span class="count">${digits(countIndicators(input))}</span></h2>
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

function collect({ captures, marks }: IndicatorInput): Row[] {
  const markOf = marksOf({ marks });
  const rows = new Map<string, Row>();
  for (const { capture, indicators } of captures) {
    for (const indicator of indicators) {
      const key = JSON.stringify([indicator.type, indicator.value, indicator.valid]);
      const before = rows.get(key);
      rows.set(key, {
        indicator: before?.indicator ?? indicator,
        numbers: [...(before?.numbers ?? []), capture.number],
        sightings: (before?.sightings ?? 0) + indicator.sightings.length,
        mark: markOf(indicator),
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

function valueRow({ indicator, numbers, sightings, mark }: Row, t: IndexTexts): Html {
  const confidence = indicator.valid
    ? html`${t.confidences[indicator.confidence]}`
    : html`<span class="chip warn">${t.suspect}</span>`;
  const links = ranges(numbers).map(([first, last], index) => {
    const text = first === last ? `№ ${first}` : `№ ${first}–${last}`;
    return html`${index > 0 ? ', ' : ''}<a href="#${captureAnchor(first)}">${text}</a>`;
  });
  return html`<tr><td>${captured(indicator.value)}${decisions(indicator, mark, t)}</td><td>${confidence}</td><td>${links}</td><td class="n">${digits(sightings)}</td></tr>
`;
}

/** What people said of it: added by hand, or of no relevance to the case; who, when and why. */
function decisions({ manual, reason }: Indicator, mark: IndicatorMark | undefined, t: IndexTexts): Html {
  return html`${manual ? decision(t.addedByHand, { ...manual, reason }) : null}${mark ? decision(t.irrelevant, mark) : null}`;
}

function decision(what: string, { by, at, reason }: Pick<IndicatorMark, 'by' | 'at' | 'reason'>): Html {
  const who = by === '' ? null : html`, ${captured(by)}`;
  return html`<div><span class="chip">${what}</span> <span class="note">${captured(reason)}${who}, ${moment(at)}</span></div>`;
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
