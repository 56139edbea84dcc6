import { describeFamily } from '../describe-family';

// XRPL documentation: genesis account, special addresses, X-addresses with and without tag.
describeFamily('xrp', ['xrp'], {
  hits: [
    ['rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', 'xrp rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh'],
    ['r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59', 'xrp r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59'],
    [
      'XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD2gYsjNFQLKYW33DzBm',
      'xrp XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD2gYsjNFQLKYW33DzBm',
    ],
    [
      'XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD28Sq49uo34VyjnmK5H',
      'xrp XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD28Sq49uo34VyjnmK5H',
    ],
  ],
  suspects: [['XRP: r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk58', 'xrp r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk58']],
  misses: ['r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk58', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTl0'],
  facts: [
    [
      'XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD28Sq49uo34VyjnmK5H',
      'xrp XV5sbjUmgPpvXv4ixFWZ5ptAYZ6PD28Sq49uo34VyjnmK5H',
      { tag: '12345' },
    ],
  ],
});
