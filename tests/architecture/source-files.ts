import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** What it imports: ours as paths from the root (without ending), packages by their names. */
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

/** Files that belong to the repository, tracked or about to be, that exist and match. */
export function listFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  return listed
    .toString()
    .split('\n')
    .filter((path) => pattern.test(path));
}

/** The product's own source: components, entrypoints, utils. */
export function readSources(): SourceFile[] {
  return listFiles(/^(components|entrypoints|utils)\/.*\.tsx?$/).map((path) => {
    const text = readFileSync(posix.join(ROOT, path), 'utf8');
    return { path, text, imports: findImports(path, text) };
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

function findImports(path: string, text: string): SourceFile['imports'] {
  return [...text.matchAll(IMPORT)].map(([, type, from, dynamic, bare]) => ({
    from: resolve(path, from ?? dynamic ?? bare ?? ''),
    typeOnly: type !== undefined,
  }));
}

function resolve(path: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2);
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
  return from;
}

/** The room a path lies in: `utils/store`, `components`, `entrypoints`. */
export function roomOf(path: string): string {
  const [top, second] = path.split('/');
  if (top !== 'utils') return top ?? '';
  return second?.includes('.') || path === 'utils/errors' ? 'utils' : `utils/${second}`;
}
