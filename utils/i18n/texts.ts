import type { ru } from './ru';

/** Plural forms that Russian has and the other languages don't. */
type RussianOnly = `${string}_few` | `${string}_many`;

type Translated<Reference> = {
  readonly [Key in keyof Reference as Key extends RussianOnly ? never : Key]: Reference[Key] extends string
    ? string
    : Translated<Reference[Key]>;
};

/** All texts of one language, in the shape of the reference. */
export type Texts = Translated<typeof ru>;
