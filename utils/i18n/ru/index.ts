import { captures } from './captures';
import { casebook } from './casebook';
import { core } from './core';
import { encrypt } from './encrypt';
import { graph } from './graph';
import { indicators } from './indicators';
import { intake } from './intake';
import { pictures } from './pictures';
import { records } from './records';
import { seal } from './seal';
import { verify } from './verify';
import { work } from './work';

/** Russian: the reference. */
export const ru = {
  ...core,
  ...work,
  ...casebook,
  ...captures,
  ...encrypt,
  ...graph,
  ...indicators,
  ...intake,
  ...pictures,
  ...records,
  ...seal,
  ...verify,
} as const;
