import { describeFamily } from '../describe-family';

// Genesis block, key_io P2SH, BIP-173 and BIP-350 vectors; legacy segwit v1 in bech32 is invalid by BIP-350.
describeFamily('btc', ['btc'], {
  hits: [
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', 'btc 3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['1AGNa15ZQXAZUgFiqJ2i7Z2DPU2J6hW62i', 'btc 1AGNa15ZQXAZUgFiqJ2i7Z2DPU2J6hW62i'],
    ['3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou', 'btc 3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou'],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    [
      'bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
      'btc bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y',
    ],
    ['bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs', 'btc bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs'],
    [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      'btc bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ],
  ],
  suspects: [
    ['BTC: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb'],
    ['BTC: bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
    [
      'BTC: bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvqs7ujfrl',
      'btc bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvqs7ujfrl',
    ],
    [
      'BTC: bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
      'btc bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    ],
  ],
  misses: [
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
    'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvqs7ujfrl',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
    'bc1qw508d6qejxtdg4Y5r3zarvary0c5xw7kv8f3t4',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a',
    '5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvpe6E3AgLr',
    '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLyQ',
  ],
  facts: [
    [
      'bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=20.3&label=Luke-Jr',
      'btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
      { amount: '20.3', label: 'Luke-Jr' },
    ],
  ],
});
