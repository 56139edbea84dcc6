import type { Texts } from '../texts';
import { captures } from './captures';
import { casebook } from './casebook';
import { core } from './core';
import { encrypt } from './encrypt';
import { graph } from './graph';
import { indicators } from './indicators';
import { intake } from './intake';
import { overview } from './overview';
import { pictures } from './pictures';
import { recorded } from './recorded';
import { records } from './records';
import { seal } from './seal';
import { verify } from './verify';
import { welcome } from './welcome';
import { work } from './work';

/** Kazakh, Cyrillic. */
export const kk: Texts = {
  ...core,
  ...welcome,
  ...work,
  ...casebook,
  ...captures,
  ...encrypt,
  ...graph,
  ...indicators,
  ...intake,
  ...recorded,
  ...records,
  ...seal,
  ...overview,
  ...pictures,
  ...verify,
};
