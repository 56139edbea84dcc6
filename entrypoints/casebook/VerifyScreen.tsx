import { useEffect, useState } from 'react';
import { VerifyPanel } from '@/components/verify/VerifyPanel';
import { createVerification } from '@/utils/bundle/verification';
import type { Verification } from '@/utils/domain/verification';

/** Verifies a bundle that somebody brings; nothing of it is stored. */
export function VerifyScreen() {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const [runner] = useState(() => createVerification(setVerification));
  useEffect(() => () => runner.cancel(), [runner]);
  return (
    <VerifyPanel
      verification={verification}
      onFile={(file) => void runner.start(file)}
      onCancel={runner.cancel}
    />
  );
}
