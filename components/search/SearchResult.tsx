import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capture } from '@/utils/domain/capture';
import type { Snippet, SnippetPiece } from '@/utils/search/snippets';
import { routeHref } from '../casebook/route';
import { defangUrls } from '../ui/defang-url';
import { HostileMarked } from '../ui/HostileMarked';
import { HostileText } from '../ui/HostileText';
import { cutText } from '../ui/hostile-text';
import { useFormat } from '../ui/use-format';
import { useNames } from '../ui/use-names';
import classes from './search.module.css';

/** Where in a capture the words stand; addresses are defanged. */
export interface Hits {
  readonly title: readonly SnippetPiece[] | null;
  readonly url: readonly SnippetPiece[] | null;
  readonly notes: readonly { readonly id: string; readonly snippet: Snippet }[];
  readonly indicators: readonly { readonly type: string; readonly pieces: readonly SnippetPiece[] }[];
  readonly text: readonly Snippet[];
}

interface Props {
  readonly capture: Capture;
  /** Null: not read yet. */
  readonly hits: Hits | null;
  readonly thumbnail: ReactNode;
}

/** A capture that was found, with the places where the words stand in it. */
export function SearchResult({ capture, hits, thumbnail }: Props) {
  const { t } = useTranslation();
  const { number, timestamp } = useFormat();
  const names = useNames();
  const { id, host, title } = capture;
  return (
    <div className={classes.result} data-testid="search-result" data-capture={id} aria-busy={hits === null}>
      {thumbnail}
      <div className="osmotr-break">
        <a href={routeHref({ view: 'capture', id })} className={classes.resultHead}>
          <span className="osmotr-muted">
            {t('capture.number', { number: number(capture.number) })} · {timestamp(capture.startedAt)}
          </span>
          <div>
            <strong>
              <HostileText text={host} limit={80} brief />
            </strong>{' '}
            {hits?.title ? <Cut pieces={hits.title} /> : <HostileText text={title} limit={120} brief />}
          </div>
        </a>
        {hits?.url && (
          <div className="osmotr-mono">
            <Cut pieces={hits.url.map(defanged)} />
          </div>
        )}
        {hits && hits.indicators.length > 0 && (
          <div className={classes.indicators}>
            {hits.indicators.map(({ type, pieces }) => (
              <span key={`${type} ${pieces.map(({ text }) => text).join('')}`}>
                <span className="osmotr-muted">{names.indicatorType(type)}: </span>
                <Cut pieces={pieces.map(defanged)} />
              </span>
            ))}
          </div>
        )}
        <ul className={classes.snippets}>
          {hits?.notes.map(({ id: noteId, snippet }) => (
            <li key={noteId}>
              <Shown snippet={snippet} />
            </li>
          ))}
          {hits?.text.map((snippet) => (
            <li key={snippet.start}>
              <a
                href={routeHref({ view: 'capture', id, at: { start: snippet.start, end: snippet.end } })}
                className={classes.snippet}
                title={t('search.openText')}
                data-testid="search-snippet"
              >
                <Shown snippet={snippet} />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Shown({ snippet }: { readonly snippet: Snippet }) {
  return (
    <>
      {snippet.isCutBefore && '…'}
      <HostileMarked pieces={inOneLine(snippet.pieces)} />
      {snippet.isCutAfter && '…'}
    </>
  );
}

/** A snippet runs over line ends: here they are blanks, in the text that it leads to they are lines. */
function inOneLine(pieces: readonly SnippetPiece[]): SnippetPiece[] {
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, ' ') }));
}

const LONGEST = 300;

function defanged(piece: SnippetPiece): SnippetPiece {
  return { ...piece, text: defangUrls(piece.text) };
}

/** Marked pieces of a string that may be ten thousand characters long: as many as a row can hold. */
function Cut({ pieces }: { readonly pieces: readonly SnippetPiece[] }) {
  const shown: SnippetPiece[] = [];
  let length = 0;
  for (const piece of pieces) {
    const room = LONGEST - length;
    if (room <= 0) break;
    shown.push(piece.text.length > room ? { ...piece, text: cutText(piece.text, room) } : piece);
    length += piece.text.length;
  }
  return (
    <>
      <HostileMarked pieces={shown} />
      {length > LONGEST && '…'}
    </>
  );
}
