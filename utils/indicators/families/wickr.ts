import type { Family } from '../family';
import { ownStream } from '../streams';

const LABELLED =
  /(?<![\p{L}\p{N}])(?:wickr(?: ?me)?|викр)(?: id)?(?: ?[:=–-] ?@?|[ \n]@| (?=[a-z]{0,24}[_\d]))([a-z0-9][a-z0-9._-]{2,31})(?![\w@])/giu;

/** Wickr names, which have no form of their own: only directly behind the label and a colon, a dash or an `@`. */
export const wickr: Family = {
  name: 'wickr',
  types: ['wickr'],
  rules: [
    {
      on: ownStream('wickr-names', LABELLED, /wickr|викр/i),
      take({ text, end }) {
        const name = /[a-z0-9][a-z0-9._-]{2,31}$/i.exec(text)?.[0].replace(/[.-]+$/, '');
        if (!name || /^(?:https?|www\.|download|скачать)/i.test(name)) return undefined;
        const trimmed = end - (text.length - text.lastIndexOf(name) - name.length);
        const label = text.slice(0, text.lastIndexOf(name)).trim();
        return {
          type: 'wickr',
          value: name.toLowerCase(),
          start: trimmed - name.length,
          end: trimmed,
          confidence: 'likely',
          reason: `label "${label}" directly before`,
        };
      },
    },
  ],
};
