/** Facts for the developers: names are ours, values are counts, versions and states, never a string out of a case. */
export type DiagnosticFacts = Readonly<Record<string, string | number | boolean | null>>;

/** One fact a line; what is not known is said to be unknown. */
export function formatDiagnostics(facts: DiagnosticFacts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value ?? 'unknown'}`)
    .join('\n');
}
