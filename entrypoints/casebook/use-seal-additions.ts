import { useState } from 'react';
import type { AdditionOutcome } from '@/components/verify/SealAdditions';
import { addToSeal, checkAddition, readStatementBytes, type SealAddition } from '@/utils/bundle/add-to-seal';
import { formatTimestampQuery } from '@/utils/bundle/attest/timestamp-query';
import { obtainTimestamp, randomNonce } from '@/utils/export/obtain-timestamp';
import { systemClock } from '@/utils/platform/clock';
import { send } from '../pages/services';
import { useAction } from '../pages/use-action';
import { offerDownload } from './offer-download';

/** Files that are added to a bundle's seal rather than verified as bundles. */
export const SEAL_FILE = /\.(tsr|tst|p7s|cms|sig)$/i;

interface Parts {
  /** The bundle that was verified last. */
  readonly bundle: File | null;
  readonly roots: readonly Uint8Array[];
  /** Takes the new bundle, which is verified in its turn. */
  readonly onAdded: (bundle: File) => void;
}

/** Timestamps and signatures for a bundle: asked for or brought, checked, added to a new file. */
export function useSealAdditions({ bundle, roots, onAdded }: Parts) {
  const [outcome, setOutcome] = useState<AdditionOutcome | null>(null);
  const { isRunning, error, run, clear } = useAction();
  const start = (work: (bundle: File) => Promise<void>) => {
    setOutcome(null);
    if (bundle) void run(() => work(bundle));
  };

  async function save(to: File, addition: SealAddition): Promise<void> {
    const { fault, kind } = addition.attestation;
    if (fault) return setOutcome({ state: 'invalid', fault });
    const blob = await addToSeal(to, addition, new Date(systemClock.epochMs()));
    const fileName = to.name.replace(/(\.zip)?$/i, kind === 'timestamp' ? '-tst.zip' : '-sig.zip');
    offerDownload(blob, fileName);
    setOutcome({ state: 'added', fileName });
    onAdded(new File([blob], fileName, { type: blob.type }));
  }

  return {
    isBusy: isRunning,
    outcome,
    error,
    forget: () => {
      setOutcome(null);
      clear();
    },
    onFile: (file: File) =>
      start(async (to) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        await save(to, await checkAddition(to, { name: file.name, bytes }, roots));
      }),
    onRequest: () =>
      start(async (to) => {
        const request = { statement: await readStatementBytes(to), roots, nonce: randomNonce() };
        const ask = async (query: Uint8Array<ArrayBuffer>) => (await send('askAuthority', { query })).answer;
        const { bytes } = await obtainTimestamp(request, ask);
        await save(to, await checkAddition(to, { name: 'timestamp.tsr', bytes }, roots));
      }),
    // Without a nonce: the answer comes back as a file, when nobody here knows it any more; the imprint binds it.
    onSaveQuery: () =>
      start(async (to) => {
        const query = await formatTimestampQuery(await readStatementBytes(to), null);
        offerDownload(new Blob([query]), to.name.replace(/(\.zip)?$/i, '.tsq'));
      }),
    onSaveStatement: () =>
      start(async (to) => offerDownload(new Blob([await readStatementBytes(to)]), 'signature.json')),
  };
}
