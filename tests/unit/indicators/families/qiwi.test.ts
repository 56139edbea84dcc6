import { describeFamily } from '../describe-family';

// Links and nicknames.
describeFamily('qiwi', ['qiwi'], {
  hits: [
    ['https://qiwi.com/n/SHOP77', 'qiwi SHOP77'],
    ['https://qiwi.com/p/77011234567', 'qiwi 77011234567'],
  ],
  misses: ['https://qiwi.com/payment/form/99', 'QIWI Bank'],
});
