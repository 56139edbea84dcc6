import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BundleProgress, buildBundle } from '@/utils/bundle/build';
import type { BundleCapture } from '@/utils/bundle/model';
import { readZip } from '@/utils/bundle/zip/read';
import { sampleCase } from './sample-case';
import { extractArchive, readWithPython, run, saveArchive } from './tools';

describe('a bundle, by other people’s tools', () => {
  it('is accepted by unzip -t', async () => {
    const { input, ports } = sampleCase();
    const folder = await saveArchive((await buildBundle(input, ports)).blob);
    expect(run(folder, 'unzip', '-t', 'bundle.zip')).toMatchObject({
      code: 0,
      said: expect.stringContaining('No errors detected'),
    });
  });

  it('is accepted by 7z t', async () => {
    const { input, ports } = sampleCase();
    const folder = await saveArchive((await buildBundle(input, ports)).blob);
    expect(run(folder, '7z', 't', 'bundle.zip')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Everything is Ok'),
    });
  });

  it('is accepted by bsdtar -t', async () => {
    const { input, ports } = sampleCase();
    const folder = await saveArchive((await buildBundle(input, ports)).blob);
    expect(run(folder, 'bsdtar', '-tf', 'bundle.zip')).toMatchObject({ code: 0 });
  });

  it('holds, by Python’s zipfile, the files of the layout and the stored bytes', async () => {
    const { input, ports } = sampleCase();
    const folder = await saveArchive((await buildBundle(input, ports)).blob);
    const files = new Map(readWithPython(folder).map(({ name, sha256 }) => [name, sha256]));
    const captures = input.captures.flatMap(({ capture, artifacts }) =>
      artifacts.map(
        ({ name, sha256 }) => [`data/captures/000${capture.number}-${capture.host}/${name}`, sha256] as const,
      ),
    );
    for (const [path, sha256] of captures) expect(files.get(path)).toBe(sha256);
    const made = [...files.keys()].filter((path) => !path.startsWith('data/captures/')).sort();
    expect(made).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data/annotations.json',
      'data/case.json',
      'data/index.html',
      'data/indicators.csv',
      'data/indicators.json',
      'data/indicators.stix.json',
      'data/journal.jsonl',
      'manifest-sha256.txt',
      'seal/public-key.pem',
      'seal/signature.bin',
      'seal/signature.json',
      'tagmanifest-sha256.txt',
      'verify.html',
    ]);
    expect(files.size).toBe(made.length + captures.length);
  });

  it('passes sha256sum -c for both manifests, and the manifest leaves no payload file out', async () => {
    const { input, ports } = sampleCase();
    const out = await extractArchive((await buildBundle(input, ports)).blob);
    expect(run(out, 'sha256sum', '-c', '--strict', 'manifest-sha256.txt').code).toBe(0);
    expect(run(out, 'sha256sum', '-c', '--strict', 'tagmanifest-sha256.txt').code).toBe(0);
    const listed = readFileSync(join(out, 'manifest-sha256.txt'), 'utf8').split('\n').filter(Boolean);
    expect(run(out, 'sh', '-c', 'find data -type f | wc -l').said.trim()).toBe(String(listed.length));
  });

  it('is signed so that openssl verifies it, and pins tag manifest, journal and key', async () => {
    const { input, ports, signer } = sampleCase();
    const bundle = await buildBundle(input, ports);
    const out = await extractArchive(bundle.blob);
    const args = [
      '-verify',
      'seal/public-key.pem',
      '-signature',
      'seal/signature.bin',
      'seal/signature.json',
    ];
    expect(run(out, 'openssl', 'dgst', '-sha256', ...args)).toEqual({ code: 0, said: 'Verified OK\n' });
    const statement = JSON.parse(readFileSync(join(out, 'seal/signature.json'), 'utf8'));
    const tagManifest = readFileSync(join(out, 'tagmanifest-sha256.txt'));
    expect(statement).toEqual({
      format: 'osmotr-seal/1',
      caseId: input.case.id,
      sealedAt: input.createdAt,
      tagManifestSha256: createHash('sha256').update(tagManifest).digest('hex'),
      journalEvents: input.journal.length,
      journalHead: input.journal.at(-1)?.hash,
      scope: { partial: false, of: 2, numbers: [1, 2] },
      keySha256: createHash('sha256').update(signer.publicKeySpki).digest('hex'),
    });
    expect(bundle).toMatchObject({ statement, tagManifestSha256: statement.tagManifestSha256 });
  });

  it('gives the files the time of their capture, in UTC', async () => {
    const { input, ports } = sampleCase();
    const out = await extractArchive((await buildBundle(input, ports)).blob);
    const capture = statSync(join(out, 'data/captures/0001-shop-1.example/viewport.png')).mtimeMs;
    expect(capture).toBe(Date.parse('2026-03-05T09:08:09Z'));
    expect(statSync(join(out, 'data/case.json')).mtimeMs).toBe(Date.parse('2026-03-05T10:00:00Z'));
  });
});

