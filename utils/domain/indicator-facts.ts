/** Facts of a value by name. Where sightings differ, one fact holds each of their values, a line each. */
export type IndicatorFacts = Readonly<Record<string, string>>;

/** Values of one fact that are kept; a line `…` says that there were more. */
const MOST_VALUES = 20;
const MORE = '…';

/** What two sightings say together: values that differ stand under one another. `known` itself if nothing is new. */
export function mergeFacts(known: IndicatorFacts, further: IndicatorFacts): IndicatorFacts {
  let merged = known;
  for (const [name, value] of Object.entries(further)) {
    const lines = merged[name]?.split('\n') ?? [];
    const added = value.split('\n').filter((line) => !lines.includes(line));
    if (added.length === 0 || lines.at(-1) === MORE) continue;
    const all = [...lines, ...added];
    const kept = all.length > MOST_VALUES ? [...all.slice(0, MOST_VALUES), MORE] : all;
    merged = { ...merged, [name]: kept.join('\n') };
  }
  return merged;
}

/** Name and value of each fact, several pairs where it has several values. */
export function factPairs(facts: IndicatorFacts): [name: string, value: string][] {
  return Object.entries(facts).flatMap(([name, values]) =>
    values.split('\n').map((value): [string, string] => [name, value]),
  );
}
