import { describeFamily } from '../describe-family';

// Names of people and communities.
describeFamily('vk', ['vk'], {
  hits: [
    ['https://vk.com/some_shop', 'vk some_shop'],
    ['m.vk.com/club123', 'vk club123'],
    ['ВК: @some_shop', 'vk some_shop'],
  ],
  misses: [
    'https://vk.com/wall-1_2',
    'https://vk.com/away.php?to=x',
    'vk.com',
    'https://vk.com/feed',
    '@some_shop',
  ],
});
