import { extractIOC } from 'ioc-extractor';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { find } from 'linkifyjs';

/**
 * Other people's extractors on the types that each of them knows, in our normal forms. `kinds`: our types,
 * and what each is called in the comparison; phones of every messenger count as phones.
 */
export const PEERS = [
  {
    name: 'ioc-extractor',
    kinds: {
      email: 'email',
      ipv4: 'ipv4',
      ipv6: 'ipv6',
      btc: 'btc',
      eth: 'eth',
      xmr: 'xmr',
      'ga-ua': 'ga-ua',
      adsense: 'adsense',
    },
    find(text) {
      const found = extractIOC(text);
      const of = (type, values) => values.map((value) => `${type} ${value}`);
      return [
        ...of('email', found.emails.map(lower)),
        ...of('ipv4', found.ipv4s),
        ...of('ipv6', found.ipv6s.map(lower)),
        ...of(
          'btc',
          found.btcs.map((value) => (/^bc1/i.test(value) ? lower(value) : value)),
        ),
        ...of('eth', found.eths.map(lower)),
        ...of('xmr', found.xmrs),
        ...of('ga-ua', found.gaTrackIDs.map(upper)),
        ...of('adsense', found.gaPubIDs.map(upper)),
      ];
    },
  },
  {
    name: 'linkifyjs',
    kinds: { email: 'email' },
    find: (text) => find(text, 'email').map(({ value }) => `email ${lower(value)}`),
  },
  {
    name: 'libphonenumber-js',
    kinds: { phone: 'phone', whatsapp: 'phone', viber: 'phone', signal: 'phone', qiwi: 'phone' },
    find: (text) => findPhoneNumbersInText(text, 'KZ').map(({ number }) => `phone ${number.number}`),
  },
];

function lower(text) {
  return text.toLowerCase();
}

function upper(text) {
  return text.toUpperCase();
}
