import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { verifyBundle } from '@/utils/bundle/verify';
import { reportText, verifyFile } from '../../tools/verify-file';
import { type SampleCase, sampleCase } from './sample-case';
import { saveArchive } from './tools';
import { pack, sha256, type Unpacked, unpack } from './unpacked';

const FIRST = 'data/captures/0001-shop-1.example/';

let sample: SampleCase;
let original: Unpacked;
beforeAll(async () => {
  sample = sampleCase();
  original = await unpack((await buildBundle(sample.input, sample.ports)).blob);
});

describe('verifyBundle on a sound bundle', () => {
  it('passes every step, sums the bundle up and says what is not proven', async () => {
    const bundle = await buildBundle(sample.input, sample.ports);
    const report = await verifyBundle(bundle.blob);
    expect(report).toMatchObject({ ok: true, findings: [] });
    expect(report.steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'structure passed',
      'payload passed',
      'tag-manifest passed',
      'journal passed',
      'statement passed',
      'signature passed',
      'timestamp absent',
      'e-signatures absent',
      'captures passed',
    ]);
    expect(report.notCovered).toEqual(['page-truth', 'clock', 'key-owner', 'archive-directory']);
    expect(report.attestations).toEqual([]);
    expect(report.summary).toEqual({
      caseId: sample.input.case.id,
      registerNumber: sample.input.case.registerNumber,
      scope: { partial: false, of: 2, numbers: [1, 2] },
      title: sample.input.case.title,
      sealedAt: sample.input.createdAt,
      keySha256: sha256(sample.signer.publicKeySpki),
      tagManifestSha256: bundle.tagManifestSha256,
      journalEvents: sample.input.journal.length,
      captures: 2,
      files: original.size,
      bytes: bundle.bytes,
    });
  });

  it('passes a bundle without captures', async () => {
    const { input, ports } = sampleCase({ captures: 0 });
    expect(await verifyBundle((await buildBundle(input, ports)).blob)).toMatchObject({ ok: true });
  });

  it('reads files too large to be held whole, tells its progress and stops when it is told to', {
    timeout: 60_000,
  }, async () => {
    const { input, ports } = sampleCase({ captures: 1, width: 4000, height: 3200 });
    const big = new Uint8Array(65 * 1024 * 1024).fill(7);
    const [first] = input.captures;
    const { artifacts, ...rest } = first ?? expect.fail('no capture');
    const video = {
      captureId: rest.capture.id,
      name: 'page.mhtml',
      mediaType: 'multipart/related',
      bytes: big.length,
      sha256: sha256(big),
      crc32: crc32(big),
    };
    const getBlob: typeof ports.getBlob = async (id, name) =>
      name === video.name ? new Blob([big]) : ports.getBlob(id, name);
    const captures = [{ ...rest, indicators: [], artifacts: [...artifacts, video] }];
    const { blob } = await buildBundle({ ...input, captures }, { ...ports, getBlob });
    const seen: number[] = [];
    const report = await verifyBundle(blob, {
      onProgress: ({ doneBytes, totalBytes }) => seen.push(doneBytes / totalBytes),
    });
    // The sample's capture.json doesn't name the added file: that is all that is wrong.
    expect(report.findings).toMatchObject([{ code: 'file-unlisted', file: `${FIRST}page.mhtml` }]);
    expect(seen.at(-1)).toBe(1);
    const controller = new AbortController();
    const options = { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) };
    await expect(verifyBundle(blob, options)).rejects.toThrow('enough');
  });
});

describe('npm run verify', { timeout: 60_000 }, () => {
  const verify = (folder: string, ...args: string[]) => {
    const tool = join(import.meta.dirname, '../../tools/verify.mjs');
    return spawnSync(process.execPath, [tool, ...args], { cwd: folder, encoding: 'utf8' });
  };

  it('ends with 0 for a bundle that holds', async () => {
    const folder = await saveArchive(await pack(original));
    const { status, stdout } = verify(folder, 'bundle.zip');
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 0,
      first: 'The bundle is intact: bundle.zip',
    });
    expect(stdout).toContain(sha256(sample.signer.publicKeySpki));
    expect(stdout).toContain('That the computer’s clock was right');
  });

  it('ends with 1 for one that does not, and gives the report as JSON', async () => {
    const files = new Map(original);
    files.delete(`${FIRST}viewport.png`);
    const folder = await saveArchive(await pack(files));
    const { status, stdout } = verify(folder, 'bundle.zip', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual(await verifyFile(join(folder, 'bundle.zip'), {}));
  });

  it('tells it in the words of verify.html, in the language asked for, and lets nothing steer the terminal', async () => {
    const files = new Map(original);
    files.set(`${FIRST}text.txt`, new TextEncoder().encode('\u001b[2J'));
    const { input, ports } = sampleCase();
    const matter = { ...input.case, title: 'Дело \u001b[2J\u202E' };
    const forged = await buildBundle({ ...input, case: matter }, ports);
    const folder = await saveArchive(forged.blob);
    const { stdout } = verify(folder, 'bundle.zip', '--language', 'ru');
    expect(stdout).toMatch(/^Пакет цел: bundle\.zip\n/);
    expect(stdout).toBe(
      `${reportText(await verifyFile(join(folder, 'bundle.zip'), {}), 'bundle.zip', 'ru')}\n`,
    );
    expect(stdout).toContain('Дело \\u{1b}[2J\\u{202e}');
    expect(stdout).not.toContain('\u001b');
    const bad = verify(await saveArchive(await pack(files)), 'bundle.zip', '--language', 'ru');
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/^Пакет не прошёл проверку: bundle\.zip\n/);
    expect(bad.stdout).toContain(`Файл изменён: ${FIRST}text.txt`);
  });

  it('ends with 2 when there is nothing to verify', async () => {
    const folder = await saveArchive(new Blob([]));
    expect(verify(folder, 'none.zip')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('none.zip'),
    });
    expect(verify(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') });
  });
});
