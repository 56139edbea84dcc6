import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { verifyBundle } from '@/utils/bundle/verify';
import { ExpectedError } from '@/utils/errors';
import type { ExportFile } from '@/utils/export/export-file';
import { encryptBundle, hashBundle, writeBundle } from '@/utils/export/write-out';
import { sampleCase } from '../bundle/sample-case';
import { run, scratchFolder } from '../bundle/tools';

const PASSPHRASE = 'k3m9z-7h2qd "$HOME"';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A disk of one file. `full`: after how many bytes it has no room any more. */
function disk({ full = Number.POSITIVE_INFINITY } = {}) {
  const state = { pieces: [] as Uint8Array<ArrayBuffer>[], asked: 0, largest: 0, isThere: false };
  const file: ExportFile = {
    async write(piece) {
      const before = state.pieces.reduce((sum, { length }) => sum + length, 0);
      if (before + piece.length > full) throw new ExpectedError('no-room');
      state.largest = Math.max(state.largest, piece.length);
      state.pieces.push(piece.slice());
    },
    close: async () => new Blob(state.pieces),
    async discard() {
      state.isThere = false;
    },
  };
  const create = async (bytes: number) => {
    state.asked = bytes;
    state.isThere = true;
    return file;
  };
  return { state, create };
}

async function sample(size = { width: 8, height: 6 }) {
  const { input, ports } = sampleCase(size);
  return { ...(await buildBundle(input, ports)), createdAt: input.createdAt };
}

function options(signal = new AbortController().signal) {
  const seen: [string, number][] = [];
  return { signal, seen, onBytes: (phase: string, bytes: number) => void seen.push([phase, bytes]) };
}

describe('a bundle on its way out', () => {
  it('is hashed where it is downloaded as it was composed', async () => {
    const bundle = await sample();
    const written = await hashBundle(bundle, options());
    expect(written).toMatchObject({ content: bundle.blob, file: null, container: null });
    expect(written.bundle.sha256).toBe(sha256(new Uint8Array(await bundle.blob.arrayBuffer())));
  });

  it('is written piece by piece: the same bytes, hashed as they are written', async () => {
    const bundle = await sample({ width: 1500, height: 1200 });
    const { state, create } = disk();
    const { seen, ...all } = options();
    const { content, bundle: told } = await writeBundle(bundle, create, all);
    expect(content.type).toBe('application/zip');
    const bytes = new Uint8Array(await content.arrayBuffer());
    expect(Buffer.from(bytes).equals(Buffer.from(await bundle.blob.arrayBuffer()))).toBe(true);
    expect(told).toEqual({ fileName: bundle.fileName, bytes: bytes.length, sha256: sha256(bytes) });
    expect(state.asked).toBe(bundle.bytes);
    expect(state.largest).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(seen.reduce((sum, [, count]) => sum + count, 0)).toBe(bundle.bytes);
  });

  it.each([
    [
      'written',
      (b: Awaited<ReturnType<typeof sample>>, d: ReturnType<typeof disk>) =>
        writeBundle(b, d.create, options()),
    ],
    [
      'encrypted',
      (b: Awaited<ReturnType<typeof sample>>, d: ReturnType<typeof disk>) =>
        encryptBundle({ ...b, passphrase: PASSPHRASE }, d.create, options()),
    ],
  ] as const)('leaves nothing when the disk is full while it is %s', async (_, go) => {
    const full = disk({ full: 3000 });
    await expect(go(await sample(), full)).rejects.toMatchObject({ code: 'no-room' });
    expect(full.state.isThere).toBe(false);
  });

  it.each(['write', 'encrypt'] as const)(
    'leaves nothing when it is cancelled in the phase %s',
    async (phase) => {
      const bundle = await sample({ width: 1500, height: 1200 });
      const { state, create } = disk();
      const controller = new AbortController();
      const all = {
        signal: controller.signal,
        onBytes: () => controller.abort(new ExpectedError('export-cancelled')),
      };
      const going =
        phase === 'write'
          ? writeBundle(bundle, create, all)
          : encryptBundle({ ...bundle, passphrase: PASSPHRASE }, create, all);
      await expect(going).rejects.toMatchObject({ code: 'export-cancelled' });
      expect(state.isThere).toBe(false);
    },
  );
});

describe('an encrypted bundle', () => {
  it('says the hashes of both files, is written in small pieces and holds no byte of the bundle in clear', async () => {
    const bundle = await sample({ width: 1500, height: 1200 });
    const { state, create } = disk();
    const { content, ...told } = await encryptBundle(
      { ...bundle, passphrase: PASSPHRASE },
      create,
      options(),
    );
    const bytes = Buffer.from(await content.arrayBuffer());
    expect(told.bundle.sha256).toBe(sha256(new Uint8Array(await bundle.blob.arrayBuffer())));
    expect(told.container).toEqual({
      fileName: bundle.fileName.replace('.zip', '-aes256.zip'),
      bytes: bytes.length,
      sha256: sha256(bytes),
    });
    expect(state.largest).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(bytes.length - bundle.bytes).toBeLessThan(1024);
    expect(state.asked).toBeGreaterThanOrEqual(bytes.length);
    expect(bytes.includes('manifest-sha256.txt')).toBe(false);
    expect(bytes.includes(PASSPHRASE)).toBe(false);
  });

  it('opens in 7-Zip with its passphrase alone; what comes out verifies', async () => {
    const bundle = await sample();
    const { content } = await encryptBundle({ ...bundle, passphrase: PASSPHRASE }, disk().create, options());
    const folder = scratchFolder();
    writeFileSync(join(folder, 'c.zip'), new Uint8Array(await content.arrayBuffer()));
    expect(run(folder, '7z', 'l', '-slt', 'c.zip').said).toMatch(
      /Encrypted = \+[\s\S]*Method = AES-256 Store/,
    );
    expect(run(folder, '7z', 'x', '-pwrong-passphrase', 'c.zip')).toMatchObject({
      code: 2,
      said: expect.stringContaining('Wrong password'),
    });
    expect(run(folder, '7z', 'x', '-y', `-p${PASSPHRASE}`, 'c.zip').code).toBe(0);
    const inside = readFileSync(join(folder, bundle.fileName));
    expect((await verifyBundle(new Blob([inside]))).ok).toBe(true);
  });

  it('is refused by 7-Zip when a byte of it was changed', async () => {
    const bundle = await sample();
    const { content } = await encryptBundle({ ...bundle, passphrase: PASSPHRASE }, disk().create, options());
    const bytes = Buffer.from(await content.arrayBuffer());
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    const folder = scratchFolder();
    writeFileSync(join(folder, 'c.zip'), bytes);
    expect(run(folder, '7z', 't', `-p${PASSPHRASE}`, 'c.zip').code).toBe(2);
  });
});
