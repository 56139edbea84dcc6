import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addToSeal, checkAddition, readStatementBytes } from '@/utils/bundle/add-to-seal';
import { readRoots } from '@/utils/bundle/attest/roots';
import { formatTimestampQuery } from '@/utils/bundle/attest/timestamp-query';
import { buildBundle } from '@/utils/bundle/build';
import { verifyBundle } from '@/utils/bundle/verify';
import { type Authority, createAuthority } from '../../fixtures/tsa/authority';
import { sampleCase } from './sample-case';
import { extractArchive, readWithPython, run, saveArchive } from './tools';

const LATER = new Date('2026-04-01T12:00:00Z');

let dir: string;
let authority: Authority;
let bundle: Blob;
let roots: Uint8Array[];
let token: Uint8Array<ArrayBuffer>;
const add = async (to: Blob, name: string, bytes: Uint8Array<ArrayBuffer>) =>
  addToSeal(to, await checkAddition(to, { name, bytes }, roots), LATER);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'osmotr-seal-'));
  authority = createAuthority(join(dir, 'ca'));
  authority.issue('person', {
    subject: '/CN=Образцов/serialNumber=IIN850101300123',
    section: 'person',
    key: 'rsa',
  });
  roots = [authority.read('root.pem')];
  const { input, ports } = sampleCase();
  bundle = (await buildBundle(input, ports)).blob;
  const statement = await readStatementBytes(bundle);
  token = new Uint8Array(authority.reply(await formatTimestampQuery(statement, null)));
  writeFileSync(join(authority.dir, 'signature.json'), statement);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const signed = (...more: string[]) =>
  new Uint8Array(
    authority.openssl(
      ...'cms -sign -binary -in signature.json -outform DER -md sha256 -signer person.pem -inkey person.key'.split(
        ' ',
      ),
      ...['-certfile', 'sub.pem', ...more],
    ),
  );

describe('a token that is added to a bundle afterwards', () => {
  it('leaves every byte in front of the directory as it was', async () => {
    const before = new Uint8Array(await bundle.arrayBuffer());
    const after = new Uint8Array(await (await add(bundle, 'answer.tsr', token)).arrayBuffer());
    const directoryAt = new DataView(before.buffer).getUint32(before.length - 6, true);
    expect(directoryAt).toBeGreaterThan(1000);
    expect(Buffer.compare(after.subarray(0, directoryAt), before.subarray(0, directoryAt))).toBe(0);
    // The old directory stands in the new one, byte by byte.
    const directory = before.subarray(directoryAt, before.length - 22);
    expect(Buffer.from(after).indexOf(directory)).toBeGreaterThan(directoryAt);
  });

  it('verifies with its root, and says «root unknown» without', async () => {
    const stamped = await add(bundle, 'answer.tsr', token);
    const trusted = await verifyBundle(stamped, { roots });
    expect(trusted).toMatchObject({ ok: true, findings: [] });
    expect(trusted.steps).toContainEqual({ name: 'timestamp', outcome: 'passed' });
    expect(trusted.attestations).toMatchObject([
      { file: 'seal/timestamp.tsr', kind: 'timestamp', state: 'trusted' },
    ]);
    expect(trusted.notCovered).toEqual([
      'page-truth',
      'clock-before',
      'key-owner',
      'revocation',
      'archive-directory',
    ]);
    const unknown = await verifyBundle(stamped);
    expect(unknown).toMatchObject({ ok: true, attestations: [{ state: 'untrusted' }] });
    expect(unknown.steps).toContainEqual({ name: 'timestamp', outcome: 'unproven' });
    expect(unknown.notCovered).toContain('clock');
  });

  it('is accepted by unzip, Python and openssl ts -verify', async () => {
    const stamped = await add(bundle, 'answer.tsr', token);
    expect(run(await saveArchive(stamped), 'unzip', '-t', 'bundle.zip')).toMatchObject({ code: 0 });
    const files = readWithPython(await saveArchive(stamped));
    expect(files.find(({ name }) => name === 'seal/timestamp.tsr')).toMatchObject({
      sha256: createHash('sha256').update(token).digest('hex'),
      time: [2026, 4, 1, 12, 0, 0],
    });
    const out = await extractArchive(stamped);
    writeFileSync(join(out, 'root.pem'), authority.root);
    const args = 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem'.split(' ');
    expect(run(out, 'openssl', ...args)).toMatchObject({ code: 0, said: expect.stringContaining('OK') });
    expect(run(out, 'sha256sum', '-c', '--quiet', 'tagmanifest-sha256.txt')).toMatchObject({ code: 0 });
  });

  it('takes a bare token too, kept as a response', async () => {
    writeFileSync(join(authority.dir, 'full.tsr'), token);
    authority.openssl('ts', '-reply', '-in', 'full.tsr', '-token_out', '-out', 'bare.tst');
    const stamped = await add(bundle, 'bare.tst', new Uint8Array(authority.read('bare.tst')));
    expect((await verifyBundle(stamped, { roots })).attestations).toMatchObject([{ state: 'trusted' }]);
    const out = await extractArchive(stamped);
    writeFileSync(join(out, 'root.pem'), authority.root);
    const args = 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem'.split(' ');
    expect(run(out, 'openssl', ...args)).toMatchObject({ code: 0 });
  });

  it('is not added for another bundle: the answer names both hashes', async () => {
    const { input, ports } = sampleCase({ captures: 1 });
    const other = (await buildBundle(input, ports)).blob;
    const { attestation } = await checkAddition(other, { name: 'answer.tsr', bytes: token }, roots);
    expect(attestation).toMatchObject({ state: 'invalid', fault: { code: 'attestation-imprint' } });
    // Whoever adds it by other means is told at the next verification.
    const forged = await verifyBundle(await add(other, 'answer.tsr', token), { roots });
    expect(forged).toMatchObject({
      ok: false,
      findings: [
        {
          step: 'timestamp',
          code: 'attestation-imprint',
          file: 'seal/timestamp.tsr',
          against: 'seal/signature.json',
        },
      ],
    });
  });

  it('cannot be added twice', async () => {
    const stamped = await add(bundle, 'answer.tsr', token);
    await expect(add(stamped, 'answer.tsr', token)).rejects.toMatchObject({ code: 'zip-duplicate-name' });
  });
});

