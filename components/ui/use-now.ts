import { useEffect, useState } from 'react';

/** This moment, Unix time in ms; the component is drawn anew every so many ms. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticker = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(ticker);
  }, [everyMs]);
  return now;
}
