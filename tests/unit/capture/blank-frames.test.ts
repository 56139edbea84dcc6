import { describe, expect, it } from 'vitest';
import type { PageState } from '@/utils/capture/page-state';
import type { CapturePorts } from '@/utils/capture/ports';
import { createStepRunner } from '@/utils/capture/step-runner';
import { takePageImages } from '@/utils/capture/take-page-images';
import { gradientPng } from '../../fixtures/torture/pictures';
import { frameSnapshot } from '../snapshot/frames';

const OTHER = 'https://other.example/frame';
const probe = {
  documentId: null,
  timeOrigin: 1,
  tab: '',
  mediaType: '',
  claim: { url: null, protocol: null },
};

/** What a photograph comes to: the frame's place of one colour, drawn, or no photograph at all. */
type Shot = 'blank' | 'drawn' | 'refused' | 'never';

/** The pictures of a page with one frame of another site, whose photographs come out as told, one after another. */
async function photographed(shots: readonly Shot[]) {
  const tiles = new Map<Blob, Shot>();
  let taken = 0;
  const photograph: CapturePorts['photograph'] = async (_, { onTile }) => {
    const shot = shots[taken] ?? 'never';
    taken += 1;
    if (shot === 'refused') throw new Error('the debugger was taken away');
    if (shot === 'never') return new Promise(() => undefined);
    const tile = new Blob([Uint8Array.from(gradientPng(100, 900, [0, 0, 0]))], { type: 'image/png' });
    tiles.set(tile, shot);
    await onTile(tile, 'cdp-clips');
    return { method: 'cdp-clips', resized: true, remarks: [] };
  };
  const clock = { monotonicMs: () => 0 };
  const rect = { x: 10, y: 700, width: 50, height: 50 };
  const { viewport } = frameSnapshot();
  const main = frameSnapshot({
    viewport: { ...viewport, pageHeight: 2 * viewport.height },
    parts: [{ k: 'frame', index: 0, url: OTHER, tag: 'iframe', place: 0 }],
    places: [{ id: 0, kind: 'frame', url: OTHER, rect }],
  });
  const child = frameSnapshot({ path: [0], url: OTHER, text: ['in the frame'] });
  const steps = createStepRunner({ clock, limitMs: 200, onChange: async () => undefined });
  const state = {
    ports: { photograph, probe: async () => probe },
    order: { target: {}, strategy: 'automatic', stepLimitMs: 200 },
    steps,
    probe,
    files: [],
    remarks: [],
    seen: [main, child].map((snapshot, frameId) => ({ frameId, snapshot })),
    canvases: {
      of: (blob: Blob) => ({ open: async () => canvasOf(tiles.get(blob)) }),
      close: () => undefined,
    },
    observer: {},
  } as unknown as PageState;
  await takePageImages(state, Promise.resolve());
  return {
    taken,
    /** The tile that stays is the one of the first photograph. */
    first: state.files[0]?.blob === [...tiles.keys()][0],
    outcome: steps.records[0]?.outcome,
    kept: state.files.map(({ name, blob }) => `${name} ${tiles.get(blob)}`),
    remarks: state.remarks.map(({ code, facts }) => `${code} ${facts.url}`),
  };
}

function canvasOf(shot: Shot | undefined) {
  const getImageData = (_x: number, _y: number, width: number, height: number) => {
    const data = new Uint8ClampedArray(width * height * 4);
    if (shot === 'drawn') data[0] = 255;
    return { data };
  };
  return { getContext: () => ({ getImageData }) };
}

describe('a frame that came out blank', () => {
  const remarks = [`frame-blank ${OTHER}`];

  it('is photographed again, and nothing is said once it is there', async () => {
    const kept = ['page-01.png drawn'];
    const { first, ...rest } = await photographed(['blank', 'drawn']);
    expect(rest).toEqual({ taken: 2, outcome: 'done', kept, remarks: [] });
    expect(first).toBe(false);
  });

  it('is said, once, when it stays so, and the first photograph is kept', async () => {
    const { first, ...rest } = await photographed(['blank', 'blank', 'drawn']);
    expect(rest).toEqual({ taken: 2, outcome: 'done', kept: ['page-01.png blank'], remarks });
    expect(first).toBe(true);
  });

  it.each<Shot>(['refused', 'never'])('is said when the next photograph fails (%s)', async (shot) => {
    const kept = ['page-01.png blank'];
    expect(await photographed(['blank', shot])).toMatchObject({ taken: 2, outcome: 'failed', kept, remarks });
  });
});
