import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSameDocument, onSamePage, type PageState } from '@/utils/capture/page-state';

const probe = (timeOrigin: number | null, tab: string, documentId: string | null = null) => ({
  documentId,
  timeOrigin,
  tab,
  mediaType: '',
  claim: { url: null, protocol: null },
});

describe('whether a tab still shows the same document', () => {
  it.each([
    ['the same time of origin', probe(1, 'a'), probe(1, 'a'), true],
    ['another address of the same document (pushState)', probe(1, 'a'), probe(1, 'b'), true],
    ['a reload', probe(1, 'a'), probe(2, 'a'), false],
    ['silent since, nothing new in the tab', probe(1, 'a'), probe(null, 'a'), true],
    ['silent since, another document asked for', probe(1, 'a'), probe(null, 'b'), false],
    ['silent at first, answers now', probe(null, 'a'), probe(1, 'a'), true],
    ['silent at first, another one answers', probe(null, 'a'), probe(1, 'b'), false],
    ['the same name, another address', probe(null, 'a', 'D'), probe(null, 'b', 'D'), true],
    ['another name, the same address', probe(null, 'a', 'D'), probe(null, 'a', 'E'), false],
    ['no name any more, nothing new in the tab', probe(null, 'a', 'D'), probe(null, 'a'), true],
  ])('%s', (_, one, two, expected) => {
    expect(isSameDocument(one, two)).toBe(expected);
  });
});

describe('what the browser obtains of a page', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** The state of a capture whose tab shows these documents, one at each look and the last one from then on. */
  function tabShowing(...origins: number[]) {
    const asked = vi.fn(async () =>
      probe(origins.length > 1 ? (origins.shift() ?? 0) : (origins[0] ?? 0), ''),
    );
    const state = { probe: probe(1, ''), order: { stepLimitMs: 5_000 }, ports: { probe: asked } };
    return { asked, state: state as unknown as PageState };
  }
  const never = () => new Promise<never>(() => undefined);

  it('is given up as soon as the page goes away, though the browser never ends', async () => {
    const { state } = tabShowing(1, 2);
    const ended = expect(onSamePage(state, never)).rejects.toThrow('page-navigated');
    await vi.advanceTimersByTimeAsync(2_000);
    await ended;
  });

  it('is looked after no longer than a step may take', async () => {
    const { state, asked } = tabShowing(1);
    void onSamePage(state, never);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(5);
  });

  it('is looked after no longer than it takes', async () => {
    const { state, asked } = tabShowing(1);
    expect(await onSamePage(state, async () => 'whole')).toBe('whole');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
