import { ada } from './families/ada';
import { bch } from './families/bch';
import { bnb } from './families/bnb';
import { btc } from './families/btc';
import { cosmos } from './families/cosmos';
import { dash } from './families/dash';
import { doge } from './families/doge';
import { dot } from './families/dot';
import { email } from './families/email';
import { eth } from './families/eth';
import { lightning } from './families/lightning';
import { ltc } from './families/ltc';
import { nano } from './families/nano';
import { phone } from './families/phone';
import { sol } from './families/sol';
import { telegram } from './families/telegram';
import { ton } from './families/ton';
import { trx } from './families/trx';
import { url } from './families/url';
import { xlm } from './families/xlm';
import { xmr } from './families/xmr';
import { xrp } from './families/xrp';
import { zec } from './families/zec';
import type { Family } from './family';

/**
 * All families. On an exclusive stream the first that takes a candidate keeps it: the special before the general,
 * what needs a label (a legacy BCH address) before what doesn't (the same as BTC).
 */
export const FAMILIES: readonly Family[] = [
  ...[telegram, url],
  ...[email],
  ...[phone],
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
];
