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

/** Russian: the reference. */
export const ru = {
  ...core,
  ...welcome,
  ...work,
  ...casebook,
  ...captures,
  ...encrypt,
  ...graph,
  ...indicators,
  ...intake,
  ...overview,
  ...pictures,
  ...recorded,
  ...records,
  ...seal,
  ...verify,
} as const;
