import { describe, expect, it } from 'vitest';
import { artifactPath, bundleFileName, captureFolder } from '@/utils/bundle/layout';

const AT = '2026-03-05T02:00:00.000+05:00';

describe('bundleFileName', () => {
  it.each([
    ['25-7500/031', 'osmotr-25-7500-031-20260304T210000Z.zip'],
    ['ЕРДР № 257500031000012', 'osmotr-257500031000012-20260304T210000Z.zip'],
    ['без номера', 'osmotr-case-1-20260304T210000Z.zip'],
    ['', 'osmotr-case-1-20260304T210000Z.zip'],
    ['../../etc/passwd', 'osmotr-etc-passwd-20260304T210000Z.zip'],
  ])('takes what is Latin of %j, else the case id; the time in UTC', (registerNumber, name) => {
    expect(bundleFileName({ id: 'case-1', registerNumber }, AT)).toBe(name);
  });

  it('never has more than 120 characters', () => {
    expect(bundleFileName({ id: 'x', registerNumber: '9'.repeat(500) }, AT)).toHaveLength(120);
  });
});

describe('captureFolder', () => {
  it.each([
    [1, 'Shop.Example', 'data/captures/0001-shop.example/'],
    [12345, 'shop.example:8080', 'data/captures/12345-shop.example-8080/'],
    [2, '..', 'data/captures/0002-page/'],
    [3, 'магазин.қаз', 'data/captures/0003-page/'],
    [4, '[::1]', 'data/captures/0004-1/'],
    [5, `${'a'.repeat(80)}.onion`, `data/captures/0005-${'a'.repeat(60)}/`],
  ])('names capture %i of host %j', (number, host, folder) => {
    expect(captureFolder({ number, host })).toBe(folder);
  });
});

describe('artifactPath', () => {
  it.each(['../x.png', 'a/b.png', '', '.hidden', 'имя.png', 'x'.repeat(61), 'x.', 'a b.png'])(
    'refuses the name %j',
    (name) => {
      expect(() => artifactPath('data/captures/0001-a/', name)).toThrowError(
        expect.objectContaining({ code: 'artifact-name' }),
      );
    },
  );
});
