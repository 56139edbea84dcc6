import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createPassphrase, isUsablePassphrase } from '@/utils/export/passphrase';
import { judgePassphrase } from '@/utils/export/passphrase-strength';

const random = () => createPassphrase((bytes) => webcrypto.getRandomValues(bytes));

describe('a passphrase that is made up', () => {
  it('is five groups of five signs, of 32 that are not mistaken for each other: 125 bits', () => {
    for (let round = 0; round < 50; round += 1) {
      expect(random()).toMatch(/^[0-9a-hjkmnp-tv-z]{5}(-[0-9a-hjkmnp-tv-z]{5}){4}$/);
    }
  });

  it('takes every sign from five bits of the generator’s bytes, each as often as another', () => {
    const signs = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const [sign = ''] = createPassphrase((bytes) => bytes.fill(byte));
      signs.set(sign, (signs.get(sign) ?? 0) + 1);
    }
    expect([signs.size, new Set(signs.values())]).toEqual([32, new Set([8])]);
  });

  it('is another each time, usable and strong', () => {
    const made = Array.from({ length: 20 }, random);
    expect(new Set(made).size).toBe(20);
    expect(made.map(judgePassphrase)).toEqual(made.map(() => 'strong'));
  });
});

describe('isUsablePassphrase', () => {
  it.each(['correct horse', 'aB3!~"\\|', '12345678'])('takes %s', (passphrase) => {
    expect(isUsablePassphrase(passphrase)).toBe(true);
  });

  it.each([
    ['too short', 'aB3!aB3'],
    ['Cyrillic, which archivers encode each in its own way', 'Пароль-для-дела'],
    ['a space at its end, which nobody sees', 'correct horse '],
    ['a line break', 'correct\nhorse'],
    ['endless', 'a'.repeat(201)],
  ])('refuses what is %s', (_, passphrase) => {
    expect(isUsablePassphrase(passphrase)).toBe(false);
    expect(judgePassphrase(passphrase)).toBe('unusable');
  });
});

describe('judgePassphrase', () => {
  it.each([
    ['password123', 'refused'],
    ['qwertyuiop', 'refused'],
    ['12345678', 'refused'],
    ['Almaty2024!', 'refused'],
    ['kx7vQ2mp', 'refused'],
    ['kx7vQ2mpA', 'refused'],
    ['gn4#kVz9Tq', 'refused'],
    ['gn4#kVz9Tq2w', 'weak'],
    ['gn4#kVz9Tq2wL7b!xQ4', 'good'],
    ['gn4#kVz9Tq2wL7b!xQ4mH8', 'strong'],
  ] as const)('%s: %s', (passphrase, level) => {
    expect(judgePassphrase(passphrase)).toBe(level);
  });
});
