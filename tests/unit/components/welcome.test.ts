import { describe, expect, it } from 'vitest';
import { askedFor, PERMISSION_GROUPS } from '@/components/welcome/permissions';

describe('askedFor', () => {
  it('names only what a manifest asks for, each under what it is for', () => {
    expect(askedFor(['pageCapture', 'downloads', 'debugger'])).toEqual([
      { group: 'pictures', names: ['debugger', 'pageCapture'] },
      { group: 'downloads', names: ['downloads'] },
    ]);
  });

  it('knows each permission once', () => {
    const all = Object.values(PERMISSION_GROUPS).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
