import { describeFamily } from '../describe-family';

// Tags and counters as pages carry them.
describeFamily('analytics', ['ga4', 'ga-ua', 'gtm', 'yandex-metrika', 'facebook-pixel', 'adsense'], {
  hits: [
    ["gtag('config', 'G-8XKQ2M4L7P')", 'ga4 G-8XKQ2M4L7P'],
    ['UA-1234567-1', 'ga-ua UA-1234567-1'],
    ['GTM-K7PQ2XL', 'gtm GTM-K7PQ2XL'],
    ["ym(12345678, 'init', {})", 'yandex-metrika 12345678'],
    ['https://mc.yandex.ru/watch/12345678', 'yandex-metrika 12345678'],
    ["fbq('init', '1234567890123456')", 'facebook-pixel 1234567890123456'],
    ['https://www.facebook.com/tr?id=1234567890123456&ev=PageView', 'facebook-pixel 1234567890123456'],
    ['ca-pub-1234567890123456', 'adsense CA-PUB-1234567890123456'],
  ],
  misses: ['G-SHOCK2100', 'model G-1234567890', 'UA-', 'ym(1)', 'GTM time', 'pub-123'],
});
