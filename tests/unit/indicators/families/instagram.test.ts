import { describeFamily } from '../describe-family';

// Accounts, no posts.
describeFamily('instagram', ['instagram'], {
  hits: [
    ['https://instagram.com/Some.Shop', 'instagram some.shop'],
    ['https://www.instagram.com/stories/some_shop/1', 'instagram some_shop'],
    ['инста: @some.shop', 'instagram some.shop'],
  ],
  misses: ['https://www.instagram.com/p/abc/', 'https://instagram.com/explore/tags', '@some.shop'],
});
