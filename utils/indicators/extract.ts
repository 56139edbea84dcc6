import type { Indicator, IndicatorConfidence, IndicatorSource, Sighting } from '@/utils/domain/indicator';
import { mergeFacts } from '@/utils/domain/indicator-facts';
import type { Finding, Scan } from './family';
import { normaliseText } from './normalise';
import { readPageContext } from './page-context';
import { scanText } from './scan-text';
import type { View } from './view';

const CONTEXT = 60;
const RANK: Readonly<Record<IndicatorConfidence, number>> = { weak: 0, likely: 1, certain: 2 };

interface Collected {
  finding: Finding;
  readonly sightings: Sighting[];
}

/**
 * Finds the identifiers in the sources: one entry per distinct `(type, value)`, in order of first sighting.
 * Offsets are offsets into the `text` of the sighting's source; `raw` is exactly what stands there.
 */
export function extractFromSources(sources: readonly IndicatorSource[]): Indicator[] {
  const page = readPageContext(sources);
  const found = new Map<string, Collected>();
  for (const source of sources) {
    // A placeholder shows the form of what is to be typed, nobody's identifier.
    if (source.place?.includes('[placeholder]')) continue;
    const view = normaliseText(source.text, source.origin);
    const scan: Scan = { text: view.text, origin: source.origin, place: source.place ?? '', page };
    for (const finding of scanText(scan)) addFinding(found, finding, sightingOf(finding, source, view));
  }
  return [...found.values()].map(toIndicator);
}

function sightingOf(finding: Finding, source: IndicatorSource, view: View): Sighting {
  const start = view.startOf(finding.start);
  const end = view.endOf(finding.end);
  return {
    raw: source.text.slice(start, end),
    origin: source.origin,
    ...(source.place === undefined ? {} : { place: source.place }),
    start,
    end,
    context: source.text.slice(Math.max(0, start - CONTEXT), end + CONTEXT),
  };
}

function addFinding(found: Map<string, Collected>, finding: Finding, sighting: Sighting): void {
  const key = `${finding.type}\n${finding.value}`;
  const known = found.get(key);
  if (!known) {
    found.set(key, { finding, sightings: [sighting] });
    return;
  }
  known.sightings.push(sighting);
  const { finding: best } = known;
  const facts = finding.facts ? mergeFacts(best.facts ?? {}, finding.facts) : best.facts;
  const isStronger = RANK[finding.confidence] > RANK[best.confidence];
  const isFirstValid = best.valid === false && finding.valid !== false;
  // Most only repeat what is known.
  if (!isStronger && !isFirstValid && facts === best.facts) return;
  const valid = finding.valid !== false || best.valid !== false;
  known.finding = { ...(isStronger ? finding : best), valid, ...(facts ? { facts } : {}) };
}

function toIndicator({ finding, sightings }: Collected): Indicator {
  const { type, value, valid = true, confidence, reason, facts } = finding;
  return { type, value, valid, confidence, reason, sightings, ...(facts ? { facts } : {}) };
}
