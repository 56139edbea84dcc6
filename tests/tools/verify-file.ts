import { readFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { readRoots } from '@/utils/bundle/attest/roots';
import { verifyBundle } from '@/utils/bundle/verify';
import type { VerifyOptions } from '@/utils/bundle/verify/digest-entries';
import type { ByteSource, Bytes } from '@/utils/bundle/zip/format';
import type { VerifyReport } from '@/utils/domain/verification';

export { reportText } from './report-text';

const PIECE = 1024 * 1024;

/**
 * Verifies a bundle on the disk, of any size; `rootFiles`: paths of trusted root certificates. Throws if `path` is no
 * file, if it becomes shorter meanwhile, and for a root file that holds anything else.
 */
export async function verifyFile(
  path: string,
  { rootFiles = [], ...options }: Omit<VerifyOptions, 'roots'> & { readonly rootFiles?: readonly string[] },
): Promise<VerifyReport> {
  const roots = rootFiles.map(readRootFile);
  return withFile(path, (file) => verifyBundle(file, { ...options, roots }));
}

function readRootFile(path: string): Uint8Array {
  const file = readFileSync(path);
  if (!readRoots(file)) throw new Error(`${path} holds no root certificate`);
  return file;
}

/** Gives a file as what reading needs of a Blob: `fs.openAsBlob` of Node 20 takes sizes modulo 4 GiB. */
export async function withFile<T>(path: string, use: (file: ByteSource) => Promise<T>): Promise<T> {
  const handle = await open(path);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error(`${path} is not a file`);
    return await use(section(handle, 0, stat.size));
  } finally {
    await handle.close();
  }
}

function section(handle: FileHandle, from: number, to: number): ByteSource {
  return {
    size: to - from,
    slice: (start, end) => section(handle, Math.min(from + start, to), Math.min(from + end, to)),
    arrayBuffer: async () => (await read(handle, from, to - from)).buffer,
    stream: () => {
      let at = from;
      return new ReadableStream({
        async pull(controller) {
          if (at >= to) return controller.close();
          const piece = await read(handle, at, Math.min(PIECE, to - at));
          at += piece.length;
          controller.enqueue(piece);
        },
      });
    },
  };
}

async function read(handle: FileHandle, position: number, length: number): Promise<Bytes> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new Error('the file became shorter while it was read');
    done += bytesRead;
  }
  return bytes;
}
