import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAST_WORDS } from '../../fixtures/hard-site/pages';
import { BROWSERS, readStoredText } from '../extension/session';
import { expectSaved, type HardSession, startHardSession } from './hard-session';

/** Pages of many documents, and one that is none: captured or refused with the reason, and never half-saved. */
describe.each(BROWSERS)('hard pages by the popup of %s', (name) => {
  let hard: HardSession;

  beforeAll(async () => {
    hard = await startHardSession(name);
  });

  afterAll(async () => {
    await hard?.end();
  });

  it('40 frames, one in another: read as deep as the browser goes', async () => {
    const ended = await hard.captureAt('/nested/40');
    const { manifest, failed } = expectSaved(ended);
    const loaded = hard.site.requests.filter((path) => path.startsWith('/nested/'));
    expect(failed).toEqual([]);
    const lines = ended.text.split('\n');
    for (const path of loaded) {
      expect(lines).toContain(path === '/nested/0' ? LAST_WORDS : `level ${path.slice(8)}`);
    }
    // Firefox leaves a frame empty that stands too deep: no request, no document, and the capture says so.
    const missing = manifest.missing.map(({ url }) => new URL(url).pathname);
    expect(loaded.length).toBeGreaterThan(name === 'chromium' ? 40 : 5);
    expect(missing).toEqual(loaded.length > 40 ? [] : [`/nested/${40 - loaded.length}`]);
  });

  it('frames of every kind: all are read', async () => {
    const ended = await hard.captureAt('/frames');
    const { manifest, failed } = expectSaved(ended);
    expect({ failed, missing: manifest.missing }).toEqual({ failed: [], missing: [] });
    for (const text of ['inner cross', 'inner sandboxed', 'sandboxed srcdoc', 'about:blank', 'blob frame']) {
      expect(ended.text).toContain(`${text} text`);
    }
    expect(ended.text).toContain('data frame text');
    expect(ended.text).toContain('javascript frame text');
    expect(ended.text).toContain(LAST_WORDS);
  });

  it('a bare picture', async () => {
    const ended = await hard.captureAt('/picture/7.png');
    const { manifest, failed } = expectSaved(ended);
    // Firefox shows it with style sheets of its own.
    const missing = manifest.missing.filter(({ url }) => !url.startsWith('resource:'));
    expect({ failed, missing }).toEqual({ failed: [], missing: [] });
    expect(manifest.page.contentType).toBe('image/png');
    expect(await readStoredText(hard.reader, ended.id, 'page.html')).toContain('src="data:image/png;base64,');
  });
});
