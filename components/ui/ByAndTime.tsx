import { HostileText } from './HostileText';

/** Who did something and when; an imported bundle may name anybody. */
export function ByAndTime({ by, time }: { readonly by: string; readonly time: string }) {
  return (
    <span>
      {by && (
        <>
          <HostileText text={by} limit={120} />
          {', '}
        </>
      )}
      {time}
    </span>
  );
}
