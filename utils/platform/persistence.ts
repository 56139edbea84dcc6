/** Asks the browser not to throw the store away when the disk runs full; says whether it promised. Pages only. */
export async function askPersistence(): Promise<boolean> {
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}
