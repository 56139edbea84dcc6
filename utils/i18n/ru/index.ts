import { casebook } from './casebook';
import { core } from './core';
import { work } from './work';

/** Russian: the reference. */
export const ru = { ...core, ...work, ...casebook } as const;
