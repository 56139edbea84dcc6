import { describe, expect, it } from 'vitest';
import { readFromCache } from '@/utils/capture/cached-resources';
import type { PageState } from '@/utils/capture/page-state';
import { keepInBlobs } from '@/utils/platform/aside';
import { createHeldFiles } from '@/utils/snapshot/held-files';

const probe = {
  documentId: null,
  tab: '',
  mediaType: '',
  timeOrigin: 1,
  claim: { url: null, protocol: null },
};
const urls = (count: number) => Array.from({ length: count }, (_, at) => `https://shop.example/${at}.png`);

/** A page whose only frame holds files of that many characters of base64, and what it was asked for at a time. */
function pageWith(characters: number, probes = [probe]) {
  const asked: number[] = [];
  const state = {
    probe,
    order: { target: { tabId: 1 } },
    seen: [{ frameId: 0, snapshot: { path: [] } }],
    resources: new Map(),
    held: createHeldFiles('secret', keepInBlobs().put),
    reasons: new Map<string, string>(),
    ports: {
      clock: { monotonicMs: () => 0 },
      probe: async () => (probes.length > 1 ? probes.shift() : probes[0]),
      cached: async (_target: unknown, _frame: number, wanted: readonly string[]) => {
        asked.push(wanted.length);
        return wanted.map((url) => ({ url, mediaType: 'image/png', body: 'A'.repeat(characters) }));
      },
    },
  };
  return { asked, state: state as unknown as PageState };
}

describe('readFromCache', () => {
  it('asks for small files many at a time', async () => {
    const { asked, state } = pageWith(400);
    await readFromCache(state, [{ path: [], urls: urls(200) }], 1_000);
    expect(asked).toEqual([16, 128, 56]);
    expect(state.resources.size).toBe(200);
    expect(state.reasons.size).toBe(0);
  });

  it('asks for big files few at a time, and for no more than page.html may hold', async () => {
    const { asked, state } = pageWith(4_000_000);
    await readFromCache(state, [{ path: [], urls: urls(60) }], 1_000);
    expect(asked).toEqual([16, 4]);
    expect(state.resources.size).toBe(20);
    expect([...state.reasons.keys()]).toEqual(urls(60).slice(20));
    expect(new Set(state.reasons.values())).toEqual(new Set(['too much for one page']));
  });

  it('says of an answer that is none what it is, not that it came too late', async () => {
    const { state } = pageWith(400);
    const ports = { ...state.ports, cached: async () => null };
    await readFromCache({ ...state, ports }, [{ path: [], urls: urls(1) }], 1_000);
    expect([...state.reasons.values()]).toEqual([expect.stringContaining('ValiError')]);
  });

  it('takes nothing of a page that went away while it was asked', async () => {
    const { state } = pageWith(400, [probe, { ...probe, timeOrigin: 2 }]);
    await readFromCache(state, [{ path: [], urls: urls(2) }], 1_000);
    expect(state.resources.size).toBe(0);
    expect([...state.reasons.values()]).toEqual(Array(2).fill(expect.stringContaining('page-navigated')));
  });
});
