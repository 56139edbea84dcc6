import { canonicalJson, toWellFormed } from '@/utils/domain/canonical-json';
import type { Indicator } from '@/utils/domain/indicator';
import type { JsonObject } from '@/utils/domain/json';
import { FACTS_EXTENSION, WALLET_EXTENSION } from './extensions';
import { uuidV5 } from './uuid-v5';

/** The namespace of deterministic SCO identifiers (STIX 2.1, section 2.9). */
const NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** A cyber-observable object: what was seen, without when and where. */
export interface Observable extends JsonObject {
  readonly type: string;
  readonly id: string;
}

/** The properties that make an observable what it is; they are its ID contributing properties too. */
type Identity = { readonly type: string } & Readonly<Record<string, string>>;

const WALLETS: ReadonlySet<string> = new Set(
  'btc ltc doge dash zec bch eth trx xmr xrp sol ton ada bnb xlm nano cosmos dot lightning'.split(' '),
);

/** Codes that stand for a group, a channel or a folder: a link is what one would follow. */
const INVITES: Readonly<Record<string, string>> = {
  'telegram-invite': 'https://t.me/+',
  'telegram-folder': 'https://t.me/addlist/',
  'whatsapp-group': 'https://chat.whatsapp.com/',
  'signal-group': 'https://signal.group/#',
  'discord-invite': 'https://discord.gg/',
};

/** Account types of our own: the vocabulary of the specification is open, and knows no messenger. */
const ACCOUNTS: Readonly<
  Record<string, readonly [accountType: string, property: 'user_id' | 'account_login']>
> = {
  'telegram-bot': ['telegram', 'account_login'],
  'telegram-channel-or-user': ['telegram', 'account_login'],
  'telegram-id': ['telegram', 'user_id'],
  whatsapp: ['whatsapp', 'user_id'],
  viber: ['viber', 'user_id'],
  session: ['session', 'user_id'],
  threema: ['threema', 'user_id'],
  tox: ['tox', 'user_id'],
  matrix: ['matrix', 'user_id'],
  xmpp: ['xmpp', 'user_id'],
  wickr: ['wickr', 'account_login'],
  vk: ['vk', 'account_login'],
  instagram: ['instagram', 'account_login'],
};

/** An indicator as the observable that STIX 2.1 has for it; null if it has none (phones, cards, places, …). */
export function toObservable({ type, value, confidence, reason, manual }: Indicator): Observable | null {
  const identity = identityOf(type, toWellFormed(value));
  if (!identity) return null;
  const { type: stixType, ...contributing } = identity;
  return {
    type: stixType,
    spec_version: '2.1',
    id: `${stixType}--${uuidV5(NAMESPACE, canonicalJson(contributing))}`,
    ...contributing,
    extensions: {
      ...(stixType === 'cryptocurrency-wallet' ? { [WALLET_EXTENSION]: { extension_type: 'new-sco' } } : {}),
      [FACTS_EXTENSION]: {
        extension_type: 'property-extension',
        indicator_type: type,
        indicator_confidence: confidence,
        indicator_reason: toWellFormed(reason),
        added_by_hand: manual !== undefined,
      },
    },
  };
}

function identityOf(type: string, value: string): Identity | null {
  if (WALLETS.has(type)) return { type: 'cryptocurrency-wallet', value };
  const invite = INVITES[type];
  if (invite) return { type: 'url', value: `${invite}${value}` };
  const account = type === 'signal' ? signalAccount(value) : ACCOUNTS[type];
  if (account) return { type: 'user-account', account_type: account[0], [account[1]]: value };
  if (type === 'url') return withValue('url', asciiUrl(value));
  if (type === 'domain' || type === 'onion' || type === 'i2p')
    return withValue('domain-name', asciiHost(value));
  if (type === 'email') return withValue('email-addr', asciiMail(value));
  if (type === 'ipv4' || type === 'ipv6') return { type: `${type}-addr`, value };
  return null;
}

/** A number, or a user name. */
function signalAccount(value: string): readonly [string, 'user_id' | 'account_login'] {
  return ['signal', value.startsWith('+') ? 'user_id' : 'account_login'];
}

function withValue(type: string, value: string | null): Identity | null {
  return value === null ? null : { type, value };
}

/** A URL of RFC 3986, which knows ASCII alone; null if there is no such form. */
function asciiUrl(value: string): string | null {
  if (isAscii(value)) return value;
  return URL.canParse(value) ? new URL(value).href : null;
}

/** A host name with its labels as A-labels (RFC 5890). */
function asciiHost(value: string): string | null {
  if (isAscii(value)) return value;
  const url = `http://${value}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** An addr-spec of RFC 5322, ASCII alone: only the domain has another form. */
function asciiMail(value: string): string | null {
  const at = value.lastIndexOf('@');
  const host = asciiHost(value.slice(at + 1));
  return host !== null && isAscii(value.slice(0, at)) ? `${value.slice(0, at)}@${host}` : null;
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
