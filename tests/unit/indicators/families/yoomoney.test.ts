import { describeFamily } from '../describe-family';

// Links and labelled numbers.
describeFamily('yoomoney', ['yoomoney'], {
  hits: [
    ['https://yoomoney.ru/to/410011234567890', 'yoomoney 410011234567890'],
    ['https://yoomoney.ru/quickpay/confirm?receiver=410011234567890&sum=500', 'yoomoney 410011234567890'],
    ['ЮMoney 4100 1123 4567 890', 'yoomoney 410011234567890'],
  ],
  misses: ['410011234567890', 'https://yoomoney.ru/about', 'ЮMoney 510011234567890'],
  facts: [
    [
      'https://yoomoney.ru/quickpay/confirm?receiver=410011234567890&sum=500',
      'yoomoney 410011234567890',
      { amount: '500' },
    ],
  ],
});
