import type { Texts } from '../texts';
import { core } from './core';
import { work } from './work';

/** English. */
export const en: Texts = { ...core, ...work };
