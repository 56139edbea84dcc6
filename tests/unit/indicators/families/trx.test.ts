import { describeFamily } from '../describe-family';

// Contract of USDT and an address of the Tron documentation.
describeFamily('trx', ['trx'], {
  hits: [
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'trx TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
    ['TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW', 'trx TJCnKsPa7y5okkXvQAidZBzqx3QyQ6sxMW'],
  ],
  suspects: [['USDT: TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6s', 'trx TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6s']],
  misses: ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6s', 'TheQuickBrownFoxJumpsoverTheLazyDo'],
});
