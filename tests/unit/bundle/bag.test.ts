import { describe, expect, it } from 'vitest';
import { formatBagInfo, formatManifest, parseManifest } from '@/utils/bundle/bag';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

describe('formatManifest', () => {
  it('sorts by path, and parseManifest reads it back', () => {
    const text = formatManifest([
      { path: 'data/b', sha256: B },
      { path: 'data/a', sha256: A },
    ]);
    expect(text).toBe(`${A}  data/a\n${B}  data/b\n`);
    expect(parseManifest(text)).toEqual(
      new Map([
        ['data/a', A],
        ['data/b', B],
      ]),
    );
  });
});

describe('parseManifest', () => {
  it.each([
    ['an empty file', ''],
    ['a last line without its end', `${A}  x`],
    ['one blank', `${A} x\n`],
    ['upper-case digits', `${A.toUpperCase()}  x\n`],
    ['a short hash', `${A.slice(1)}  x\n`],
    ['a path that comes twice', `${A}  x\n${B}  x\n`],
    ['an empty line', `${A}  x\n\n`],
    ['other line ends', `${A}  x\r\n`],
  ])('refuses %s', (_, text) => {
    expect(parseManifest(text)).toBeNull();
  });
});

describe('formatBagInfo', () => {
  it('keeps a register number with line breaks on its line, and leaves out what is blank', () => {
    const facts = {
      caseId: 'c',
      createdAt: '2026-03-05T02:00:00.000+05:00',
      software: 's',
      payloadBytes: 5,
      payloadFiles: 2,
      scope: { partial: true, of: 5, numbers: [1, 3] },
    };
    const info = formatBagInfo({ ...facts, registerNumber: 'КУИ 1\nPayload-Oxum: 0.0' });
    expect(info).toContain('Internal-Sender-Identifier: КУИ 1 Payload-Oxum: 0.0\nPayload-Oxum: 5.2\n');
    expect(info).toContain('Bagging-Date: 2026-03-05\n');
    expect(info).toContain('Osmotr-Scope: 2 of 5 captures (partial): 1, 3\n');
    expect(formatBagInfo({ ...facts, registerNumber: ' ' })).not.toContain('Internal-Sender-Identifier');
  });
});
