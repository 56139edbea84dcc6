import { useState } from 'react';
import { type ErrorRecord, toErrorRecord } from '@/utils/errors';

/** Work that a button starts: whether it runs, and the error it ended with, as data. */
export function useAction() {
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ErrorRecord | null>(null);
  /** Resolves to whether the work ended well. */
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    setIsRunning(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (thrown) {
      setError(toErrorRecord(thrown));
      return false;
    } finally {
      setIsRunning(false);
    }
  };
  return { isRunning, error, run, clear: () => setError(null) };
}
