import { useEffect, useState } from 'react';
import { StorageSection, type StoredCase } from '@/components/settings/StorageSection';
import { useRaise } from '@/components/ui/use-raise';
import { INBOX_CASE_ID } from '@/utils/domain/case';
import { askPersistence } from '@/utils/platform/persistence';
import { store } from '../../pages/services';
import { useStored } from '../../pages/use-stored';

interface Space {
  readonly estimate: { readonly usage: number; readonly quota: number } | null;
  readonly isPersisted: boolean;
}

/** What is stored, by case, and what the browser says of it. */
export function StorageSetting() {
  const cases = useStored(readSizes, []);
  const [space, setSpace] = useState<Space | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const raise = useRaise();
  // Measured again when captures come or go.
  useEffect(() => {
    if (cases) readSpace().then(setSpace, raise);
  }, [cases, raise]);
  if (!cases || !space) return null;
  const ask = async () => {
    setIsRefused(!(await askPersistence()));
    setSpace(await readSpace());
  };
  return <StorageSection cases={cases} {...space} isRefused={isRefused} onAsk={() => ask().catch(raise)} />;
}

async function readSpace(): Promise<Space> {
  const { usage, quota } = await navigator.storage.estimate();
  const estimate = usage === undefined || quota === undefined ? null : { usage, quota };
  return { estimate, isPersisted: await navigator.storage.persisted() };
}

/** The inbox and every case, the biggest first. */
async function readSizes(): Promise<StoredCase[]> {
  const cases = await store.cases.list();
  const sizes = new Map<string, { captures: number; bytes: number }>();
  await store.db.captures.each(({ caseId, bytes }) => {
    const sum = sizes.get(caseId) ?? { captures: 0, bytes: 0 };
    sizes.set(caseId, { captures: sum.captures + 1, bytes: sum.bytes + bytes });
  });
  const none = { captures: 0, bytes: 0 };
  return [{ id: INBOX_CASE_ID, title: null }, ...cases.map(({ id, title }) => ({ id, title }))]
    .map((it) => ({ ...it, ...(sizes.get(it.id) ?? none) }))
    .sort((a, b) => b.bytes - a.bytes);
}
