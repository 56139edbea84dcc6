import { HostileRun } from './HostileText';

interface Props {
  /** The pieces of a captured string in their order. `start` tells them apart. */
  readonly pieces: readonly { readonly start: number; readonly text: string; readonly isMarked: boolean }[];
}

/** A captured string with pieces of it highlighted; isolated as a whole, so that marks reorder nothing. */
export function HostileMarked({ pieces }: Props) {
  return (
    <bdi className="osmotr-break">
      {pieces.map(({ start, text, isMarked }) =>
        isMarked ? (
          <mark key={start} className="osmotr-hit">
            <HostileRun text={text} />
          </mark>
        ) : (
          <HostileRun key={start} text={text} />
        ),
      )}
    </bdi>
  );
}
