import { describeFamily } from '../describe-family';

// BNB Beacon Chain documentation.
describeFamily('bnb', ['bnb'], {
  hits: [['bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2', 'bnb bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h2']],
  suspects: [
    ['BNB: bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h3', 'bnb bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h3'],
  ],
  misses: ['bnb1grpf0955h0ykzq3ar5nmum7y6gdfl6lxfn46h3'],
});