describe('a signature that is added to a bundle afterwards', () => {
  it('verifies beside the token, and with openssl cms -verify', async () => {
    const stamped = await add(bundle, 'answer.tsr', token);
    const once = await add(stamped, 'signature.json.P7S', signed());
    const twice = await add(
      once,
      'second.sig',
      new TextEncoder().encode(Buffer.from(signed()).toString('base64')),
    );
    const report = await verifyBundle(twice, { roots });
    expect(report).toMatchObject({ ok: true, findings: [] });
    expect(report.attestations.map(({ file, state }) => `${file} ${state}`)).toEqual([
      'seal/timestamp.tsr trusted',
      'seal/signature-01.p7s trusted',
      'seal/signature-02.sig trusted',
    ]);
    const out = await extractArchive(twice);
    writeFileSync(join(out, 'root.pem'), authority.root);
    const args = 'cms -verify -binary -inform DER -purpose any -CAfile root.pem -out same.json'.split(' ');
    expect(
      run(out, 'openssl', ...args, '-in', 'seal/signature-01.p7s', '-content', 'seal/signature.json'),
    ).toMatchObject({ code: 0, said: expect.stringContaining('successful') });
    expect(readFileSync(join(out, 'same.json'))).toEqual(readFileSync(join(out, 'seal/signature.json')));
  });

  it('is named when it is of another bundle', async () => {
    writeFileSync(join(authority.dir, 'signature.json'), '{}');
    const report = await verifyBundle(await add(bundle, 'a.cms', signed()), { roots });
    expect(report.findings).toMatchObject([
      { step: 'e-signatures', code: 'attestation-content', file: 'seal/signature-01.cms' },
    ]);
  });

  it('may not stand under another name: the file is unlisted', async () => {
    const { appendToZip } = await import('@/utils/bundle/zip/append');
    for (const path of [
      'seal/signature-1.p7s',
      'seal/note.txt',
      'seal/signature-01.exe',
      'seal/x/timestamp.tsr',
    ]) {
      const other = await appendToZip(bundle, [{ path, bytes: token, modified: LATER }]);
      expect((await verifyBundle(other)).findings).toMatchObject([{ code: 'file-unlisted', file: path }]);
    }
  });
});

describe('npm run verify', { timeout: 60_000 }, () => {
  it('tells what became of a token, with its root and without', async () => {
    const folder = await saveArchive(await add(bundle, 'answer.tsr', token));
    const verify = (...args: string[]) => {
      const tool = join(import.meta.dirname, '../../tools/verify.mjs');
      return run(folder, process.execPath, tool, 'bundle.zip', ...args);
    };
    const root = join(authority.dir, 'root.pem');
    expect(verify('--root', root)).toMatchObject({
      code: 0,
      said: expect.stringContaining('Timestamp, seal/timestamp.tsr: valid and trusted'),
    });
    expect(verify()).toMatchObject({ code: 0, said: expect.stringContaining('not trusted: root unknown') });
    expect(verify('--root', join(authority.dir, 'sub.pem'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('holds no root certificate'),
    });
  });
});

describe('readRoots', () => {
  it('takes roots in PEM and DER, with what they say, and nothing else', () => {
    const der = authority.openssl('x509', '-in', 'root.pem', '-outform', 'DER');
    const [root] = readRoots(authority.read('root.pem')) ?? [];
    expect(root?.facts).toMatchObject({
      subject: 'C=KZ, O=Test, CN=Test Root',
      sha256: createHash('sha256').update(der).digest('hex'),
    });
    expect(readRoots(der)).toEqual(readRoots(authority.read('root.pem')));
    for (const name of ['sub.pem', 'tsa.pem', 'tsa.key', 'openssl.cnf'])
      expect(readRoots(authority.read(name))).toBeNull();
    const chain = Buffer.concat([authority.read('root.pem'), authority.read('sub.pem')]);
    expect(readRoots(chain)).toBeNull();
  });
});
