import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import { TOKENS } from '../streams';

/** Session ids: 66 hex digits that begin with 05, beside a label, for they carry no checksum. */
export const session: Family = {
  name: 'session',
  types: ['session'],
  rules: [
    {
      on: TOKENS,
      take({ text, start, end }, scan) {
        if (!/^05[0-9a-f]{64}$/i.test(text)) return undefined;
        const label = labelNear(scan, start, end, ['session']);
        if (!label) return undefined;
        const value = text.toLowerCase();
        return { type: 'session', value, start, end, confidence: 'likely', reason: describeLabel(label) };
      },
    },
  ],
};
