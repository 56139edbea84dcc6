import type { Indicator, IndicatorConfidence, IndicatorSource, Sighting } from '@/utils/domain/indicator';
import { mergeFacts } from '@/utils/domain/indicator-facts';
import type { Finding, Scan } from './family';
import { normaliseText } from './normalise';
import { readPageContext } from './page-context';
import { scanText } from './scan-text';
import type { View } from './view';

const CONTEXT = 60;
const RANK: Readonly<Record<IndicatorConfidence, number>> = { weak: 0, likely: 1, certain: 2 };

/** An indicator that further sightings may change. */
type Draft = { -readonly [Name in keyof Indicator]: Indicator[Name] } & { readonly sightings: Sighting[] };

/** What was found so far: in order, and by type and value. */
interface Found {
  readonly all: Draft[];
  readonly byType: Map<string, Map<string, Draft>>;
}

/**
 * Finds the identifiers in the sources: one entry per distinct `(type, value)`, in order of first sighting.
 * Offsets are offsets into the `text` of the sighting's source; `raw` is exactly what stands there.
 */
export function extractFromSources(sources: readonly IndicatorSource[]): Indicator[] {
  const page = readPageContext(sources);
  const found: Found = { all: [], byType: new Map() };
  for (const source of sources) {
    // A placeholder shows the form of what is to be typed, nobody's identifier.
    if (source.place?.includes('[placeholder]')) continue;
    const view = normaliseText(source.text, source.origin);
    const scan: Scan = { text: view.text, origin: source.origin, place: source.place ?? '', page };
    for (const finding of scanText(scan)) addFinding(found, finding, sightingOf(finding, source, view));
  }
  return found.all;
}

function sightingOf(finding: Finding, { text, origin, place }: IndicatorSource, view: View): Sighting {
  const start = view.startOf(finding.start);
  const end = view.endOf(finding.end);
  const raw = text.slice(start, end);
  const context = text.slice(Math.max(0, start - CONTEXT), end + CONTEXT);
  return place === undefined
    ? { raw, origin, start, end, context }
    : { raw, origin, place, start, end, context };
}

function addFinding({ all, byType }: Found, finding: Finding, sighting: Sighting): void {
  let byValue = byType.get(finding.type);
  if (!byValue) {
    byValue = new Map();
    byType.set(finding.type, byValue);
  }
  const known = byValue.get(finding.value);
  if (!known) {
    const draft = draftOf(finding, sighting);
    byValue.set(finding.value, draft);
    all.push(draft);
    return;
  }
  known.sightings.push(sighting);
  if (RANK[finding.confidence] > RANK[known.confidence]) {
    known.confidence = finding.confidence;
    known.reason = finding.reason;
  }
  if (finding.valid !== false) known.valid = true;
  if (finding.facts) known.facts = mergeFacts(known.facts ?? {}, finding.facts);
}

function draftOf(
  { type, value, valid = true, confidence, reason, facts }: Finding,
  sighting: Sighting,
): Draft {
  const sightings = [sighting];
  return facts
    ? { type, value, valid, confidence, reason, sightings, facts }
    : { type, value, valid, confidence, reason, sightings };
}
