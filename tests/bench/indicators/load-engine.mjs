import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles a module of the project and imports it, so that plain Node can run it. */
export async function loadModule(path) {
  const folder = await mkdtemp(join(tmpdir(), 'osmotr-bench-'));
  const outfile = join(folder, 'module.mjs');
  await build({
    entryPoints: [join(ROOT, path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    alias: { '@': ROOT.replace(/\/$/, '') },
    logLevel: 'error',
  });
  const module = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  return module;
}
