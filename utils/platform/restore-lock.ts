/** Held by the page that restores a backup, as long as it lives. */
const LOCK = 'osmotr-restore';

/** Runs a restore; another page or the background can tell that it goes on. */
export function holdRestoreLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}

/** Runs `work` unless a page is restoring a backup at this moment. */
export async function whenNobodyRestores(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
