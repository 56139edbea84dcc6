import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedStore } from '../../fixtures/seeded-store/seed-store.mjs';
import { BROWSERS, readTable, startSession } from '../extension/session';
import { byTestId, expectDownload, press } from '../harness/index.mjs';
import { verifyFile } from './report';

/** 200 MB, where more is stored than any of our parts holds in memory at once. The bench does gigabytes. */
describe.each(BROWSERS)('a case of 200 MB in %s', (name) => {
  it('is exported whole, and its bundle verifies', { timeout: 400_000 }, async () => {
    const session = await startSession(name);
    try {
      const page = await session.driven.openExtensionPage('casebook.html');
      await seedStore(page, { captures: 4, largeTiles: 4 });
      await (await byTestId(page, 'case-row')).click();
      const download = await expectDownload(session.driven.downloadDir);
      expect(await press(page, 'export-case', 'export-status')).toBe('done');
      const file = await download.file;
      const events = await readTable<{ kind: string; data: { bytes?: number } }>(page, 'journal');
      const finished = events.find(({ kind }) => kind === 'export-finished');
      expect(statSync(file).size).toBe(finished?.data.bytes);
      expect(statSync(file).size).toBeGreaterThan(200_000_000);
      await (await byTestId(page, 'open-verify')).click();
      expect(await verifyFile(page, file)).toMatchObject({ verdict: 'good', findings: [] });
    } finally {
      await session.end();
    }
  });
});