describe('buildBundle', () => {
  it('names the file after the register number and the time in UTC', async () => {
    const { input, ports } = sampleCase();
    const { fileName, blob, bytes } = await buildBundle(input, ports);
    expect(fileName).toBe('osmotr-25-7500-031-12-20260305T100000Z.zip');
    expect(bytes).toBe(blob.size);
  });

  it('makes the same bytes from the same case, but for the signature', async () => {
    const { input, ports, signer } = sampleCase();
    const signature = await signer.sign(new Uint8Array());
    const first = await buildBundle(input, ports);
    const second = await buildBundle(input, { ...ports });
    expect(signature).toHaveLength(64);
    expect(second.tagManifestSha256).toBe(first.tagManifestSha256);
    expect(second.statement).toEqual(first.statement);
  });

  it('seals nothing when a stored file is not what it was: the error names it', async () => {
    const { input, ports, blobs } = sampleCase();
    const { capture, artifacts } = input.captures[1] ?? expect.fail('no second capture');
    const picture = artifacts.find(({ name }) => name === 'viewport.png') ?? expect.fail('no picture');
    const bytes = new Uint8Array(await (blobs.get(`${capture.id}/viewport.png`) as Blob).arrayBuffer());
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    blobs.set(`${capture.id}/viewport.png`, new Blob([bytes]));
    await expect(buildBundle(input, ports)).rejects.toMatchObject({
      name: 'BundleError',
      code: 'artifact-changed',
      facts: {
        file: 'data/captures/0002-shop-2.example/viewport.png',
        expected: picture.sha256,
        found: createHash('sha256').update(bytes).digest('hex'),
      },
    });
  });

  it.each([
    ['a byte of the stream', (bytes: Uint8Array) => bytes.with(4, (bytes[4] ?? 0) ^ 0xff)],
    ['its end', (bytes: Uint8Array) => bytes.subarray(0, -3)],
    ['more behind it', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
    ['another text', () => new Uint8Array(deflateRawSync('другой текст'))],
  ])('seals nothing when a deflated file is not what it was: %s', async (_, change) => {
    const { input, ports, blobs } = sampleCase();
    const key = `${input.captures[0]?.capture.id}/page.html`;
    const bytes = new Uint8Array(await (blobs.get(key) as Blob).arrayBuffer());
    blobs.set(key, new Blob([new Uint8Array(change(bytes))]));
    await expect(buildBundle(input, ports)).rejects.toMatchObject({
      code: 'artifact-changed',
      facts: { file: 'data/captures/0001-shop-1.example/page.html' },
    });
  });

  it('notices in a deflated file of the right length what it inflates to', async () => {
    const { input, ports, blobs } = sampleCase();
    const [first] = input.captures;
    const page = first?.artifacts.find(({ name }) => name === 'page.html') ?? expect.fail('no page');
    const other = deflateRawSync('б'.repeat(page.bytes));
    const artifacts = (first?.artifacts ?? []).map((artifact) =>
      artifact === page ? { ...artifact, deflatedBytes: other.length } : artifact,
    );
    blobs.set(`${first?.capture.id}/page.html`, new Blob([other]));
    const captures = [{ ...first, artifacts } as BundleCapture];
    await expect(buildBundle({ ...input, captures }, ports)).rejects.toMatchObject({
      code: 'artifact-changed',
      facts: { expected: `${page.bytes} bytes` },
    });
  });

  it('takes a deflated file into the archive as it lies: method 8, sums of the plain bytes', async () => {
    const { input, ports, blobs } = sampleCase();
    const [first] = input.captures;
    const page = first?.artifacts.find(({ name }) => name === 'page.html') ?? expect.fail('no page');
    const zip = await readZip((await buildBundle(input, ports)).blob);
    const entry = zip.find('data/captures/0001-shop-1.example/page.html') ?? expect.fail('no entry');
    expect(entry).toMatchObject({ method: 8, bytes: page.bytes, crc32: page.crc32 });
    const lying = await (blobs.get(`${first?.capture.id}/page.html`) as Blob).arrayBuffer();
    const { dataOffset, compressedBytes } = entry;
    const inArchive = await zip.blob.slice(dataOffset, dataOffset + compressedBytes).arrayBuffer();
    expect(Buffer.from(inArchive).equals(Buffer.from(lying))).toBe(true);
  });

  it('seals nothing when a stored file is gone', async () => {
    const { input, ports, blobs } = sampleCase();
    blobs.delete(`${input.captures[0]?.capture.id}/page.html`);
    await expect(buildBundle(input, ports)).rejects.toMatchObject({
      code: 'artifact-missing',
      facts: { file: 'data/captures/0001-shop-1.example/page.html' },
    });
  });

  it('seals nothing over a broken journal', async () => {
    const { input, ports } = sampleCase();
    const journal = input.journal.filter((_, index) => index !== 1);
    await expect(buildBundle({ ...input, journal }, ports)).rejects.toMatchObject({ code: 'journal-broken' });
  });

  it('refuses a signature that its public key does not verify', async () => {
    const { input, ports } = sampleCase();
    const other = sampleCase().signer;
    const signer = { publicKeySpki: ports.signer.publicKeySpki, sign: other.sign };
    await expect(buildBundle(input, { ...ports, signer })).rejects.toMatchObject({
      code: 'signature-refused',
    });
  });

  it('tells its progress by bytes and stops when it is told to', async () => {
    const { input, ports } = sampleCase();
    const seen: BundleProgress[] = [];
    await buildBundle(input, { ...ports, onProgress: (progress) => seen.push(progress) });
    const total = input.captures.reduce((sum, { capture }) => sum + capture.bytes, 0);
    expect(seen.at(-1)).toEqual({ phase: 'packing', doneBytes: total, totalBytes: total });
    const doneBytes = seen.map((progress) => progress.doneBytes);
    expect(doneBytes).toEqual([...doneBytes].sort((a, b) => a - b));
    const controller = new AbortController();
    const stopped = buildBundle(input, {
      ...ports,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
  });

  it('makes a bundle of a case without captures', async () => {
    const { input, ports } = sampleCase({ captures: 0 });
    const folder = await saveArchive((await buildBundle(input, ports)).blob);
    expect(run(folder, 'unzip', '-t', 'bundle.zip').code).toBe(0);
  });
});
