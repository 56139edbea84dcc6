import { type ReactNode, useId } from 'react';
import classes from './settings.module.css';

interface Props {
  readonly title: string;
  /** What it means, in a sentence or two. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** One matter of the settings under its heading. */
export function SettingsSection({ title, note, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {note && <p className="osmotr-muted">{note}</p>}
      {children}
    </section>
  );
}
