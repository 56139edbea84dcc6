import browser from 'webextension-polyfill';

/** Browsers stop a background that has called nothing of theirs for 30 s. */
const INTERVAL_MS = 20_000;

/** Keeps the background running while `work` goes on. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), INTERVAL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
