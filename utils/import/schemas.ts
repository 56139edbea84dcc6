import * as v from 'valibot';
import type { Capture, StepName } from '@/utils/domain/capture';
import type { Case } from '@/utils/domain/case';
import { INDICATOR_ORIGINS, type Indicator, type IndicatorMark } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';
import type { ParticipantRole, RegistrationStart } from '@/utils/domain/procedure';

const text = v.string();
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
// Ids stand in addresses of the casebook and in keys of the store.
const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
// Names and codes that a later version adds are kept as they came, like kinds of events.
const code = <Code extends string>() =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z-]{1,40}$/),
    v.transform((name) => name as Code),
  );
const stepName = code<StepName>();

const procedureSchema = v.object({
  bookNumber: text,
  bookDate: text,
  offence: text,
  inspectionBasis: text,
  lawChecked: v.boolean(),
  place: text,
  participants: v.array(
    v.object({ role: code<ParticipantRole>(), name: text, address: text, document: text }),
  ),
  registration: v.nullable(
    v.object({
      start: code<RegistrationStart>(),
      startedAt: text,
      dueAt: text,
      registeredAt: v.nullable(text),
    }),
  ),
});

const caseSchema = v.object({
  id,
  title: text,
  registerNumber: text,
  jurisdiction: v.picklist(['kz', 'uz']),
  unit: text,
  position: text,
  rank: text,
  name: text,
  createdAt: text,
  updatedAt: text,
  procedure: v.exactOptional(procedureSchema),
});

const captureSchema = v.object({
  id,
  caseId: id,
  number: count,
  startedAt: text,
  url: text,
  host: text,
  title: text,
  sha256,
  bytes: count,
  indicatorCount: count,
  complete: v.boolean(),
  failedSteps: v.array(stepName),
  watched: v.array(text),
  tags: v.array(text),
  folder: text,
});

/** `data/case.json`: what of it the store keeps. */
export const caseFileSchema: v.GenericSchema<
  unknown,
  { readonly case: Case; readonly captures: readonly (Capture & { readonly folder: string })[] }
> = v.object({ case: caseSchema, captures: v.array(captureSchema) });

/** The files that `capture.json` names. */
export const artifactsSchema = v.object({
  artifacts: v.array(
    v.object({
      name: text,
      mediaType: v.pipe(v.string(), v.regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}(;[ -~]{0,60})?$/)),
      bytes: count,
      sha256,
      pixels: v.exactOptional(v.picklist(['photographed', 'rendered'])),
      width: v.exactOptional(count),
      height: v.exactOptional(count),
    }),
  ),
});

const sightingSchema = v.object({
  raw: text,
  origin: v.picklist(INDICATOR_ORIGINS),
  place: v.exactOptional(text),
  start: v.exactOptional(count),
  end: v.exactOptional(count),
  context: text,
});

const indicatorSchema = v.object({
  type: text,
  value: text,
  valid: v.boolean(),
  confidence: v.picklist(['certain', 'likely', 'weak']),
  reason: text,
  facts: v.exactOptional(v.record(text, text)),
  manual: v.exactOptional(v.object({ by: text, at: text })),
  mark: v.exactOptional(v.object({ irrelevant: v.literal(true), reason: text, by: text, at: text })),
  sightings: v.array(sightingSchema),
});

type Marked = Indicator & { readonly mark?: Pick<IndicatorMark, 'irrelevant' | 'reason' | 'by' | 'at'> };

/** `data/indicators.json`: what of it the store keeps. */
export const indicatorsFileSchema: v.GenericSchema<
  unknown,
  { readonly captures: readonly { readonly id: string; readonly indicators: readonly Marked[] }[] }
> = v.object({ captures: v.array(v.object({ id, indicators: v.array(indicatorSchema) })) });

const noteSchema = v.object({ id, text, corrects: v.nullable(id), by: text, at: text });

const regionSchema = v.object({
  id,
  file: text,
  sha256,
  x: count,
  y: count,
  width: count,
  height: count,
  caption: text,
  by: text,
  at: text,
});

/** `data/annotations.json`: what people wrote about each capture. */
export const annotationsFileSchema = v.object({
  captures: v.array(v.object({ id, notes: v.array(noteSchema), regions: v.array(regionSchema) })),
});

/** A line of `data/journal.jsonl`. Kinds aren't enumerated: a later version has further ones, and all are kept as they came. */
export const journalEventSchema = v.pipe(
  v.object({
    seq: count,
    case: id,
    time: text,
    kind: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
    data: v.record(text, v.unknown()),
    prev: sha256,
    hash: sha256,
  }),
  v.transform((event) => event as unknown as JournalEvent),
);
