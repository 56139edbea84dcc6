import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificates } from '@/utils/bundle/attest/certificate';
import { checkESignature } from '@/utils/bundle/attest/check-e-signature';
import { type Authority, createAuthority } from '../../../fixtures/tsa/authority';
import { mutate, replaceOnce, seededRandom } from './mutate';

const CONTENT = new TextEncoder().encode('{"format":"osmotr-seal/1"}');
const OFFICER = '/C=KZ/CN=ОБРАЗЦОВ ОБРАЗЕЦ/serialNumber=IIN850101300123/O=Орган/OU=BIN123456789012';
/** OIDs of nine bytes, so that one takes the other's place without another length. */
const OID = {
  rsa: Buffer.from('2a864886f70d010101', 'hex'),
  sha256WithRsa: Buffer.from('2a864886f70d01010b', 'hex'),
  /** 1.2.398.3.10.1.1.2.2: of Kazakhstan's GOST family. */
  gostKz: Buffer.from('2a830e030a01010202', 'hex'),
};

let dir: string;
let authority: Authority;
const roots = () => readCertificates(authority.read('root.pem'));
const check = (file: Uint8Array, more = {}) =>
  checkESignature(file, { content: CONTENT, roots: roots(), at: new Date(), ...more });
const sign = (signer: string, ...more: string[]): Buffer =>
  authority.openssl(
    ...'cms -sign -binary -in content -outform DER -md sha256'.split(' '),
    ...['-signer', `${signer}.pem`, '-inkey', `${signer}.key`, ...more],
    ...(signer === 'sub' ? [] : ['-certfile', 'sub.pem']),
  );

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'osmotr-cms-'));
  authority = createAuthority(join(dir, 'ca'));
  authority.issue('rsa', { subject: OFFICER, section: 'person', key: 'rsa' });
  authority.issue('ec', { subject: OFFICER, section: 'person', key: 'ec' });
  writeFileSync(join(authority.dir, 'content'), CONTENT);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('checkESignature', () => {
  it.each(['rsa', 'ec'])('trusts a detached signature with %s, and shows whose it is', async (kind) => {
    expect(await check(sign(kind))).toMatchObject({
      kind: 'e-signature',
      state: 'trusted',
      fault: null,
      algorithm: kind === 'rsa' ? 'RSA SHA-256' : 'ECDSA SHA-256',
      signer: {
        subject: 'C=KZ, CN=ОБРАЗЦОВ ОБРАЗЕЦ, serialNumber=IIN850101300123, O=Орган, OU=BIN123456789012',
        numbers: ['IIN850101300123', 'BIN123456789012'],
      },
      time: expect.stringMatching(/^\d{4}-/),
    });
  });

  it.each([
    ['RSA-PSS', ['-keyopt', 'rsa_padding_mode:pss']],
    ['no signed attributes', ['-noattr']],
    ['the statement inside', ['-nodetach']],
    ['a key identifier for the signer', ['-keyid']],
  ])('trusts one with %s', async (_what, options) => {
    expect(await check(sign('rsa', ...options))).toMatchObject({ state: 'trusted' });
  });

  it('takes PEM and bare Base64', async () => {
    const der = sign('rsa');
    const text = der.toString('base64').replace(/.{64}/g, '$&\r\n');
    expect(await check(Buffer.from(text))).toMatchObject({ state: 'trusted' });
    const pem = `-----BEGIN CMS-----\n${text}\n-----END CMS-----\n`;
    expect(await check(Buffer.from(pem))).toMatchObject({ state: 'trusted' });
  });

  it('says «root unknown» where no root is loaded', async () => {
    expect(await check(sign('rsa'), { roots: [] })).toMatchObject({ state: 'untrusted', root: null });
  });

  it('does not check a real GOST signature, and shows its certificate’s fields', async () => {
    const file = readFileSync(join(import.meta.dirname, '../../../fixtures/tsa/gost.p7s.txt'));
    expect(await check(file)).toMatchObject({
      state: 'unchecked',
      fault: null,
      algorithm: 'ГОСТ (RU) 1.2.643.7.1.1.1.1',
      signer: {
        subject: 'C=KZ, CN=ОБРАЗЦОВ ОБРАЗЕЦ, serialNumber=IIN850101300123, OU=BIN123456789012',
        numbers: ['IIN850101300123', 'BIN123456789012'],
        notBefore: expect.stringMatching(/^2026/),
      },
      time: expect.stringMatching(/^2026/),
    });
  });

  it('does not check an algorithm of Kazakhstan’s family, and shows the certificate’s fields', async () => {
    const signature = sign('rsa');
    // The signer's algorithm is the last thing with that OID in the file.
    const at = signature.lastIndexOf(OID.rsa);
    expect(at).toBeGreaterThan(0);
    const gost = Buffer.from(signature);
    gost.set(OID.gostKz, at);
    expect(await check(gost)).toMatchObject({
      state: 'unchecked',
      fault: null,
      algorithm: 'ГОСТ (KZ) 1.2.398.3.10.1.1.2.2',
      signer: { numbers: ['IIN850101300123', 'BIN123456789012'], issuer: 'C=KZ, O=Test, CN=Test Sub CA' },
    });
    // Detached or not: what it holds can be compared whatever the algorithm.
    const inside = Buffer.from(sign('rsa', '-nodetach'));
    inside.set(OID.gostKz, inside.lastIndexOf(OID.rsa));
    const other = { content: new TextEncoder().encode('another statement') };
    expect(await check(inside)).toMatchObject({ state: 'unchecked' });
    expect(await check(inside, other)).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-content' },
    });
  });

  it('does not check SHA-1', async () => {
    expect(await check(sign('rsa', '-md', 'sha1'))).toMatchObject({ state: 'unchecked' });
  });

  it('finds no way to a root over a certificate whose algorithm it cannot compute', async () => {
    const der = authority.openssl('x509', '-in', 'ec.pem', '-outform', 'DER');
    const gost = Buffer.from(der);
    // Twice in a certificate: inside what is signed, and beside the signature.
    gost.set(OID.gostKz, gost.indexOf(OID.sha256WithRsa));
    gost.set(OID.gostKz, gost.lastIndexOf(OID.sha256WithRsa));
    expect(await check(replaceOnce(sign('ec'), der, gost))).toMatchObject({ state: 'untrusted' });
  });
});

