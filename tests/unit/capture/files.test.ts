import { createHash, randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createHasher, describeArtifact, hashFile, textFile } from '@/utils/capture/files';
import { inflateBlob } from '@/utils/store/inflate-blob';

const PAGE = `<!doctype html><title>Лавка</title>${'<p>Товар № 7: цена 700 ₸</p>'.repeat(200)}`;

describe('the files of a capture', () => {
  it.each(['text/html;charset=utf-8', 'text/plain;charset=utf-8', 'application/json', 'multipart/related'])(
    '%s is deflated once; hashes and size are those of the plain bytes',
    async (type) => {
      const { artifact, blob } = await hashFile('c', { name: 'page', blob: new Blob([PAGE], { type }) });
      const lying = Buffer.from(await blob.arrayBuffer());
      expect(lying.length).toBeLessThan(PAGE.length / 10);
      expect(artifact.deflatedBytes).toBe(lying.length);
      expect(inflateRawSync(lying).toString('utf8')).toBe(PAGE);
      expect(artifact).toMatchObject({
        bytes: Buffer.byteLength(PAGE),
        sha256: createHash('sha256').update(PAGE).digest('hex'),
        mediaType: type,
      });
    },
  );

  it('reads back as the plain bytes, of the same media type', async () => {
    const plain = new Blob([PAGE], { type: 'text/html;charset=utf-8' });
    const read = await inflateBlob((await hashFile('c', { name: 'page.html', blob: plain })).blob);
    expect([await read.text(), read.type]).toEqual([PAGE, plain.type]);
  });

  it.each([
    ['in memory', `Лавка ${'🛒'.repeat(600)} \ud800`, true],
    ['in a Blob', `Лавка ${'🛒'.repeat(600_000)} \ud800`, false],
  ])('text %s is the same UTF-8 as in a file, with the same hashes', async (_, text, isInMemory) => {
    const file = textFile('text.txt', text, 'text/plain;charset=utf-8');
    expect(file.inMemory !== undefined).toBe(isInMemory);
    const bytes = Buffer.from(text, 'utf8');
    expect(bytes.equals(Buffer.from(await file.blob.arrayBuffer()))).toBe(true);
    const { artifact, blob } = await hashFile('c', file);
    expect(bytes.equals(inflateRawSync(Buffer.from(await blob.arrayBuffer())))).toBe(true);
    expect(artifact).toMatchObject({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain;charset=utf-8',
    });
  });

  it.each([
    ['a picture', new Blob([PAGE], { type: 'image/jpeg' })],
    ['a text too short to pay', new Blob(['а'.repeat(500)], { type: 'text/plain' })],
    ['a text that hardly shrinks', new Blob([randomBytes(4096)], { type: 'text/plain' })],
  ])('%s stays as it is', async (_, plain) => {
    const { artifact, blob } = await hashFile('c', { name: 'file', blob: plain });
    expect(blob).toBe(plain);
    expect(artifact).not.toHaveProperty('deflatedBytes');
  });

  it.each([
    ['pictures in base64', randomBytes(3_200_000).toString('base64'), false],
    ['text', PAGE.repeat(1_000), true],
  ])('a big file of %s is deflated only where that pays', async (_, content, isDeflated) => {
    const plain = new Blob([content], { type: 'multipart/related' });
    const { artifact, blob } = await hashFile('c', { name: 'page.mhtml', blob: plain });
    expect(artifact.bytes).toBeGreaterThan(4_000_000);
    expect('deflatedBytes' in artifact).toBe(isDeflated);
    expect(blob === plain).toBe(!isDeflated);
  });

  it('are hashed once each, whoever asks first, and one that fails stops no other', async () => {
    const hash = createHasher('c');
    const file = { name: 'text.txt', blob: new Blob(['текст'], { type: 'text/plain' }) };
    const broken = { name: 'page-01.png', blob: new Blob(['no picture'], { type: 'image/png' }) };
    const failed = hash(broken).catch(String);
    const early = hash(file);
    expect(hash(file)).toBe(early);
    expect(await failed).toContain('not a PNG');
    expect((await early).artifact.sha256).toBe(createHash('sha256').update('текст').digest('hex'));
  });

  it('says nothing in capture.json of how a file lies on the disk', async () => {
    const { artifact } = await hashFile('c', {
      name: 'text.txt',
      blob: new Blob([PAGE], { type: 'text/plain' }),
    });
    expect(Object.keys(describeArtifact(artifact))).toEqual(['name', 'mediaType', 'bytes', 'sha256']);
  });
});
