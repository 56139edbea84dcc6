import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A browser profile's folder: the caller's, which is kept, or one that `remove` deletes.
 * @param {string} [kept]
 */
export function createProfile(kept) {
  const dir = kept ?? mkdtempSync(join(tmpdir(), 'osmotr-profile-'));
  const isNew = !existsSync(dir) || readdirSync(dir).length === 0;
  mkdirSync(dir, { recursive: true });
  return {
    dir,
    isNew,
    remove() {
      if (!kept) rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
