import type { Texts } from '../texts';
import { casebook } from './casebook';
import { core } from './core';
import { indicators } from './indicators';
import { verify } from './verify';
import { work } from './work';

/** Kazakh, Cyrillic. */
export const kk: Texts = { ...core, ...work, ...casebook, ...indicators, ...verify };
