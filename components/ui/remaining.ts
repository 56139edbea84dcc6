/** Of what was measured too shortly nothing is told: the first files are no measure of the rest. */
const LEAST_MS = 2_000;

/** How long the rest will take, in ms, at the pace so far; null while nobody can tell. */
export function remainingMs(elapsedMs: number, done: number, total: number): number | null {
  if (elapsedMs < LEAST_MS || done <= 0 || done > total) return null;
  return (elapsedMs * (total - done)) / done;
}
