import type { PictureRegion } from '@/utils/domain/annotation';
import { canonicalJson } from '@/utils/domain/canonical-json';
import type { Indicator, Sighting } from '@/utils/domain/indicator';
import type { ChainReport } from '@/utils/domain/journal-chain';
import { CAPTURE_MANIFEST, captureFolder } from './layout';
import { type MarkOf, marksOf } from './marks';
import type { BundleInput } from './model';

type SoundChain = Extract<ChainReport, { ok: true }>;

/** `data/case.json`: the matter, what made the bundle, which captures of how many it holds, how far the journal goes. */
export function formatCaseJson(input: BundleInput, journal: SoundChain): string {
  return toJson({
    format: 'osmotr-case/1',
    createdAt: input.createdAt,
    case: input.case,
    software: input.software,
    journal: { events: journal.count, head: journal.head },
    scope: input.scope,
    captures: input.captures.map(({ capture, artifacts }) => ({
      ...capture,
      folder: captureFolder(capture),
      manifest: `${captureFolder(capture)}${CAPTURE_MANIFEST}`,
      files: artifacts.length,
    })),
  });
}

/** `data/indicators.json`: every indicator of every capture with its sightings and the person's mark, exactly. */
export function formatIndicatorsJson(input: BundleInput): string {
  const markOf = marksOf(input);
  return toJson({
    format: 'osmotr-indicators/1',
    caseId: input.case.id,
    captures: input.captures.map(({ capture, indicators }) => ({
      id: capture.id,
      number: capture.number,
      url: capture.url,
      startedAt: capture.startedAt,
      indicators: indicators.map((indicator) => describeIndicator(indicator, markOf)),
    })),
  });
}

/** `data/annotations.json`: what people wrote about captures and marked on their pictures. */
export function formatAnnotationsJson(input: BundleInput): string {
  return toJson({
    format: 'osmotr-annotations/1',
    caseId: input.case.id,
    captures: input.captures.map(({ capture, notes, regions }) => ({
      id: capture.id,
      number: capture.number,
      notes: notes.map(({ id, text, corrects, by, at }) => ({ id, text, corrects, by, at })),
      regions: regions.map(describeRegion),
    })),
  });
}

/** `data/journal.jsonl`: one event a line in canonical JSON (RFC 8785), each ended by LF. */
export function formatJournal(input: BundleInput): string {
  return input.journal.map((event) => `${canonicalJson({ ...event })}\n`).join('');
}

// Member by member: what a store keeps beside an indicator is no part of the format.
function describeIndicator(indicator: Indicator, markOf: MarkOf) {
  const { type, value, valid, confidence, reason, facts, manual, sightings } = indicator;
  const mark = markOf(indicator);
  return {
    type,
    value,
    valid,
    confidence,
    reason,
    facts,
    manual: manual && { by: manual.by, at: manual.at },
    mark: mark && { irrelevant: true, reason: mark.reason, by: mark.by, at: mark.at },
    sightings: sightings.map(describeSighting),
  };
}

function describeRegion({ id, file, sha256, x, y, width, height, caption, by, at }: PictureRegion) {
  return { id, file, sha256, x, y, width, height, caption, by, at };
}

function describeSighting({ raw, origin, place, start, end, context }: Sighting): Sighting {
  return { raw, origin, place, start, end, context };
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
