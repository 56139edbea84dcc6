import { toWellFormed } from '@/utils/domain/canonical-json';
import type { Indicator, IndicatorConfidence } from '@/utils/domain/indicator';
import type { JsonObject } from '@/utils/domain/json';
import { artifactPath, CAPTURE_MANIFEST, captureFolder } from '../layout';
import { type MarkOf, marksOf } from '../marks';
import type { BundleCapture, BundleInput } from '../model';
import { factsDefinition, SOFTWARE_IDENTITY, softwareIdentity, walletDefinition } from './extensions';
import { type Observable, toObservable } from './observable';
import { uuidV5 } from './uuid-v5';

/** Namespace of identifiers that are not of observables: the specification keeps its own for those. */
const NAMESPACE = 'f6b7ed41-7499-4d54-9512-f0f0137147f0';

const STRENGTH: Readonly<Record<IndicatorConfidence, number>> = { weak: 0, likely: 1, certain: 2 };

/**
 * `data/indicators.stix.json`: a STIX 2.1 bundle with an observable for each indicator that STIX has an object for,
 * and what was observed in each capture. Suspects (`valid: false`) and what a person found irrelevant are left out:
 * who imports observables would take them for facts. The same case gives the same identifiers.
 */
export function formatStix(input: BundleInput): string {
  const markOf = marksOf(input);
  const unit = unitIdentity(input);
  const found = new Map<string, Found>();
  const observations: JsonObject[] = [];
  for (const capture of input.captures) {
    const here = findingsOf(capture, markOf);
    for (const one of here) keepStronger(found, one);
    const refs = [...new Set(here.map(({ observable }) => observable.id))];
    if (refs.length > 0) observations.push(observedData(input, capture, refs, unit?.id ?? SOFTWARE_IDENTITY));
  }
  const observables = [...found.values()].map(({ observable }) => observable);
  const hasWallet = observables.some(({ type }) => type === 'cryptocurrency-wallet');
  const objects: JsonObject[] = [
    softwareIdentity(),
    ...(unit ? [unit] : []),
    ...(observables.length > 0 ? [factsDefinition()] : []),
    ...(hasWallet ? [walletDefinition()] : []),
    ...observables,
    ...observations,
  ];
  const id = `bundle--${uuidV5(NAMESPACE, `bundle ${input.case.id} ${input.createdAt}`)}`;
  return `${JSON.stringify({ type: 'bundle', id, objects }, null, 2)}\n`;
}

interface Found {
  readonly indicator: Indicator;
  readonly observable: Observable;
}

function findingsOf({ indicators }: BundleCapture, markOf: MarkOf): Found[] {
  return indicators.flatMap((indicator) => {
    const observable = indicator.valid && !markOf(indicator) ? toObservable(indicator) : null;
    return observable ? [{ indicator, observable }] : [];
  });
}

/** One object stands for all captures, so it says the best that is known. */
function keepStronger(found: Map<string, Found>, one: Found): void {
  const known = found.get(one.observable.id);
  const isStronger = !known || STRENGTH[one.indicator.confidence] > STRENGTH[known.indicator.confidence];
  if (isStronger) found.set(one.observable.id, one);
}

/** Who investigates; null where no unit is stated. */
function unitIdentity({ case: matter }: BundleInput): (JsonObject & { readonly id: string }) | null {
  const name = toWellFormed(matter.unit).trim();
  if (name === '') return null;
  return {
    type: 'identity',
    spec_version: '2.1',
    id: `identity--${uuidV5(NAMESPACE, `unit ${matter.id}`)}`,
    created: toUtc(matter.createdAt),
    modified: toUtc(matter.updatedAt),
    name,
    identity_class: 'organization',
  };
}

function observedData(
  { createdAt }: BundleInput,
  { capture }: BundleCapture,
  refs: readonly string[],
  creator: string,
): JsonObject {
  const time = toUtc(capture.startedAt);
  return {
    type: 'observed-data',
    spec_version: '2.1',
    id: `observed-data--${uuidV5(NAMESPACE, `capture ${capture.id}`)}`,
    created_by_ref: creator,
    created: time,
    modified: toUtc(createdAt),
    first_observed: time,
    last_observed: time,
    number_observed: 1,
    object_refs: refs,
    external_references: [
      {
        source_name: 'Osmotr',
        external_id: capture.id,
        description: `${artifactPath(captureFolder(capture), CAPTURE_MANIFEST)}, SHA-256 ${capture.sha256}`,
      },
    ],
  };
}

/** A timestamp in the one form that STIX knows: UTC, by the millisecond. */
function toUtc(timestamp: string): string {
  return new Date(timestamp).toISOString();
}
