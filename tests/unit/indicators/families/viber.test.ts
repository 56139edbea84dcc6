import { describeFamily } from '../describe-family';

// Links with numbers.
describeFamily('viber', ['viber'], {
  hits: [
    ['viber://chat?number=%2B77011234567', 'viber +77011234567'],
    ['https://viber.click/77011234567', 'viber +77011234567'],
  ],
  misses: ['https://www.viber.com/download', 'viber://pa?chatURI=shop'],
});
