import { describeFamily } from '../describe-family';

// Documented Litecoin addresses; a 3… address is Bitcoin’s unless Litecoin’s label stands beside it.
describeFamily('ltc', ['ltc'], {
  hits: [
    ['LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9', 'ltc LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH9'],
    ['MJRSgZ3UUFcTBTBAaN38XAXvZLwRe8WVw7', 'ltc MJRSgZ3UUFcTBTBAaN38XAXvZLwRe8WVw7'],
    ['ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9', 'ltc ltc1qw508d6qejxtdg4y5r3zarvary0c5xw7kgmn4n9'],
    ['LTC 3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou', 'ltc 3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou'],
  ],
  suspects: [['LTC: LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH8', 'ltc LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH8']],
  misses: [
    'LVg2kJoFNg45Nbpy53h7Fe1wKyeXVRhMH8',
    '3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou',
    'BTC 3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou',
  ],
});
