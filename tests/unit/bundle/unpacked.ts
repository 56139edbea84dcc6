import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { formatManifest } from '@/utils/bundle/bag';
import { composeZip } from '@/utils/bundle/zip/compose';
import type { Bytes } from '@/utils/bundle/zip/format';
import { readEntry } from '@/utils/bundle/zip/open-entry';
import { readZip } from '@/utils/bundle/zip/read';

/** The files of a bundle by path. */
export type Unpacked = Map<string, Bytes>;

/** Every file of an archive in memory. */
export async function unpack(blob: Blob): Promise<Unpacked> {
  const zip = await readZip(blob);
  const files: Unpacked = new Map();
  for (const entry of zip.entries) files.set(entry.path, await readEntry(zip, entry, 10_000_000));
  return files;
}

/** An archive of the files, sound as a ZIP whatever they hold. */
export function pack(files: Unpacked): Promise<Blob> {
  const modified = new Date('2026-03-05T10:00:00Z');
  const stored = [...files].map(([path, bytes]) => {
    return { path, blob: new Blob([bytes]), crc32: crc32(bytes), bytes: bytes.length, modified };
  });
  return composeZip({ made: [], stored, modified });
}

/** What a forger without the key does: `Payload-Oxum` and both manifests written anew over the files as they are. */
export function forge(files: Unpacked): void {
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const oxum = `${payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)}.${payload.length}`;
  writeText(files, 'bag-info.txt', readText(files, 'bag-info.txt').replace(/(?<=Payload-Oxum: )\S+/, oxum));
  rewriteManifests(files);
}

/** Both manifests written anew over the files as they are. */
export function rewriteManifests(files: Unpacked): void {
  const isPayload = (path: string) => path.startsWith('data/');
  const isTag = (path: string) => !/^(data|seal)\/|^tagmanifest-/.test(path);
  writeText(files, 'manifest-sha256.txt', manifestOf(files, isPayload));
  writeText(files, 'tagmanifest-sha256.txt', manifestOf(files, isTag));
}

function manifestOf(files: Unpacked, isListed: (path: string) => boolean): string {
  const listed = [...files].filter(([path]) => isListed(path));
  return formatManifest(listed.map(([path, bytes]) => ({ path, sha256: sha256(bytes) })));
}

export function readText(files: Unpacked, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`no ${path}`);
  return new TextDecoder().decode(bytes);
}

export function writeText(files: Unpacked, path: string, text: string): void {
  files.set(path, new TextEncoder().encode(text));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
