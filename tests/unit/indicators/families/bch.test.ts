import { describeFamily } from '../describe-family';

// CashAddr specification: translation vectors; the legacy form needs a label.
describeFamily('bch', ['bch'], {
  hits: [
    [
      'bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
      'bch qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a',
    ],
    ['qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy', 'bch qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy'],
    ['qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r', 'bch qqq3728yw0y47sqn6l2na30mcw6zm78dzqre909m2r'],
    ['ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq', 'bch ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq'],
    ['pr95sy3j9xwd2ap32xkykttr4cvcu7as4yc93ky28e', 'bch pr95sy3j9xwd2ap32xkykttr4cvcu7as4yc93ky28e'],
    ['BCH 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu', 'bch 1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu'],
  ],
  suspects: [
    ['BCH: qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6c', 'bch qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6c'],
  ],
  misses: ['qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6c', '1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu'],
});
