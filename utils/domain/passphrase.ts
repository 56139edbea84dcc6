/**
 * How well a passphrase holds. `unusable`: archivers would not agree on its bytes, or it is too short; else by the time
 * until it may be found: seconds, under a year, under a thousand years, or more.
 */
export type PassphraseLevel = 'unusable' | 'refused' | 'weak' | 'good' | 'strong';
