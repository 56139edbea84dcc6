import type { TextRange } from './highlight';

/** A line as it is drawn. `number` from 1; null: the rest of a line that is too long to be one. */
export interface TextLine extends TextRange {
  readonly number: number | null;
}

/** Lines that are drawn together. */
export interface TextChunk extends TextRange {
  readonly lines: readonly TextLine[];
}

const LINE_LIMIT = 2_000;
const CHUNK_LINES = 60;
const CHUNK_LENGTH = 12_000;

/** Cuts a text into lines, and lines into chunks of a bounded size: only what is near the window is drawn. */
export function chunkText(text: string): TextChunk[] {
  const chunks: TextChunk[] = [];
  let lines: TextLine[] = [];
  const close = () => {
    const [first] = lines;
    const last = lines.at(-1);
    if (first && last) chunks.push({ start: first.start, end: last.end, lines });
    lines = [];
  };
  for (const line of linesOf(text)) {
    lines.push(line);
    const length = line.end - (lines[0]?.start ?? 0);
    if (lines.length >= CHUNK_LINES || length >= CHUNK_LENGTH) close();
  }
  close();
  return chunks;
}

function* linesOf(text: string): Generator<TextLine> {
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield* piecesOf(text, { start, end, number });
    start = end + 1;
  }
}

function* piecesOf(text: string, { start, end, number }: TextLine): Generator<TextLine> {
  let from = start;
  while (end - from > LINE_LIMIT) {
    const to = wholeCharacters(text, from + LINE_LIMIT);
    yield { start: from, end: to, number: from === start ? number : null };
    from = to;
  }
  yield { start: from, end, number: from === start ? number : null };
}

/** `at`, or one before if that would cut a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}
