import Dexie, { type Table } from 'dexie';

/** Calls `listener` whenever rows of one of the tables have changed, whichever page of the extension did it. */
export function onChange(tables: readonly Table[], listener: () => void): void {
  const prefixes = tables.map(({ name, db }) => `idb://${db.name}/${name}/`);
  Dexie.on.storagemutated.subscribe((parts) => {
    const isOurs = (part: string) => prefixes.some((prefix) => part.startsWith(prefix));
    if (Object.keys(parts).some(isOurs)) listener();
  });
}
