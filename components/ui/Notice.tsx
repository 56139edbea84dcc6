import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface Props {
  readonly icon: ReactNode;
  readonly title?: ReactNode;
  readonly children: ReactNode;
}

/** Something that went wrong, told calmly; screen readers hear it at once. */
export function Notice({ icon, title, children }: Props) {
  return (
    <div className={classes.notice} role="alert">
      <span className={classes.sign} aria-hidden>
        {icon}
      </span>
      <div className="osmotr-break">
        {title && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  );
}
