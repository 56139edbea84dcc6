import { describeFamily } from '../describe-family';

// Links, labels and ports; versions, times and scopes are none. RFC 5952 forms.
describeFamily('ip-address', ['ipv4', 'ipv6'], {
  hits: [
    ['IP 8.8.4.4', 'ipv4 8.8.4.4'],
    ['185.220.101.45:9001', 'ipv4 185.220.101.45'],
    ['http://203.0.113.7/', 'ipv4 203.0.113.7'],
    ['2001:DB8:0:0:1:0:0:1', 'ipv6 2001:db8::1:0:0:1'],
    ['fe80::1ff:fe23:4567:890a', 'ipv6 fe80::1ff:fe23:4567:890a'],
    ['http://[2001:db8::1]/', 'ipv6 2001:db8::1'],
  ],
  misses: [
    'version 1.2.3.4',
    'v185.220.101.45',
    'Chrome/120.0.0.0',
    '256.1.1.1',
    '1.2.3',
    '12:30:45',
    'aa:bb:cc:dd:ee:ff',
    'a::b',
    '::',
    '1.2.3.4.5',
  ],
});
