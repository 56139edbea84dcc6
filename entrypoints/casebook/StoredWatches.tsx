import { WatchList } from '@/components/casebook/WatchList';
import { bugEnvironment, send, store } from '../pages/services';
import { useAction } from '../pages/use-action';
import { useStored } from '../pages/use-stored';

/** The watch-list out of the store. */
export function StoredWatches() {
  const items = useStored(readWatches, []);
  const action = useAction();
  if (!items) return null;
  return (
    <WatchList
      items={items}
      environment={bugEnvironment()}
      error={action.error}
      isBusy={action.isRunning}
      onAdd={(pattern, note) =>
        action.run(async () => {
          await send('addWatch', { pattern, note });
        })
      }
      onRemove={(watchId) =>
        action.run(async () => {
          await send('removeWatch', { watchId });
        })
      }
    />
  );
}

/** Each pattern with the number of captures, of all cases, that contained it when they were made. */
async function readWatches() {
  const watches = await store.indicators.watches();
  const matches = new Map<string, number>();
  await store.db.captures.each(({ watched }) => {
    for (const pattern of watched) matches.set(pattern, (matches.get(pattern) ?? 0) + 1);
  });
  return watches.map((watch) => ({ watch, matches: matches.get(watch.pattern) ?? 0 }));
}
