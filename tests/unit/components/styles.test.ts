import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const POPUP = [
  ...['ui', 'popup', 'capture', 'casefile', 'export'].map((folder) => `components/${folder}`),
  ...['entrypoints/popup', 'entrypoints/pages'],
];
const STYLES = 'node_modules/@mantine/core/styles';
const listed = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/styles\/(\w+)\.css/g)].map(([, name]) => name);

/** Mantine components that the sources of these folders import and that have a style sheet. */
function used(folders: readonly string[]): string[] {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const imports = sources.flatMap((source) =>
    [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].map(([, names]) => names),
  );
  const names = imports.flatMap((list) => (list ?? '').split(',').map((name) => name.trim()));
  return [...new Set(names)].filter((name) => existsSync(`${STYLES}/${name}.css`));
}

describe('style sheets of Mantine', () => {
  const common = listed('components/ui/styles.ts');

  it('are listed for each component that the popup can draw', () => {
    const names = used(POPUP);
    expect(names).toContain('Button');
    expect(common).toEqual(expect.arrayContaining(names));
  });

  it('are listed for each component of the casebook', () => {
    expect([...common, ...listed('components/casebook/styles.ts')]).toEqual(
      expect.arrayContaining(used(['components', 'entrypoints'])),
    );
  });
});
