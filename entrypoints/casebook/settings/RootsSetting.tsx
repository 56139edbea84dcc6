import { useMemo } from 'react';
import { RootsSection } from '@/components/settings/RootsSection';
import { readRoots } from '@/utils/bundle/attest/roots';
import { bytesFromBase64, toBase64 } from '@/utils/domain/base64';
import { ExpectedError } from '@/utils/errors';
import { settings } from '@/utils/platform/settings';
import { bugEnvironment } from '../../pages/services';
import { useAction } from '../../pages/use-action';
import { useSetting } from '../../pages/use-setting';

/** The trusted root certificates of the settings. */
export function RootsSetting() {
  const [stored, setStored] = useSetting(settings.trustedRoots);
  const { error, run } = useAction();
  const roots = useMemo(
    () =>
      (stored ?? []).flatMap((text) =>
        (readRoots(bytesFromBase64(text)) ?? []).map(({ facts }) => ({ text, facts })),
      ),
    [stored],
  );
  if (!stored) return null;
  const add = (files: readonly File[]) =>
    run(async () => {
      const found = await Promise.all(files.map(readRootFile));
      await setStored([...new Set([...stored, ...found.flat()])]);
    });
  const remove = (sha256: string) =>
    run(() => setStored(roots.filter(({ facts }) => facts.sha256 !== sha256).map(({ text }) => text)));
  return (
    <RootsSection
      roots={roots.map(({ facts }) => facts)}
      error={error}
      environment={bugEnvironment()}
      onAdd={(files) => void add(files)}
      onRemove={(sha256) => void remove(sha256)}
    />
  );
}

async function readRootFile(file: File): Promise<string[]> {
  const roots = readRoots(new Uint8Array(await file.arrayBuffer()));
  if (!roots) throw new ExpectedError('not-a-root', { file: file.name });
  return roots.map(({ der }) => toBase64(der));
}
