import type { ReactNode } from 'react';

/** Given as a placeholder's value, it stands for an element while a text is put together. */
export const MARK = '\u0000';

interface Props {
  /** With at most one `MARK`. */
  readonly text: string;
  readonly children: ReactNode;
}

/** A text of ours with an element in its place: how captured strings come into sentences. */
export function TextAround({ text, children }: Props) {
  const [before = '', after] = text.split(MARK);
  return (
    <>
      {before}
      {after !== undefined && children}
      {after}
    </>
  );
}
