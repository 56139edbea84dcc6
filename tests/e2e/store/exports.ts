import { createCase } from '@/utils/casework/cases';
import { ensureSealingKey } from '@/utils/casework/sealing-key';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { createExportQueue } from '@/utils/export/export-queue';
import { addCapture, clock, details, freshStore, journalOf } from './sample';

/** Exports and the key that seals them, in a real browser's page. */
export const exports = {
  async cancelledDownload() {
    const store = freshStore();
    await createCase({ store, clock }, 'c1', details);
    await addCapture(store, 'x', 'c1');
    const bundle = { fileName: 'a.zip', bytes: 3, sha256: 'a'.repeat(64) };
    const seen: string[] = [];
    const queue = createExportQueue({
      store,
      ports: {
        clock,
        compose: async () => ({
          url: 'blob:1',
          bundle,
          container: null,
          tagManifestSha256: 'b'.repeat(64),
          timestamp: null,
        }),
        download: ({ fileName, signal }) =>
          new Promise((_, reject) => {
            seen.push(`download ${fileName}`);
            signal.addEventListener('abort', () => reject(signal.reason));
            void queue.cancel('e1');
          }),
        release: async (url) => void seen.push(`release ${url}`),
      },
    });
    const software = { name: 'Osmotr', version: '0', build: '0', browser: '', os: '' };
    const order = {
      caseId: 'c1',
      captureIds: null,
      passphrase: null,
      timestampRoots: null,
      software,
      language: 'ru' as const,
    };
    await (await queue.enqueue('e1', order)).done;
    await queue.cancel('e1');
    const activity = await store.activities.get('e1');
    return {
      seen,
      state: activity?.state,
      error: activity?.error?.code,
      journal: await journalOf(store, 'c1'),
    };
  },

  async lostSealingKey() {
    const store = freshStore();
    const one = await ensureSealingKey(store, clock);
    await store.db.sealingKeys.clear();
    const two = await ensureSealingKey(store, clock);
    const { last } = await journalOf(store, INBOX_CASE_ID);
    return { differ: one.fingerprint !== two.fingerprint, said: last?.replaces === one.fingerprint };
  },
};
