import { useState } from 'react';

/**
 * Gives the error of a promise to the nearest boundary: what an effect or a press began has none of its own, and would be
 * heard of in the console alone.
 */
export function useRaise(): (error: unknown) => void {
  const [raise] = useState(() => (error: unknown) => setThrown({ error }));
  const [thrown, setThrown] = useState<{ readonly error: unknown } | null>(null);
  if (thrown) throw thrown.error;
  return raise;
}
