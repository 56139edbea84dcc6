import { verifyChain } from '@/utils/domain/journal-chain';
import { formatTimestamp } from '@/utils/domain/time';
import { createStore, type Store } from '@/utils/store';
import type { CaptureParts } from '@/utils/store/capture-repository';
import { createDatabase } from '@/utils/store/schema';

/** Stores of their own, and small captures, for scenarios. */

let lastDatabase = 0;
export const clock = {
  timestamp: () => formatTimestamp(Date.now(), 300),
  epochMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  timeZone: () => 'Asia/Almaty',
  utcOffsetMinutes: () => 300,
};
export const details = {
  title: ' Дело о магазине ',
  registerNumber: '2600000000001',
  jurisdiction: 'kz' as const,
  unit: 'УП г. Алматы',
  position: '',
  rank: '',
  name: '',
};

export function freshStore(): Store {
  lastDatabase += 1;
  return createStore(createDatabase(`scenario-${lastDatabase}-${Math.random()}`));
}

export function captureParts(id: string, caseId: string): CaptureParts {
  const artifact = {
    captureId: id,
    name: 'text.txt',
    mediaType: 'text/plain',
    bytes: 5,
    sha256: 'a'.repeat(64),
    crc32: 1,
  };
  const picture = { ...artifact, name: 'page-01.png', mediaType: 'image/png', width: 100, height: 50 };
  return {
    capture: {
      id,
      caseId,
      startedAt: clock.timestamp(),
      url: 'https://shop.example/',
      host: 'shop.example',
      title: 'Shop',
      sha256: 'b'.repeat(64),
      bytes: 5,
      indicatorCount: 1,
      complete: true,
      failedSteps: [],
      watched: [],
      tags: [],
    },
    files: [
      { artifact, blob: new Blob(['hello']) },
      { artifact: picture, blob: new Blob(['no picture']) },
    ],
    thumbnail: new Blob(['x']),
    words: '\nhello\n',
    indicators: [
      { type: 'email', value: 'a@b.kz', valid: true, confidence: 'likely', reason: 'form', sightings: [] },
    ],
  };
}

export function addCapture(store: Store, id: string, caseId: string) {
  return store.db.transaction('rw', [...store.captures.tables], () =>
    store.captures.add(captureParts(id, caseId)),
  );
}

export async function journalOf(store: Store, caseId: string) {
  const events = await store.journal.list(caseId);
  return { kinds: events.map(({ kind }) => kind), chain: verifyChain(events).ok, last: events.at(-1)?.data };
}
