import { readRoots } from '@/utils/bundle/attest/roots';
import type { Bytes } from '@/utils/bundle/zip/format';
import { element } from './element';
import type { Words } from './texts';

const LIMIT = 1_000_000;

/** What was made of files that a reader brought: bundles aside, certificates to trust, and what is neither. */
export interface LoadedRoots {
  readonly roots: readonly Bytes[];
  /** Names of files that hold no root certificate. */
  readonly refused: readonly string[];
}

/** Whether a file may hold certificates: a bundle is larger, or says so by its name. */
export function mayBeCertificates(file: File): boolean {
  return file.size <= LIMIT && /\.(pem|crt|cer|der)$/i.test(file.name);
}

/** Adds the root certificates of files to those that are loaded; nothing is kept beyond this page. */
export async function loadRoots(before: LoadedRoots, files: readonly File[]): Promise<LoadedRoots> {
  let { roots } = before;
  const refused: string[] = [];
  for (const file of files) {
    const found = readRoots(new Uint8Array(await file.arrayBuffer()));
    if (found) roots = [...roots, ...found.map(({ der }) => der)];
    else refused.push(file.name);
  }
  return { roots, refused };
}

/** Where root certificates are brought, and how many there are. */
export function createRootsBox(onFiles: (files: readonly File[]) => void) {
  const note = element('p', { class: 'note' });
  const button = element('span', { class: 'button', 'aria-hidden': 'true' });
  const input = element('input', {
    type: 'file',
    multiple: true,
    accept: '.pem,.crt,.cer,.der',
    'data-testid': 'root-files',
  });
  const loaded = element('p', { class: 'note', role: 'status', 'data-testid': 'roots-loaded' });
  const box = element('div', { class: 'card roots' }, note, element('label', {}, input, button), loaded);
  input.addEventListener('change', () => {
    onFiles([...(input.files ?? [])]);
    input.value = '';
  });
  return {
    box,
    label({ t, format }: Words, { roots, refused }: LoadedRoots): void {
      note.textContent = t('verify.attest.rootsNote');
      button.textContent = t('verify.attest.rootsChoose');
      input.setAttribute('aria-label', `${t('verify.attest.roots')}. ${button.textContent}`);
      const texts = refused.map((file) => `${t('verify.attest.rootsBad')}: ${file}`);
      if (roots.length > 0)
        texts.push(t('verify.attest.rootsLoaded', { number: format.number(roots.length) }));
      loaded.textContent = texts.join('. ');
    },
  };
}
