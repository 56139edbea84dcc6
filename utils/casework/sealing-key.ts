import { INBOX_CASE_ID } from '@/utils/domain/case';
import { sha256Hex } from '@/utils/domain/hash';
import type { Clock } from '@/utils/domain/time';
import type { Store } from '@/utils/store';
import type { SealingKeyRow } from '@/utils/store/schema';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * The machine's sealing key (ECDSA P-256, FIPS 186-5), made when there is none: at the first start of the background, or
 * when it was lost. Its private half can't be exported, so a lost one is lost; what it sealed still verifies. Its making
 * is in the inbox's journal, which belongs to the machine rather than to a case, with the key that it `replaces`.
 */
export async function ensureSealingKey(store: Store, clock: Clock): Promise<SealingKeyRow> {
  const present = await store.db.sealingKeys.get('current');
  if (present) return present;

  const keys = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  const publicKeySpki = new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey));
  const made: SealingKeyRow = {
    id: 'current',
    keys,
    publicKeySpki,
    fingerprint: sha256Hex(publicKeySpki),
    createdAt: clock.timestamp(),
  };
  return store.db.transaction('rw', store.db.sealingKeys, store.db.journal, async () => {
    const other = await store.db.sealingKeys.get('current');
    if (other) return other;
    await store.db.sealingKeys.add(made);
    const before = (await store.journal.list(INBOX_CASE_ID)).findLast(
      ({ kind }) => kind === 'sealing-key-created',
    );
    await store.journal.append({
      case: INBOX_CASE_ID,
      time: made.createdAt,
      kind: 'sealing-key-created',
      data: {
        algorithm: 'ECDSA P-256',
        fingerprint: made.fingerprint,
        ...(before ? { replaces: String(before.data.fingerprint) } : {}),
      },
    });
    return made;
  });
}

/** Signs with the machine's key: SHA-256, the raw `r || s` form of WebCrypto (64 bytes). */
export async function signWith(
  row: SealingKeyRow,
  data: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, row.keys.privateKey, data);
  return new Uint8Array(signature);
}
