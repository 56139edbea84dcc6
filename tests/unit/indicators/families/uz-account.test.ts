import { describeFamily } from '../describe-family';

// Twenty digits with a currency code beside a label.
describeFamily('uz-account', ['uz-account'], {
  hits: [
    ['h/r 20208000900123456001', 'uz-account 20208000900123456001'],
    ['Ҳисоб рақам: 2020 8000 9001 2345 6001', 'uz-account 20208000900123456001'],
  ],
  misses: ['20208000900123456001', 'р/с 40817810099910004312', 'h/r 20208999900123456001'],
  facts: [
    [
      'h/r 20208000900123456001 МФО 00444',
      'uz-account 20208000900123456001',
      { currency: 'UZS', bank: '00444' },
    ],
  ],
});
