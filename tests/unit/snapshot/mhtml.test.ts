import { describe, expect, it } from 'vitest';
import { parseMhtml } from '@/utils/snapshot/mhtml';

const encode = (text: string) => new TextEncoder().encode(text);

function mhtml(parts: string[]): Uint8Array {
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
  return encode(`${head}\r\n${parts.map((part) => `${mark}\r\n${part}\r\n`).join('')}${mark}--\r\n`);
}

const part = (headers: string[], body: string) => `${headers.join('\r\n')}\r\n\r\n${body}`;

describe('parseMhtml', () => {
  it('keeps base64 as base64, without its line breaks, and decodes it as text', () => {
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
    const found = parseMhtml(file).get('https://a.example/x');
    expect(found?.dataUrl()).toBe('data:text/plain;base64,aGVsbG8sIHdvcmxk');
    expect(found?.text()).toBe('hello, world');
  });

  it('decodes quoted-printable: soft line breaks, bytes of several to a character, a stray equals sign', () => {
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
    expect(parseMhtml(file).get('https://a.example/s.css')?.text()).toBe('a{content:"Ж"}==ZZ');
  });

  it('takes binary parts to the byte, also when they hold dashes and line breaks', () => {
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
    const found = parseMhtml(file);
    expect(found.get('https://a.example/i.gif')?.text()).toBe(body);
    expect(found.get('https://a.example/j.gif')?.text()).toBe('second');
  });

  it('finds parts by Content-ID and drops fragments of locations', () => {
    const file = mhtml([
      part(
        [
          'Content-Type: text/html',
          'Content-ID: <frame-1@mhtml.blink>',
          'Content-Location: https://a.example/f#top',
        ],
        '<p>',
      ),
    ]);
    expect([...parseMhtml(file).keys()]).toEqual(['https://a.example/f', 'cid:frame-1@mhtml.blink']);
  });

  it('decodes text by its charset', () => {
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
    expect(parseMhtml(file).get('https://a.example/c')?.text()).toBe('Привет');
  });

  it('takes a file that was cut off for what it holds', () => {
    const whole = mhtml([
      part(['Content-Type: text/plain', 'Content-Location: https://a.example/x'], 'whole text'),
    ]);
    const cut = whole.subarray(0, whole.length - 40);
    expect(parseMhtml(cut).get('https://a.example/x')?.text()).toMatch(/^whole t/);
  });

  it('never writes a media type that could end a data: URL or an attribute', () => {
    const file = mhtml([
      part(['Content-Type: image/png"onload', 'Content-Location: https://a.example/x'], 'x'),
    ]);
    expect(parseMhtml(file).get('https://a.example/x')?.dataUrl()).toBe(
      'data:application/octet-stream;base64,eA==',
    );
  });

  it('refuses what is not multipart', () => {
    expect(() => parseMhtml(encode('Content-Type: text/html\r\n\r\n<p>'))).toThrow('no multipart boundary');
  });
});
