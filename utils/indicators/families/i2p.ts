import type { Family } from '../family';
import { LINKS } from '../streams';
import { urlFinding } from './url';

/** I2P hosts: base32 addresses (52 characters or, encrypted, 56 and more) and names under `.i2p`. */
export const i2p: Family = {
  name: 'i2p',
  types: ['i2p'],
  rules: [
    {
      on: LINKS,
      take({ link }) {
        if (!link?.host.endsWith('.i2p')) return undefined;
        const isAddress = /(?:^|\.)[a-z2-7]{52,80}\.b32\.i2p$/.test(link.host);
        if (!isAddress && !/^(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}i2p$/.test(link.host)) return undefined;
        const { start, end, host: value } = link;
        const reason = isAddress ? 'base32 address' : 'name under .i2p';
        const finding = { type: 'i2p', value, start, end, confidence: 'certain', reason } as const;
        const asUrl = urlFinding(link);
        return asUrl ? [finding, asUrl] : finding;
      },
    },
  ],
};
