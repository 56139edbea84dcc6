import { HostileText } from '../ui/HostileText';
import classes from './captures.module.css';

/** The tags of a capture, to read. */
export function TagNames({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <span className={classes.tagNames}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tagName}>
          <HostileText text={tag} limit={60} />
        </span>
      ))}
    </span>
  );
}
