import { ada } from './families/ada';
import { analytics } from './families/analytics';
import { bch } from './families/bch';
import { bnb } from './families/bnb';
import { btc } from './families/btc';
import { card } from './families/card';
import { cosmos } from './families/cosmos';
import { dash } from './families/dash';
import { discord } from './families/discord';
import { doge } from './families/doge';
import { domain } from './families/domain';
import { dot } from './families/dot';
import { email } from './families/email';
import { eth } from './families/eth';
import { geo } from './families/geo';
import { i2p } from './families/i2p';
import { iban } from './families/iban';
import { instagram } from './families/instagram';
import { ipAddress } from './families/ip-address';
import { kzIdentity } from './families/kz-identity';
import { lightning } from './families/lightning';
import { ltc } from './families/ltc';
import { matrix } from './families/matrix';
import { nano } from './families/nano';
import { onion } from './families/onion';
import { payeer } from './families/payeer';
import { pgp } from './families/pgp';
import { phone } from './families/phone';
import { qiwi } from './families/qiwi';
import { session } from './families/session';
import { signal } from './families/signal';
import { sol } from './families/sol';
import { telegram } from './families/telegram';
import { threema } from './families/threema';
import { ton } from './families/ton';
import { tox } from './families/tox';
import { trx } from './families/trx';
import { url } from './families/url';
import { uzAccount } from './families/uz-account';
import { viber } from './families/viber';
import { vk } from './families/vk';
import { webmoney } from './families/webmoney';
import { whatsapp } from './families/whatsapp';
import { wickr } from './families/wickr';
import { xlm } from './families/xlm';
import { xmpp } from './families/xmpp';
import { xmr } from './families/xmr';
import { xrp } from './families/xrp';
import { yoomoney } from './families/yoomoney';
import { zec } from './families/zec';
import type { Family } from './family';

/**
 * All families. On an exclusive stream the first that takes a candidate keeps it: the special before the general,
 * what needs a label (a legacy BCH address) before what doesn't (the same as BTC).
 */
export const FAMILIES: readonly Family[] = [
  ...[telegram, whatsapp, viber, signal, discord, threema, vk, instagram, xmpp, matrix],
  ...[qiwi, yoomoney, geo, onion, i2p, ipAddress, url, domain, email],
  ...[iban, card, uzAccount, kzIdentity, webmoney, payeer, phone],
  ...[
    bch,
    ltc,
    btc,
    doge,
    dash,
    zec,
    eth,
    trx,
    xmr,
    xrp,
    ton,
    ada,
    bnb,
    xlm,
    nano,
    cosmos,
    dot,
    lightning,
    sol,
  ],
  ...[session, tox, wickr, pgp, analytics],
];
