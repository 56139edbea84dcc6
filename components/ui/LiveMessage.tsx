interface Props {
  readonly text: string;
}

/** Says `text` to screen readers when it changes, and nothing else of what changes around it. */
export function LiveMessage({ text }: Props) {
  return (
    <span className="osmotr-live" role="status" aria-live="polite">
      {text}
    </span>
  );
}
