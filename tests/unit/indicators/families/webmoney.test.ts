import { describeFamily } from '../describe-family';

// Purses and WMIDs beside a label.
describeFamily('webmoney', ['webmoney'], {
  hits: [
    ['WebMoney Z123456789012', 'webmoney Z123456789012'],
    ['кошелек R123456789012', 'webmoney R123456789012'],
    ['WMID: 123456789012', 'webmoney 123456789012'],
  ],
  misses: ['Z123456789012', 'WebMoney Z12345678901', 'Q123456789012 WebMoney', 'ID 123456789012'],
});
