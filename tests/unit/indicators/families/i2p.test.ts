import { describeFamily } from '../describe-family';

// Base32 addresses and names.
describeFamily('i2p', ['i2p'], {
  hits: [
    ['http://stats.i2p/x', 'i2p stats.i2p'],
    [
      'ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p',
      'i2p ukeu3k5oycgaauneqgtnvselmt4yemvoilkln7jpvamvfx7dnkdq.b32.i2p',
    ],
  ],
  misses: ['.i2p', 'i2p is a network'],
});
