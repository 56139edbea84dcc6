import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import { ownStream } from '../streams';

/** Payeer accounts: `P` and 7 to 12 digits beside the service's name. */
export const payeer: Family = {
  name: 'payeer',
  types: ['payeer'],
  rules: [
    {
      on: ownStream('payeer-accounts', /(?<![A-Za-z0-9])[Pp]\d{7,12}(?![A-Za-z0-9])/g),
      take({ text, start, end }, scan) {
        const label = labelNear(scan, start, end, ['payeer']);
        if (!label) return undefined;
        const value = text.toUpperCase();
        return { type: 'payeer', value, start, end, confidence: 'likely', reason: describeLabel(label) };
      },
    },
  ],
};
