import { describeFamily } from '../describe-family';

// Addresses of the Cosmos Hub.
describeFamily('cosmos', ['cosmos'], {
  hits: [
    ['cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80v', 'cosmos cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80v'],
    ['cosmos1depk54cuajgkzea6zpgkq36tnjwdzv4afc3d27', 'cosmos cosmos1depk54cuajgkzea6zpgkq36tnjwdzv4afc3d27'],
  ],
  suspects: [
    [
      'Cosmos: cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80w',
      'cosmos cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80w',
    ],
  ],
  misses: ['cosmos1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80w', 'osmo1zaavvzxez0elundtn32qnk9lkm8kmcszzsv80v'],
});
