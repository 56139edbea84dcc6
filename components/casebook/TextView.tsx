import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HostileRun } from '../ui/HostileText';
import { useFormat } from '../ui/use-format';
import { useNear } from '../ui/use-near';
import { segmentText, type TextRange } from './highlight';
import classes from './indicators.module.css';
import { chunkText, type TextChunk, type TextLine } from './text-lines';

/** A place that is looked for; a new object each time it is asked for. */
export type TextFocus = TextRange;

interface Props {
  /** Null: the capture has no text. */
  readonly text: string | null;
  /** All sightings in it. */
  readonly ranges: readonly TextRange[];
  readonly focus: TextFocus | null;
}

/** The stored text with its sightings highlighted; the one that is looked for is scrolled to. */
export function TextView({ text, ranges, focus }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const scroller = useRef<HTMLElement>(null);
  const chunks = useMemo(() => chunkText(text ?? ''), [text]);
  useEffect(() => {
    if (!focus || text === null) return;
    const mark = scroller.current?.querySelector<HTMLElement>('mark[data-focus="true"]');
    mark?.scrollIntoView({ block: 'center' });
    mark?.focus({ preventScroll: true });
  }, [focus, text]);
  if (text === null) return <p className="osmotr-muted">{t('text.missing')}</p>;
  if (text === '') return <p className="osmotr-muted">{t('text.empty')}</p>;
  return (
    <>
      <p className="osmotr-muted">{t('text.sightings', { number: number(ranges.length) })}</p>
      <section ref={scroller} className={classes.text} aria-label={t('text.tab')} data-testid="capture-text">
        {chunks.map((chunk) => (
          <Chunk
            key={chunk.start}
            chunk={chunk}
            text={text}
            ranges={ranges}
            focus={focus && touches(chunk, focus) ? focus : null}
            scroller={scroller}
          />
        ))}
      </section>
    </>
  );
}

interface ChunkProps extends Omit<Props, 'text'> {
  readonly chunk: TextChunk;
  readonly text: string;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Lines that are drawn when they come near the window, or hold what is looked for. */
function Chunk({ chunk, text, ranges, focus, scroller }: ChunkProps) {
  const { isNear, target } = useNear<HTMLDivElement>(scroller);
  const inChunk = useMemo(() => ranges.filter((range) => touches(chunk, range)), [chunk, ranges]);
  if (!isNear && !focus) {
    return <div ref={target} style={{ height: `${chunk.lines.length * LINE_HEIGHT}px` }} />;
  }
  return (
    <div ref={target}>
      {chunk.lines.map((line) => (
        <Line key={line.start} line={line} text={text} ranges={inChunk} focus={focus} />
      ))}
    </div>
  );
}

/** As in the style sheet. */
const LINE_HEIGHT = 20;

interface LineProps extends Omit<Props, 'text'> {
  readonly line: TextLine;
  readonly text: string;
}

function Line({ line, text, ranges, focus }: LineProps) {
  return (
    <div className={classes.line}>
      <span className={classes.lineNumber} aria-hidden>
        {line.number}
      </span>
      <bdi className="osmotr-break">
        {segmentText(line, ranges, focus).map(({ start, end, ranges: covering, isFocus }) =>
          covering > 0 || isFocus ? (
            <mark key={start} className="osmotr-hit" data-focus={isFocus} tabIndex={isFocus ? -1 : undefined}>
              <HostileRun text={text.slice(start, end)} />
            </mark>
          ) : (
            <HostileRun key={start} text={text.slice(start, end)} />
          ),
        )}
      </bdi>
    </div>
  );
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
