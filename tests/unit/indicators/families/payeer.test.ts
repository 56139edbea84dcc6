import { describeFamily } from '../describe-family';

// Accounts beside the service’s name.
describeFamily('payeer', ['payeer'], {
  hits: [
    ['Payeer: P12345678', 'payeer P12345678'],
    ['паер p12345678', 'payeer P12345678'],
  ],
  misses: ['P12345678', 'Payeer P123'],
});
