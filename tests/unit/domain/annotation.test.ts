import { describe, expect, it } from 'vitest';
import { changeTags, normaliseTag } from '@/utils/domain/annotation';

describe('tags', () => {
  it('are kept without stray spaces and of a bounded length', () => {
    expect(normaliseTag('  на\u00A0 \n проверку ')).toBe('на проверку');
    expect(normaliseTag('я'.repeat(100))).toHaveLength(60);
  });

  it('come once, however they are spelled; the first spelling stays', () => {
    expect(changeTags(['Касса'], ['касса', ' КАССА', 'бот', ''], [])).toEqual(['Касса', 'бот']);
  });

  it('go, also when they are put on and taken off at once', () => {
    expect(changeTags(['Касса', 'бот'], ['склад'], ['КАССА', 'Склад', 'нет такого'])).toEqual(['бот']);
  });
});
