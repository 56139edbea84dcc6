import { describe, expect, it } from 'vitest';
import { editView, identityView } from '@/utils/indicators/view';

describe('editView', () => {
  it('maps what was replaced, dropped and kept back to the original', () => {
    const original = 'a[.]b\u200bc';
    const dotted = editView(identityView(original), [{ start: 1, end: 4, text: '.' }]);
    const view = editView(dotted, [{ start: 3, end: 4, text: '' }]);
    expect(view.text).toBe('a.bc');
    const back = (start: number, end: number) => original.slice(view.startOf(start), view.endOf(end));
    expect(back(0, 4)).toBe(original);
    expect(back(1, 2)).toBe('[.]');
    expect(back(2, 3)).toBe('b');
    expect(back(2, 4)).toBe('b\u200bc');
    expect(back(3, 4)).toBe('c');
  });

  it('maps a replacement that is longer than what stood there', () => {
    const view = editView(identityView('x½y'), [{ start: 1, end: 2, text: '1/2' }]);
    expect([view.text, view.startOf(2), view.endOf(3), view.startOf(4)]).toEqual(['x1/2y', 1, 2, 2]);
  });
});
