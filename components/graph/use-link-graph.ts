import { useMemo } from 'react';
import type { Capture } from '@/utils/domain/capture';
import { buildLinkGraph, type LinkGraph, type LinkSighting } from '@/utils/domain/link-graph';
import { familyOf, type IndicatorFamily } from '../capture/indicator-families';

export interface GraphFilter {
  readonly families: ReadonlySet<IndicatorFamily>;
  /** Only what at least two hosts share. */
  readonly onlyShared: boolean;
}

/** Beyond this many a picture tells nothing, and laying it out takes seconds. */
const MOST_INDICATORS = 400;

/** The link graph of captures as a filter wants it. */
export function useLinkGraph(
  captures: readonly Capture[],
  sightings: readonly LinkSighting[],
  filter: GraphFilter,
  expanded: ReadonlySet<string>,
): LinkGraph {
  return useMemo(
    () =>
      buildLinkGraph(captures, sightings, {
        types: (type) => filter.families.has(familyOf(type)),
        onlyShared: filter.onlyShared,
        expanded,
        limit: MOST_INDICATORS,
      }),
    [captures, sightings, filter, expanded],
  );
}
