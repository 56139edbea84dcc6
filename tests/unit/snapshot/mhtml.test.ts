import { describe, expect, it } from 'vitest';
import { keepInBlobs } from '@/utils/platform/aside';
import { createHeldFiles } from '@/utils/snapshot/held-files';
import { parseMhtml } from '@/utils/snapshot/mhtml';

const held = createHeldFiles('secret', keepInBlobs().put, 0);

const read = async (file: Blob) => (await parseMhtml(file, held)).resources;

function mhtml(parts: string[]): Blob {
  const head = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://shop.example/',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--abc----"',
    '',
    '',
  ].join('\r\n');
  const mark = '------MultipartBoundary--abc----';
  return new Blob([`${head}\r\n${parts.map((part) => `${mark}\r\n${part}\r\n`).join('')}${mark}--\r\n`]);
}

const part = (headers: string[], body: string) => `${headers.join('\r\n')}\r\n\r\n${body}`;

describe('parseMhtml', () => {
  it('keeps base64 as base64, without its line breaks, and decodes it as text', async () => {
    const body = 'aGVs\r\nbG8s\r\nIHdvcmxk';
    const file = mhtml([
      part(
        [
          'Content-Type: text/plain',
          'Content-Transfer-Encoding: base64',
          'Content-Location: https://a.example/x',
        ],
        body,
      ),
    ]);
    const found = (await read(file)).get('https://a.example/x');
    expect(found?.dataUrl()).toBe('data:text/plain;base64,aGVsbG8sIHdvcmxk');
    expect(found?.text()).toBe('hello, world');
  });

  it('decodes quoted-printable: soft line breaks, bytes of several to a character, a stray equals sign', async () => {
    const body = 'a{content:"=D0=96=\r\n"}=3D=ZZ';
    const file = mhtml([
      part(
        [
          'Content-Type: text/css; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
          'Content-Location: https://a.example/s.css',
        ],
        body,
      ),
    ]);
    expect((await read(file)).get('https://a.example/s.css')?.text()).toBe('a{content:"Ж"}==ZZ');
  });

  it('takes binary parts to the byte, also when they hold dashes and line breaks', async () => {
    const body = '--not a boundary\r\n-----\r\n\r\ntail\r\n';
    const file = mhtml([
      part(
        [
          'Content-Type: image/gif',
          'Content-Transfer-Encoding: binary',
          'Content-Location: https://a.example/i.gif',
        ],
        body,
      ),
      part(
        [
          'Content-Type: image/gif',
          'Content-Transfer-Encoding: binary',
          'Content-Location: https://a.example/j.gif',
        ],
        'second',
      ),
    ]);
    const found = await read(file);
    expect(found.get('https://a.example/i.gif')?.text()).toBe(body);
    expect(found.get('https://a.example/j.gif')?.text()).toBe('second');
  });

  it('finds parts by Content-ID and drops fragments of locations', async () => {
    const file = mhtml([
      part(
        [
          'Content-Type: text/css',
          'Content-ID: <frame-1@mhtml.blink>',
          'Content-Location: https://a.example/f#top',
        ],
        'p{}',
      ),
    ]);
    expect([...(await read(file)).keys()]).toEqual(['https://a.example/f', 'cid:frame-1@mhtml.blink']);
  });

  it('decodes text by its charset', async () => {
    const body = '=CF=F0=E8=E2=E5=F2';
    const file = mhtml([
      part(
        [
          'Content-Type: text/css; charset=windows-1251',
          'Content-Transfer-Encoding: quoted-printable',
          'Content-Location: https://a.example/c',
        ],
        body,
      ),
    ]);
    expect((await read(file)).get('https://a.example/c')?.text()).toBe('Привет');
  });

  it('takes a file that was cut off for what it holds', async () => {
    const whole = mhtml([
      part(['Content-Type: text/plain', 'Content-Location: https://a.example/x'], 'whole text'),
    ]);
    const cut = whole.slice(0, whole.size - 40);
    expect((await read(cut)).get('https://a.example/x')?.text()).toMatch(/^whole t/);
  });

  it('never writes a media type that could end a data: URL or an attribute', async () => {
    const file = mhtml([
      part(['Content-Type: image/png"onload', 'Content-Location: https://a.example/x'], 'x'),
    ]);
    expect((await read(file)).get('https://a.example/x')?.dataUrl()).toBe(
      'data:application/octet-stream;base64,eA==',
    );
  });

  it('holds big pictures and fonts, whatever their bytes; drawings and styles are read as text', async () => {
    const bytes = Uint8Array.from({ length: 40_000 }, (_, at) => (at * 31) & 255);
    const base64 = Buffer.from(bytes).toString('base64');
    const body = base64.replace(/.{76}/g, '$&\r\n');
    const types = ['image/png', 'font/woff2', 'image/svg+xml', 'text/css'];
    const file = mhtml(
      types.map((type) =>
        part(
          [
            `Content-Type: ${type}`,
            'Content-Transfer-Encoding: base64',
            `Content-Location: https://a.example/${type}`,
          ],
          body,
        ),
      ),
    );
    for (const [url, resource] of await read(file)) {
      const type = url.replace('https://a.example/', '');
      const isHeld = ['image/png', 'font/woff2'].includes(type);
      const whole = `data:${type};base64,${base64}`;
      expect([type, resource.dataUrl().startsWith(`data:${type};base64,osmotr-held-`)]).toEqual([
        type,
        isHeld,
      ]);
      expect(await new Blob(await held.fill([resource.dataUrl()])).text()).toBe(whole);
      expect(resource.urlLength).toBe(whole.length);
      expect(await resource.wholeUrl()).toBe(whole);
      expect(await resource.bytes()).toEqual(bytes);
      expect(resource.text() === '').toBe(isHeld);
    }
  });

  it('passes documents over', async () => {
    const file = mhtml([
      part(['Content-Type: text/html', 'Content-Location: https://a.example/'], '<p>'),
      part(['Content-Type: text/css', 'Content-Location: https://a.example/c'], 'p{}'),
    ]);
    expect([...(await read(file)).keys()]).toEqual(['https://a.example/c']);
  });

  it('holds no more than it may, and names what is left', async () => {
    const picture = (name: string, bytes: number) =>
      part(['Content-Type: image/gif', `Content-Location: https://a.example/${name}`], 'x'.repeat(bytes));
    const file = mhtml([picture('a', 400), picture('b', 5_000_000), picture('c', 400), picture('d', 400)]);
    const { resources, left } = await parseMhtml(file, held, 1_100);
    expect([[...resources.keys()], left]).toEqual([
      ['https://a.example/a', 'https://a.example/c'],
      ['https://a.example/b', 'https://a.example/d'],
    ]);
  });

  it('reads a big file in pieces, wherever a boundary falls', async () => {
    const bodies = ['', 'p{}', '\r\n', `--\r\n${'x'.repeat(300)}`, 'last'];
    const file = mhtml(
      bodies.map((body, at) =>
        part(['Content-Type: text/css', `Content-Location: https://a.example/${at}`], body),
      ),
    );
    for (let piece = 1; piece <= file.size; piece += 1) {
      const { resources } = await parseMhtml(file, held, Number.POSITIVE_INFINITY, piece);
      expect([piece, ...[...resources.values()].map((it) => it.text())]).toEqual([piece, ...bodies]);
    }
  });

  it('refuses what is not multipart', async () => {
    const file = new Blob(['Content-Type: text/html\r\n\r\n<p>']);
    await expect(parseMhtml(file, held)).rejects.toThrow('no multipart boundary');
  });
});
