import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { verifyBundle } from '@/utils/bundle/verify';
import { obtainTimestamp, randomNonce, tryTimestamp } from '@/utils/export/obtain-timestamp';
import { postTimestampQuery } from '@/utils/platform/post-timestamp-query';
import { type Authority, createAuthority } from '../../fixtures/tsa/authority';
import { startTsa } from '../../fixtures/tsa/server';
import { sampleCase } from '../bundle/sample-case';
import { extractArchive, run } from '../bundle/tools';

const STATEMENT = new TextEncoder().encode('{"format":"osmotr-seal/1"}');

let dir: string;
let authority: Authority;
let tsa: Awaited<ReturnType<typeof startTsa>>;
let roots: Uint8Array[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'osmotr-tsa-'));
  authority = createAuthority(dir);
  tsa = await startTsa(authority);
  roots = [authority.read('root.pem')];
});
afterAll(async () => {
  await tsa.stop();
  rmSync(dir, { recursive: true, force: true });
});

const ask = (path: string, limitMs?: number) => (query: Uint8Array<ArrayBuffer>) =>
  postTimestampQuery(`${tsa.url}${path}`, query, limitMs);
const obtain = (path: string, more = {}, limitMs?: number) =>
  obtainTimestamp({ statement: STATEMENT, roots, nonce: randomNonce(), ...more }, ask(path, limitMs));

describe('obtainTimestamp from a real authority', () => {
  it('accepts its token; nothing but a query with the hash has left', async () => {
    const { attestation } = await obtain('/');
    expect(attestation).toMatchObject({ state: 'trusted' });
    const request = tsa.requests.at(-1) ?? expect.fail('no request');
    expect(request).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
    });
    expect(request.headers).not.toHaveProperty('cookie');
    expect(request.headers).not.toHaveProperty('referer');
    expect(request.body.includes(createHash('sha256').update(STATEMENT).digest())).toBe(true);
    expect(request.body.length).toBeLessThan(100);
  });

  it.each([
    ['/redirect', 'timestamp-redirect'],
    ['/broken', 'timestamp-status'],
    ['/garbage', 'timestamp-refused'],
    ['/huge', 'timestamp-unreachable'],
    ['/old', 'timestamp-refused'],
  ])('refuses %s with %s', async (path, code) => {
    await expect(obtain(path)).rejects.toMatchObject({ code });
  });

  it('names the wrong nonce, and follows no redirect', async () => {
    await expect(obtain('/old')).rejects.toMatchObject({
      facts: { reason: expect.stringContaining('attestation-nonce') },
    });
    const before = tsa.requests.length;
    await expect(obtain('/redirect')).rejects.toThrow();
    expect(tsa.requests.slice(before).map(({ path }) => path)).toEqual(['/redirect']);
  });

  it('does not wait for ever', async () => {
    await expect(obtain('/slow', {}, 300)).rejects.toMatchObject({ code: 'timestamp-slow' });
  });

  it('does not accept a token whose root is not loaded, and says which is wanted', async () => {
    await expect(obtain('/', { roots: [] })).rejects.toMatchObject({
      code: 'timestamp-untrusted',
      facts: { issuer: 'C=KZ, O=Test, CN=Test Sub CA' },
    });
  });

  it('says that nobody is there', async () => {
    const gone = await startTsa(authority);
    await gone.stop();
    const asked = obtainTimestamp({ statement: STATEMENT, roots, nonce: randomNonce() }, (query) =>
      postTimestampQuery(gone.url, query),
    );
    await expect(asked).rejects.toMatchObject({ code: 'timestamp-unreachable' });
  });
});

describe('a bundle that is made with a timestamp', () => {
  const build = async (path: string, signal = new AbortController().signal) => {
    const { input, ports } = sampleCase();
    const outcomes: unknown[] = [];
    const { blob } = await buildBundle(input, {
      ...ports,
      getTimestamp: async (statement) => {
        const request = { statement, roots, nonce: randomNonce() };
        const { bytes, timestamp } = await tryTimestamp(request, ask(path), signal);
        outcomes.push(timestamp);
        return bytes;
      },
    });
    return { blob, outcomes };
  };

  it('holds the token, which openssl ts verifies over seal/signature.json', async () => {
    const { blob, outcomes } = await build('/');
    const report = await verifyBundle(blob, { roots });
    expect(report).toMatchObject({ ok: true, attestations: [{ state: 'trusted' }] });
    expect(outcomes).toEqual([{ ok: true, time: report.attestations[0]?.time }]);
    const out = await extractArchive(blob);
    writeFileSync(join(out, 'root.pem'), authority.root);
    const args = 'ts -verify -data seal/signature.json -in seal/timestamp.tsr -CAfile root.pem'.split(' ');
    expect(run(out, 'openssl', ...args)).toMatchObject({ code: 0 });
  });

  it('is made without it when the authority fails, and the reason is told', async () => {
    const { blob, outcomes } = await build('/broken');
    expect(await verifyBundle(blob, { roots })).toMatchObject({ ok: true, attestations: [] });
    expect(outcomes).toMatchObject([{ ok: false, error: { code: 'timestamp-status' } }]);
  });

  it('is not made when the export is cancelled meanwhile', async () => {
    const controller = new AbortController();
    const built = build('/slow', controller.signal);
    const poll = setInterval(() => {
      if (tsa.requests.at(-1)?.path === '/slow') controller.abort(new Error('cancelled'));
    }, 20);
    await expect(built).rejects.toThrow('cancelled');
    clearInterval(poll);
  });
});
