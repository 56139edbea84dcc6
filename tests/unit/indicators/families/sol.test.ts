import { describeFamily } from '../describe-family';

// No checksum: a label or a URI decides.
describeFamily('sol', ['sol'], {
  hits: [
    ['Solana 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV', 'sol 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'],
    [
      'solana:4fYNw3dojWmQ4dXtSGE9epjRGy9pFSx62YypT7avPYvA',
      'sol 4fYNw3dojWmQ4dXtSGE9epjRGy9pFSx62YypT7avPYvA',
    ],
  ],
  misses: [
    '7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
    'cache key 7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV',
    'Solana 5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW',
    'SOL price, BTC 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
  ],
});
