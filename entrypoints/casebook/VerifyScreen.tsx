import { useEffect, useState } from 'react';
import { Intake } from '@/components/verify/Intake';
import { VerifyPanel } from '@/components/verify/VerifyPanel';
import { createVerification } from '@/utils/bundle/verification';
import type { Verification } from '@/utils/domain/verification';
import { bugEnvironment } from '../pages/services';
import { useImport } from './use-import';

/** Verifies a bundle that somebody brings; nothing of it is stored unless it is then taken in. */
export function VerifyScreen() {
  const [verification, setVerification] = useState<Verification>({ state: 'idle' });
  const [file, setFile] = useState<File | null>(null);
  const [runner] = useState(() => createVerification(setVerification));
  const intake = useImport();
  useEffect(() => () => runner.cancel(), [runner]);
  const isSound = verification.state === 'done' && verification.report.ok;
  return (
    <VerifyPanel
      verification={verification}
      onFile={(chosen) => {
        intake.reset();
        setFile(chosen);
        void runner.start(chosen);
      }}
      onCancel={runner.cancel}
      footer={
        isSound &&
        file && (
          <Intake
            state={intake.state}
            activity={intake.activity}
            error={intake.error}
            environment={bugEnvironment()}
            by={intake.by}
            onStart={(by) => void intake.start(file, by)}
            onCancel={() => void intake.cancel()}
          />
        )
      }
    />
  );
}
