import { createVerification } from '@/utils/bundle/verification';
import { type LoadedRoots, loadRoots, mayBeCertificates } from './roots';
import { createScreen } from './screen';

let loaded: LoadedRoots = { roots: [], refused: [] };
let bundle: File | null = null;

const screen = createScreen({
  onFiles: (files) => void take(files),
  onRoots: (files) => void takeRoots(files),
  onCancel: () => verification.cancel(),
});
const verification = createVerification(screen.show, () => loaded.roots);

async function take(files: readonly File[]): Promise<void> {
  const certificates = files.filter(mayBeCertificates);
  const other = files.find((file) => !certificates.includes(file));
  bundle = other ?? bundle;
  if (certificates.length > 0) await takeRoots(certificates);
  else if (other) await verification.start(other);
}

// What leads to a root is seen only by verifying anew.
async function takeRoots(files: readonly File[]): Promise<void> {
  loaded = await loadRoots(loaded, files);
  screen.showRoots(loaded);
  if (bundle) await verification.start(bundle);
}
