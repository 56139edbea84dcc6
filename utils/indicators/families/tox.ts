import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import { TOKENS } from '../streams';

/** Tox ids: 38 bytes in hex (key, nospam, checksum), the checksum being the exclusive or of the others by twos. */
export const tox: Family = {
  name: 'tox',
  types: ['tox'],
  rules: [
    {
      on: TOKENS,
      take({ text, start, end }, scan) {
        if (!/^[0-9a-f]{76}$/i.test(text) || new Set(text).size < 8) return undefined;
        const place = { type: 'tox', value: text.toUpperCase(), start, end } as const;
        if (hasChecksum(text)) return { ...place, confidence: 'certain', reason: 'checksum' };
        const label = labelNear(scan, start, end, ['tox']);
        if (!label) return undefined;
        return {
          ...place,
          valid: false,
          confidence: 'weak',
          reason: `broken checksum, ${describeLabel(label)}`,
        };
      },
    },
  ],
};

function hasChecksum(hex: string): boolean {
  let sum = 0;
  for (let i = 0; i < hex.length; i += 4) sum ^= Number.parseInt(hex.slice(i, i + 4), 16);
  return sum === 0;
}
