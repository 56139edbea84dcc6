import { describeFamily } from '../describe-family';

// Public suffixes; what is also a word or a file needs a sign more.
describeFamily('domain', ['domain'], {
  hits: [
    ['сайт mega-shop.kz', 'domain mega-shop.kz'],
    ['Shop.Example.COM', 'domain shop.example.com'],
    ['www.shop.zone', 'domain www.shop.zone'],
    ['зеркало shop.link', 'domain shop.link'],
    ['магазин.рф', 'domain магазин.рф'],
    ['mega-shop.kz/pay', 'domain mega-shop.kz'],
  ],
  misses: [
    'node.js',
    'README.md',
    'e.target',
    'main.py',
    'this.name',
    'Конец.It was',
    '1.2.3',
    'a@mega-shop.kz',
    '/home/x/file.sh',
    't.me',
    'foo_bar.com_x',
  ],
  facts: [['mega-shop.kz/pay', 'domain mega-shop.kz', { path: '/pay' }]],
});
