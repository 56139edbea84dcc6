import type { LinkNode } from '@/utils/domain/link-graph';
import { defangUrl } from '../ui/defang-url';
import { splitHostileText } from '../ui/hostile-text';

/** Longest line of a label, in characters. */
const LINE = 20;

/** What stands at a node: short, unseen characters by their codes; `typeName` gives the word for a type. */
export function nodeLabel({ kind, label, type }: LinkNode, typeName: (type: string) => string): string {
  const short = cutMiddle(kind === 'page' ? pathOf(label) : defangUrl(label), LINE);
  const shown = splitHostileText(short)
    .map(({ text }) => text)
    .join('');
  return kind === 'indicator' && type !== null ? `${typeName(type)}\n${shown}` : shown;
}

/** Both ends of a long text: a wallet is told by them. */
export function cutMiddle(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const tail = Math.floor((limit - 1) / 3);
  return `${characters.slice(0, limit - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname + new URL(url).search : url;
}
