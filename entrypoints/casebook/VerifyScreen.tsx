import { useState } from 'react';
import { Intake } from '@/components/verify/Intake';
import { SealAdditions } from '@/components/verify/SealAdditions';
import { VerifyPanel } from '@/components/verify/VerifyPanel';
import { createVerification } from '@/utils/bundle/verification';
import { bytesFromBase64 } from '@/utils/domain/base64';
import type { Verification } from '@/utils/domain/verification';
import { settings } from '@/utils/platform/settings';
import { bugEnvironment } from '../pages/services';
import { useSetting } from '../pages/use-setting';
import { createHeldWork, useHeldWork } from './held-work';
import { useImport } from './use-import';
import { SEAL_FILE, useSealAdditions } from './use-seal-additions';

/** One verification for the page: it goes on while other screens are looked at. */
const held = createHeldWork<Verification>({ state: 'idle' });
let heldFile: File | null = null;
let rootsNow: readonly Uint8Array[] = [];
const runner = createVerification(held.set, () => rootsNow);

/** Verifies a bundle that somebody brings, adds to its seal; nothing of it is stored unless it is then taken in. */
export function VerifyScreen() {
  const [stored] = useSetting(settings.trustedRoots);
  const [authority] = useSetting(settings.timestampAuthority);
  if (!stored || !authority) return null;
  const host = authority.url ? new URL(authority.url).host : null;
  return <Screen roots={stored.map(bytesFromBase64)} authority={host} />;
}

interface Props {
  readonly roots: readonly Uint8Array[];
  /** Host of the timestamp authority; null if there is none. */
  readonly authority: string | null;
}

function Screen({ roots, authority }: Props) {
  const verification = useHeldWork(held);
  const [file, setFile] = useState(heldFile);
  rootsNow = roots;
  const intake = useImport();
  const verify = (chosen: File) => {
    intake.reset();
    heldFile = chosen;
    setFile(chosen);
    void runner.start(chosen);
  };
  const { forget, ...seal } = useSealAdditions({ bundle: file, roots, onAdded: verify });
  const report = verification.state === 'done' && verification.report.ok ? verification.report : null;
  const take = (chosen: File) => {
    if (report && SEAL_FILE.test(chosen.name)) return seal.onFile(chosen);
    forget();
    verify(chosen);
  };
  return (
    <VerifyPanel
      verification={verification}
      onFile={take}
      onCancel={runner.cancel}
      footer={
        <>
          {report && file && (
            <SealAdditions
              {...seal}
              hasTimestamp={report.attestations.some(({ kind }) => kind === 'timestamp')}
              authority={authority}
              environment={bugEnvironment()}
            />
          )}
          {((report && file) || intake.state !== 'idle') && (
            <Intake
              {...intake}
              isOffered={report !== null && (intake.state !== 'done' || intake.file !== file)}
              environment={bugEnvironment()}
              onStart={(by) => file && void intake.start(file, by)}
              onCancel={() => void intake.cancel()}
            />
          )}
        </>
      }
    />
  );
}
