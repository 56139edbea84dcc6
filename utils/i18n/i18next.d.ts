import 'i18next';
import type { ru } from './ru';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'translation';
    readonly resources: { readonly translation: typeof ru };
  }
}
