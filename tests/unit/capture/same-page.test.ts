import { describe, expect, it } from 'vitest';
import { isSameDocument } from '@/utils/capture/page-state';

const probe = (timeOrigin: number | null, tab: string) => ({
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
  ])('%s', (_, one, two, expected) => {
    expect(isSameDocument(one, two)).toBe(expected);
  });
});
