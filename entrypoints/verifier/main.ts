import { createVerification } from '@/utils/bundle/verification';
import { createScreen } from './screen';

const screen = createScreen({
  onFile: (file) => void verification.start(file),
  onCancel: () => verification.cancel(),
});
const verification = createVerification(screen.show);
