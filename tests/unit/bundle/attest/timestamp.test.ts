import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificates } from '@/utils/bundle/attest/certificate';
import { isTimestampAuthority } from '@/utils/bundle/attest/chain';
import { checkTimestamp } from '@/utils/bundle/attest/check-timestamp';
import { asTimestampResponse, formatTimestampQuery } from '@/utils/bundle/attest/timestamp-query';
import { type Authority, createAuthority } from '../../../fixtures/tsa/authority';
import { mutate, replaceOnce, seededRandom } from './mutate';

const CONTENT = new TextEncoder().encode('{"format":"osmotr-seal/1"}');
const NONCE = new Uint8Array(randomBytes(16));

let dir: string;
let authority: Authority;
let stranger: Authority;
let query: Uint8Array;
let token: Buffer;
const roots = () => readCertificates(authority.read('root.pem'));
const check = (file: Uint8Array, more = {}) =>
  checkTimestamp(file, { content: CONTENT, roots: roots(), nonce: NONCE, ...more });

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'osmotr-tsa-'));
  authority = createAuthority(join(dir, 'ca'));
  stranger = createAuthority(join(dir, 'other'), 'Stranger');
  query = await formatTimestampQuery(CONTENT, NONCE);
  token = authority.reply(query);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a timestamp query', () => {
  it('is one that openssl reads: SHA-256, nonce, certificate asked for', () => {
    writeFileSync(join(dir, 'ca/q.tsq'), query);
    const text = authority.openssl('ts', '-query', '-in', 'q.tsq', '-text').toString();
    expect(text).toContain('Hash Algorithm: sha256');
    expect(text).toMatch(/Nonce: 0x[0-9A-F]{32}/);
    expect(text).toContain('Certificate required: yes');
  });
});

describe('checkTimestamp', () => {
  it('trusts a token of an authority whose root is loaded', async () => {
    const answer = await check(token);
    expect(answer).toMatchObject({
      kind: 'timestamp',
      state: 'trusted',
      fault: null,
      policy: '1.2.398.99.1',
      algorithm: 'ECDSA SHA-256',
      signer: { subject: 'C=KZ, O=Test, CN=Test TSA' },
      root: { subject: 'C=KZ, O=Test, CN=Test Root' },
    });
    expect(Math.abs(Date.parse(answer.time ?? '') - Date.now())).toBeLessThan(120_000);
  });

  it('trusts one that is signed with RSA, and one that openssl was asked for, with another hash and no nonce', async () => {
    authority.issue('rsa', { subject: '/CN=RSA TSA', section: 'stamping', key: 'rsa' });
    expect(await check(authority.reply(query, 'rsa'))).toMatchObject({
      state: 'trusted',
      algorithm: 'RSA SHA-256',
    });
    writeFileSync(join(authority.dir, 'content'), CONTENT);
    authority.openssl(
      'ts',
      '-query',
      '-data',
      'content',
      '-sha512',
      '-cert',
      '-no_nonce',
      '-out',
      'q512.tsq',
    );
    const answer = authority.reply(authority.read('q512.tsq'));
    expect(await check(answer, { nonce: undefined })).toMatchObject({ state: 'trusted' });
  });

  it('takes PEM, and a bare token once it is made a response that openssl verifies', async () => {
    writeFileSync(join(authority.dir, 'full.tsr'), token);
    authority.openssl('ts', '-reply', '-in', 'full.tsr', '-token_out', '-out', 'bare.der');
    const response = asTimestampResponse(new Uint8Array(authority.read('bare.der')));
    expect(await check(response)).toMatchObject({ state: 'trusted' });
    writeFileSync(join(authority.dir, 'wrapped.tsr'), response);
    writeFileSync(join(authority.dir, 'content'), CONTENT);
    const said = authority.openssl(...'ts -verify -data content -in wrapped.tsr -CAfile root.pem'.split(' '));
    expect(said.toString()).toContain('Verification: OK');
    expect(asTimestampResponse(new Uint8Array(token))).toEqual(new Uint8Array(token));
    const pem = `-----BEGIN TIMESTAMP-----\n${token.toString('base64')}\n-----END TIMESTAMP-----\n`;
    expect(await check(Buffer.from(pem))).toMatchObject({ state: 'trusted' });
  });

  it('says «root unknown» of a valid token, with no root loaded or only a stranger’s of another name or the same', async () => {
    const strangers = readCertificates(stranger.read('root.pem'));
    const namesake = readCertificates(createAuthority(join(dir, 'namesake')).read('root.pem'));
    for (const none of [[], strangers, namesake]) {
      expect(await check(token, { roots: none })).toMatchObject({
        state: 'untrusted',
        fault: null,
        root: null,
        signer: { issuer: 'C=KZ, O=Test, CN=Test Sub CA' },
      });
    }
  });
});

