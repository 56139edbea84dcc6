import { expect, it } from 'vitest';
import { numberRanges } from '@/utils/domain/number-ranges';

it.each([
  [[], ''],
  [[4], '4'],
  [[1, 2, 3, 7], '1-3, 7'],
  [[2, 4, 5, 9], '2, 4-5, 9'],
] as const)('numberRanges(%j) is %j', (numbers, text) => {
  expect(numberRanges(numbers)).toBe(text);
});

it('writes each number as a language does', () => {
  expect(numberRanges([1000, 1001, 2000], (number) => number.toLocaleString('en'))).toBe(
    '1,000-1,001, 2,000',
  );
});
