import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import type { PassphraseLevel } from '@/utils/domain/passphrase';
import { isUsablePassphrase } from './passphrase';

/**
 * A container can be attacked offline as fast as the hardware goes, since its key comes of 1,000 rounds of PBKDF2 with
 * SHA-1: ten thousand million guesses a second is what a large rig of graphics cards is taken for here.
 */
const GUESSES_PER_SECOND = 1e10;
const MOMENT = 10;
const YEAR = 31_557_600;
const MILLENNIUM = 1000 * YEAR;

let estimator: ZxcvbnFactory | undefined;

/** How long a passphrase holds, by the patterns that people use (zxcvbn; Wheeler, USENIX Security 2016). */
export function judgePassphrase(passphrase: string): PassphraseLevel {
  if (!isUsablePassphrase(passphrase)) return 'unusable';
  estimator ??= new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  const seconds = estimator.check(passphrase).guesses / GUESSES_PER_SECOND / 2;
  if (seconds < MOMENT) return 'refused';
  if (seconds < YEAR) return 'weak';
  return seconds < MILLENNIUM ? 'good' : 'strong';
}