describe('a token that is not what was asked for', () => {
  it('is for another file', async () => {
    const other = new TextEncoder().encode('{"format":"osmotr-seal/2"}');
    const answer = await check(token, { content: other });
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    expect(answer).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-imprint', expected: sha256(other), found: sha256(CONTENT) },
    });
  });

  it('has another nonce, or none', async () => {
    const fault = { code: 'attestation-nonce' };
    expect(await check(token, { nonce: new Uint8Array(randomBytes(16)) })).toMatchObject({
      state: 'invalid',
      fault,
    });
    const without = authority.reply(await formatTimestampQuery(CONTENT, null));
    expect(await check(without)).toMatchObject({ state: 'invalid', fault: { ...fault, found: 'none' } });
  });

  it('was refused by the authority', async () => {
    writeFileSync(join(authority.dir, 'content'), CONTENT);
    authority.openssl('ts', '-query', '-data', 'content', '-sha1', '-cert', '-out', 'sha1.tsq');
    const answer = await check(authority.reply(authority.read('sha1.tsq')));
    expect(answer).toMatchObject({ state: 'invalid', fault: { code: 'attestation-refused' } });
    expect(answer.fault?.found).toContain('status 2');
  });

  it('is signed with a certificate that had expired, or was not valid yet', async () => {
    const section = 'stamping';
    const late = { notBefore: '20200101000000Z', notAfter: '20210101000000Z' };
    authority.issue('late', { subject: '/CN=Expired TSA', section, ...late });
    const answer = await check(authority.reply(query, 'late'));
    expect(answer).toMatchObject({
      state: 'invalid',
      fault: {
        code: 'attestation-period',
        expected: '2020-01-01T00:00:00.000Z – 2021-01-01T00:00:00.000Z',
        found: expect.stringContaining('Expired TSA'),
      },
    });
    const early = { notBefore: '20900101000000Z', notAfter: '20910101000000Z' };
    authority.issue('early', { subject: '/CN=Early TSA', section, ...early });
    expect(await check(authority.reply(query, 'early'))).toMatchObject({
      fault: { code: 'attestation-period' },
    });
  });

  it('is signed with a certificate that is not for timestamps alone', async () => {
    authority.issue('loose', { subject: '/CN=Loose TSA', section: 'loose' });
    // openssl refuses such a signer: the bytes of its extension are put into a token's certificate instead.
    const der = authority.openssl('x509', '-in', 'tsa.pem', '-outform', 'DER');
    expect(isTimestampAuthority(readCertificates(der)[0] ?? expect.fail())).toBe(true);
    for (const name of ['loose.pem', 'sub.pem']) {
      expect(isTimestampAuthority(readCertificates(authority.read(name))[0] ?? expect.fail()), name).toBe(
        false,
      );
    }
  });

  it('holds no certificate of its signer', async () => {
    writeFileSync(join(authority.dir, 'content'), CONTENT);
    authority.openssl('ts', '-query', '-data', 'content', '-no_nonce', '-out', 'bare.tsq');
    const answer = await check(authority.reply(authority.read('bare.tsq')), { nonce: undefined });
    expect(answer).toMatchObject({ state: 'invalid', fault: { code: 'attestation-signer' } });
  });

  it('names another certificate with the same key and name in its signing-certificate attribute', async () => {
    const other = authority.openssl('x509', '-in', 'tsa.pem', '-outform', 'DER');
    authority.openssl(
      ...'x509 -req -in tsa.csr -CA sub.pem -CAkey sub.key -set_serial'.split(' '),
      `0x${authority.openssl('x509', '-in', 'tsa.pem', '-noout', '-serial').toString().trim().split('=')[1]}`,
      ...'-days 700 -extfile openssl.cnf -extensions stamping -outform DER -out twin.der'.split(' '),
    );
    const swapped = replaceOnce(token, other, authority.read('twin.der'));
    expect(await check(swapped)).toMatchObject({ state: 'invalid', fault: { code: 'attestation-signer' } });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<html><title>404</title></html>')],
    ['zeros', Buffer.alloc(5000)],
    ['a sequence of nothing', Buffer.from([0x30, 0])],
    ['100,000 sequences in each other', Buffer.alloc(100_000, Buffer.from([0x30, 0x80]))],
    ['two megabytes', Buffer.alloc(2_000_000, 0x30)],
  ])('is %s', async (_what, garbage) => {
    expect(await check(garbage)).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-unreadable' },
    });
  });

  it('is never trusted with another content after 600 seeded mutations, and never stops the check', {
    timeout: 120_000,
  }, async () => {
    const random = seededRandom(3161);
    const { time, policy, serialNumber, signer } = await check(token);
    const states = new Map<string, number>();
    for (let round = 0; round < 600; round += 1) {
      const mutant = mutate(token, random);
      const answer = await check(mutant);
      states.set(answer.state, (states.get(answer.state) ?? 0) + 1);
      // What isn't signed may change (an unneeded certificate, a form of encoding): then it says what it said.
      if (answer.state === 'trusted') {
        expect(answer).toMatchObject({ time, policy, serialNumber, signer });
      }
    }
    expect(states.get('invalid')).toBeGreaterThan(400);
  });
});
