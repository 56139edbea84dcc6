import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'osmotr-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program in `folder`; its exit code and all that it said. */
export function run(
  folder: string,
  program: string,
  ...args: string[]
): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}

/** Writes an archive into a fresh folder as `bundle.zip`; the folder. */
export async function saveArchive(blob: Blob): Promise<string> {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'bundle.zip'), new Uint8Array(await blob.arrayBuffer()));
  return folder;
}

/** Writes an archive and has `unzip` extract it; the folder it was extracted to. */
export async function extractArchive(blob: Blob): Promise<string> {
  const folder = await saveArchive(blob);
  execFileSync('unzip', ['-q', 'bundle.zip', '-d', 'out'], { cwd: folder });
  return join(folder, 'out');
}

/** Names, contents (SHA-256) and times of an archive as Python's zipfile sees them; throws what it refuses. */
export function readWithPython(folder: string): { name: string; sha256: string; time: number[] }[] {
  const script = [
    'import zipfile, hashlib, json, sys',
    'z = zipfile.ZipFile("bundle.zip")',
    'assert z.testzip() is None',
    'print(json.dumps([{"name": i.filename, "sha256": hashlib.sha256(z.read(i)).hexdigest(), "time": i.date_time} for i in z.infolist()]))',
  ].join('\n');
  return JSON.parse(execFileSync('python3', ['-c', script], { cwd: folder, encoding: 'utf8' }));
}
