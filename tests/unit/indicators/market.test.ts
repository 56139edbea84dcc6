import { describe, expect, it } from 'vitest';
import { extractIndicators } from '@/utils/indicators';
import { marketPage } from '../../fixtures/indicators/market';

describe('a page of 300 identifiers', () => {
  it('yields each of them, proven, and nothing but the links that carry them', () => {
    const { html, keys } = marketPage();
    const found = extractIndicators({ html });
    expect(new Set(keys).size).toBe(300);
    expect(found.filter(({ valid }) => !valid)).toEqual([]);
    const others = found.filter(({ type }) => type !== 'url').map(({ type, value }) => `${type} ${value}`);
    expect(others.sort()).toEqual(keys.filter((key) => !key.startsWith('url ')).sort());
    const links = found.filter(({ type }) => type === 'url').map(({ type, value }) => `${type} ${value}`);
    expect(links).toEqual(expect.arrayContaining(keys.filter((key) => key.startsWith('url '))));
  });
});
