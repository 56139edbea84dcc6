import { describeFamily } from '../describe-family';

// Scheme and host lower case, punctuation of the sentence cut, brackets balanced.
describeFamily('url', ['url'], {
  hits: [
    ['HTTPS://Example.COM:443/A?b=C#d.', 'url https://example.com/A?b=C#d'],
    ['(см. https://example.com/a_(b))', 'url https://example.com/a_(b)'],
    ['http://user:pw@example.com/', 'url http://user:pw@example.com'],
    ['ftp://example.org/x', 'url ftp://example.org/x'],
    ['https://магазин.рф/путь', 'url https://магазин.рф/путь'],
    ['https://example.com/,https://example.org/', 'url https://example.com/,https://example.org/'],
  ],
  misses: [
    'http://localhost/',
    'https://x',
    'http://999.1.1.1/',
    'javascript:void(0)',
    'ab://example.com',
    'https://host.invalidtld/',
  ],
});
