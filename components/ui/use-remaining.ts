import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { remainingMs } from './remaining';

/** Words for how long the rest of a work will take; blank while nobody can tell. A new `phase` is measured anew. */
export function useRemaining(phase: string, done: number, total: number): string {
  const { t } = useTranslation();
  const start = useRef({ phase: '', ms: 0, done: 0 });
  if (start.current.phase !== phase || done < start.current.done) {
    start.current = { phase, ms: performance.now(), done };
  }
  const { ms, done: before } = start.current;
  const left = remainingMs(performance.now() - ms, done - before, total - before);
  if (left === null) return '';
  const seconds = Math.max(1, Math.round(left / 1000));
  return seconds < 90
    ? t('progress.seconds', { count: seconds })
    : t('progress.minutes', { count: Math.round(seconds / 60) });
}
