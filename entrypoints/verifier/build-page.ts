import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transformWithEsbuild } from 'vite';

/**
 * `verify.html` as one file: script and style inline, and a policy that lets nothing else run, load or be asked for.
 * The same sources give the same bytes. `root`: the repository's.
 */
export async function buildVerifierPage(root: string): Promise<string> {
  const folder = join(root, 'entrypoints/verifier');
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [template, css, script] = await Promise.all([
    read('page.html'),
    read('style.css'),
    bundleScript(root, join(folder, 'main.ts')),
  ]);
  const style = (await transformWithEsbuild(css, 'style.css', { loader: 'css', minify: true })).code.trim();
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts: Readonly<Record<string, string>> = { POLICY: policy, STYLE: style, SCRIPT: script };
  return template.replace(/%(POLICY|STYLE|SCRIPT)%/g, (_, name: string) => parts[name] ?? '');
}

async function bundleScript(root: string, input: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: ['chrome148', 'firefox140'],
      rollupOptions: { input, output: { format: 'iife' } },
    },
  });
  const chunks = (Array.isArray(result) ? result : [result]).flatMap((it) =>
    'output' in it ? it.output : [],
  );
  const [chunk, ...rest] = chunks;
  if (chunk?.type !== 'chunk' || rest.length > 0) throw new Error('the verifier is not one script');
  // Nothing in an inline script may look like its end.
  return chunk.code.trim().replaceAll(/<(?=\/script|!--)/gi, '\\x3c');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
