import { describe, expect, it } from 'vitest';
import { createTextMap, parseTextMap, placeOfText } from '@/utils/domain/text-map';

const MAP = createTextMap([
  [0, 10, 5, 100, 50, 10],
  [11, 20, 0, 110, 90, 10],
  [40, 50, 0, 500, 10, 10],
]);

describe('placeOfText', () => {
  it('gives the line of a sighting', () => {
    expect(placeOfText(MAP, 2, 6)).toEqual({ x: 5, y: 100, width: 50, height: 10 });
  });

  it('puts the lines of a sighting that goes over two together', () => {
    expect(placeOfText(MAP, 8, 12)).toEqual({ x: 0, y: 100, width: 90, height: 20 });
  });

  it('knows no place where none was read, nor beyond an end', () => {
    expect(placeOfText(MAP, 20, 40)).toBeNull();
    expect(placeOfText(MAP, 10, 11)).toBeNull();
  });
});

describe('parseTextMap', () => {
  it('reads what is written', () => {
    expect(parseTextMap(JSON.parse(JSON.stringify(MAP)))).toEqual(MAP);
  });

  it.each([
    null,
    'text',
    {},
    { format: 'osmotr-text-map/2', blocks: [] },
    { ...MAP, blocks: [[0, 1, 2, 3, 4]] },
    { ...MAP, blocks: [[0, 1, 2, 3, 4, null]] },
  ])('takes nothing else: %j', (value) => {
    expect(parseTextMap(value)).toBeNull();
  });
});
