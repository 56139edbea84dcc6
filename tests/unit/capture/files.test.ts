import { createHash, randomBytes } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeArtifact, hashFile } from '@/utils/capture/files';
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
    ['a picture', new Blob([PAGE], { type: 'image/jpeg' })],
    ['a text too short to pay', new Blob(['а'.repeat(500)], { type: 'text/plain' })],
    ['a text that hardly shrinks', new Blob([randomBytes(4096)], { type: 'text/plain' })],
  ])('%s stays as it is', async (_, plain) => {
    const { artifact, blob } = await hashFile('c', { name: 'file', blob: plain });
    expect(blob).toBe(plain);
    expect(artifact).not.toHaveProperty('deflatedBytes');
  });

  it('says nothing in capture.json of how a file lies on the disk', async () => {
    const { artifact } = await hashFile('c', {
      name: 'text.txt',
      blob: new Blob([PAGE], { type: 'text/plain' }),
    });
    expect(Object.keys(describeArtifact(artifact))).toEqual(['name', 'mediaType', 'bytes', 'sha256']);
  });
});
