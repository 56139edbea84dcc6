/** Families of indicator types, in the order in which an investigator wants them: what leads to money and people first. */
export const INDICATOR_FAMILIES = {
  wallets: [
    'btc',
    'eth',
    'trx',
    'ton',
    'xmr',
    'ltc',
    'doge',
    'dash',
    'zec',
    'bch',
    'xrp',
    'sol',
    'ada',
    'bnb',
    'xlm',
    'nano',
    'cosmos',
    'dot',
    'lightning',
  ],
  telegram: ['telegram-bot', 'telegram-channel-or-user', 'telegram-invite', 'telegram-folder', 'telegram-id'],
  messengers: [
    'whatsapp',
    'whatsapp-group',
    'viber',
    'signal',
    'signal-group',
    'discord-invite',
    'session',
    'threema',
    'wickr',
    'tox',
    'xmpp',
    'matrix',
  ],
  finance: ['card', 'iban', 'uz-account', 'yoomoney', 'webmoney', 'payeer', 'qiwi', 'iin', 'kz-bin'],
  contact: ['phone', 'email', 'vk', 'instagram'],
  place: ['geo'],
  technical: [
    'onion',
    'i2p',
    'ipv4',
    'ipv6',
    'pgp-key',
    'pgp-fingerprint',
    'ga4',
    'ga-ua',
    'gtm',
    'yandex-metrika',
    'facebook-pixel',
    'adsense',
  ],
  addresses: ['domain', 'url'],
} as const satisfies Record<string, readonly string[]>;

export type IndicatorFamily = keyof typeof INDICATOR_FAMILIES;

/** The families in their order. */
export const FAMILY_NAMES = Object.keys(INDICATOR_FAMILIES) as IndicatorFamily[];

const FAMILY_OF: ReadonlyMap<string, IndicatorFamily> = new Map(
  FAMILY_NAMES.flatMap((family) => INDICATOR_FAMILIES[family].map((type) => [type, family] as const)),
);

/** The family of a type; one that no family knows is technical. */
export function familyOf(type: string): IndicatorFamily {
  return FAMILY_OF.get(type) ?? 'technical';
}

const TYPE_ORDER: ReadonlyMap<string, number> = new Map(
  [...FAMILY_OF.keys()].map((type, index) => [type, index]),
);

/** Position of a type among all types, families in their order; for sorting. */
export function typeOrder(type: string): number {
  return TYPE_ORDER.get(type) ?? TYPE_ORDER.size;
}
