import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../tools/build.mjs';
import { BROWSERS } from './session';

/** What is tested and measured is what operatives get. */
describe.each(BROWSERS)('the built extension for %s', (name) => {
  it('has no development build of a library, and a small background', { timeout: 120_000 }, async () => {
    const dir = (await build({ browsers: [name], quiet: true }))[name];
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const read = (file: string) => readFileSync(join(dir, file), 'utf8');
    expect(files.length).toBeGreaterThan(5);
    // React says that in its development build alone.
    expect(files.filter((file) => read(file).includes('Download the React DevTools'))).toEqual([]);
    expect(read('background.js').length).toBeLessThan(400_000);
  });
});
