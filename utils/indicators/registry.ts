import { btc } from './families/btc';
import { email } from './families/email';
import { eth } from './families/eth';
import { phone } from './families/phone';
import { telegram } from './families/telegram';
import { trx } from './families/trx';
import { url } from './families/url';
import type { Family } from './family';

/** All families. On an exclusive stream the first that takes a candidate keeps it: the special before the general. */
export const FAMILIES: readonly Family[] = [telegram, url, email, phone, btc, eth, trx];