describe('a signature that does not hold', () => {
  const other = { content: new TextEncoder().encode('{"format":"osmotr-seal/2"}') };

  it('is for another statement, detached, without attributes, or with the statement inside', async () => {
    const fault = { code: 'attestation-content' };
    expect(await check(sign('rsa'), other)).toMatchObject({ state: 'invalid', fault });
    expect(await check(sign('rsa', '-nodetach'), other)).toMatchObject({ state: 'invalid', fault });
    expect(await check(sign('rsa', '-noattr'), other)).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-signature' },
    });
  });

  it('was made with another key', async () => {
    const signature = sign('ec');
    signature.set([(signature.at(-1) ?? 0) ^ 1], signature.length - 1);
    expect(await check(signature)).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-signature' },
    });
  });

  it('has an expired certificate, by the time that it claims', async () => {
    const period = { notBefore: '20200101000000Z', notAfter: '20210101000000Z' };
    authority.issue('old', { subject: OFFICER, section: 'person', ...period });
    expect(await check(sign('old'))).toMatchObject({
      state: 'invalid',
      fault: { code: 'attestation-period' },
    });
    const untimed = await check(sign('old', '-noattr'), { at: new Date('2020-06-01T00:00:00Z') });
    // The sub-CA itself is younger than that.
    expect(untimed).toMatchObject({ state: 'invalid', fault: { code: 'attestation-period' } });
  });

  it('is a CA’s own, which is not for signing files', async () => {
    const fault = { code: 'attestation-usage' };
    expect(await check(sign('sub'))).toMatchObject({ state: 'invalid', fault });
  });

  it('is garbage, or a certificate', async () => {
    for (const garbage of ['', 'MIIB', 'нет подписи', authority.root]) {
      const answer = await check(Buffer.from(garbage));
      expect(answer).toMatchObject({ state: 'invalid', fault: { code: 'attestation-unreadable' } });
    }
  });

  it('comes with a certificate that differs from the issued one where its issuer signed nothing', async () => {
    const signature = sign('ec');
    // From the certificate's outer copy of the algorithm: NULL, then a BIT STRING with its count of unused bits.
    const outer = signature.indexOf(Buffer.concat([OID.sha256WithRsa, Buffer.from('050003820101', 'hex')]));
    expect(outer).toBeGreaterThan(0);
    for (const at of [outer + 9, outer + 15]) {
      const mutant = Buffer.from(signature);
      mutant.set([(mutant[at] ?? 0) ^ 1], at);
      expect(await check(mutant)).toMatchObject({ state: 'untrusted' });
    }
  });

  it('is not trusted with another content, and stops nothing, in 300 seeded mutations', {
    timeout: 60_000,
  }, async () => {
    const random = seededRandom(5652);
    const signature = sign('ec');
    for (let round = 0; round < 300; round += 1) {
      const mutant = mutate(signature, random);
      expect((await check(mutant, other)).state).not.toMatch(/^(un)?trusted$/);
      const answer = await check(mutant);
      if (answer.state === 'trusted') expect(answer.signer).toEqual((await check(signature)).signer);
    }
  });
});
