import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { type BundleSigner, type SealStatement, sealStatement } from '@/utils/bundle/seal';
import { verifyBundle } from '@/utils/bundle/verify';
import { canonicalJson } from '@/utils/domain/canonical-json';
import type { JournalEvent } from '@/utils/domain/journal';
import { chainEvent } from '@/utils/domain/journal-chain';
import { VERIFY_STEPS, type VerifyReport } from '@/utils/domain/verification';
import { type SampleCase, sampleCase, sampleSigner } from './sample-case';
import {
  forge,
  pack,
  readText,
  rewriteManifests,
  sha256,
  type Unpacked,
  unpack,
  writeText,
} from './unpacked';

const FIRST = 'data/captures/0001-shop-1.example/';
const SECOND = 'data/captures/0002-shop-2.example/';

let sample: SampleCase;
let original: Unpacked;
beforeAll(async () => {
  sample = sampleCase();
  original = await unpack((await buildBundle(sample.input, sample.ports)).blob);
});

async function reportOn(change: (files: Unpacked) => void | Promise<void>): Promise<VerifyReport> {
  const files: Unpacked = new Map(original);
  await change(files);
  return verifyBundle(await pack(files));
}

function told(report: VerifyReport): string[] {
  return report.findings.map(({ code, file }) => `${code} ${file}`);
}

/** Seals the files as they are, with whatever the statement is made to say. */
async function reseal(
  files: Unpacked,
  signer: BundleSigner,
  change: Partial<SealStatement> = {},
): Promise<void> {
  rewriteManifests(files);
  const before: SealStatement = JSON.parse(readText(files, 'seal/signature.json'));
  const pinned = {
    tagManifestSha256: sha256(files.get('tagmanifest-sha256.txt') ?? new Uint8Array()),
    keySha256: sha256(signer.publicKeySpki),
  };
  for (const { path, bytes } of await sealStatement({ ...before, ...pinned, ...change }, signer)) {
    files.set(path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  }
}

function journalOf(files: Unpacked): JournalEvent[] {
  return readText(files, 'data/journal.jsonl')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('verifyBundle on a forged bundle', () => {
  it('says which file changed, what was expected and what was found', async () => {
    const report = await reportOn((files) => writeText(files, `${FIRST}text.txt`, 'other'));
    expect(report.findings).toEqual([
      {
        step: 'payload',
        code: 'file-changed',
        file: `${FIRST}text.txt`,
        against: 'manifest-sha256.txt',
        expected: sha256(original.get(`${FIRST}text.txt`) ?? new Uint8Array()),
        found: sha256(new TextEncoder().encode('other')),
      },
    ]);
  });

  it('names the tag manifest, and the file by its capture.json, when the manifests were written anew', async () => {
    const report = await reportOn((files) => {
      writeText(files, `${FIRST}text.txt`, 'other');
      forge(files);
    });
    expect(told(report)).toEqual(['file-changed tagmanifest-sha256.txt', `file-changed ${FIRST}text.txt`]);
    expect(report.steps.find(({ name }) => name === 'tag-manifest')?.outcome).toBe('skipped');
  });

  it('catches two captures whose files were swapped, manifests and case.json written anew', async () => {
    const report = await reportOn((files) => {
      for (const [path, bytes] of original) {
        if (path.startsWith(FIRST)) files.set(path.replace(FIRST, SECOND), bytes);
        if (path.startsWith(SECOND)) files.set(path.replace(SECOND, FIRST), bytes);
      }
      forge(files);
    });
    expect(told(report)).toEqual([
      'file-changed tagmanifest-sha256.txt',
      `file-changed ${FIRST}capture.json`,
      `file-changed ${SECOND}capture.json`,
    ]);
  });

  it('catches a journal whose last events were cut off, although its chain holds', async () => {
    const report = await reportOn(async (files) => {
      const lines = readText(files, 'data/journal.jsonl').trimEnd().split('\n');
      writeText(files, 'data/journal.jsonl', `${lines.slice(0, -2).join('\n')}\n`);
      forge(files);
    });
    expect(told(report)).toEqual([
      'file-changed tagmanifest-sha256.txt',
      'journal-count data/journal.jsonl',
      'journal-head data/journal.jsonl',
    ]);
  });

  it('catches a journal of another case and a chain made anew', async () => {
    const report = await reportOn((files) => {
      const events: JournalEvent[] = [];
      for (const { time, kind, data } of journalOf(files)) {
        events.push(chainEvent(events.at(-1) ?? null, { case: 'another', time, kind, data }));
      }
      writeText(
        files,
        'data/journal.jsonl',
        events.map((event) => `${canonicalJson({ ...event })}\n`).join(''),
      );
      forge(files);
    });
    expect(told(report)).toContain('case-differs data/journal.jsonl');
    expect(told(report)).toContain('journal-head data/journal.jsonl');
  });

  it('says at which event a chain breaks', async () => {
    const report = await reportOn((files) => {
      const text = readText(files, 'data/journal.jsonl').replace('"number":1', '"number":7');
      writeText(files, 'data/journal.jsonl', text);
    });
    expect(report.findings.find(({ code }) => code === 'journal-broken')?.expected).toMatch(
      /^event 3: hash [0-9a-f]{64}$/,
    );
  });

  it('refuses a journal with a member that stands twice, and one nested without end', async () => {
    const double = await reportOn((files) => {
      const text = readText(files, 'data/journal.jsonl').replace('"seq":1,', '"seq":1,"seq":1,');
      writeText(files, 'data/journal.jsonl', text);
    });
    expect(told(double)).toContain('file-unreadable data/journal.jsonl');
    const deep = await reportOn((files) => {
      const nested = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
      const text = readText(files, 'data/journal.jsonl').replace(/"data":\{[^}]*\}/, `"data":${nested}`);
      writeText(files, 'data/journal.jsonl', text);
    });
    expect(told(deep)).toContain('file-unreadable data/journal.jsonl');
  });

  it('lets a statement testify only if its signature holds', async () => {
    const report = await reportOn((files) => {
      writeText(files, `${FIRST}text.txt`, 'other');
      forge(files);
      const statement = JSON.parse(readText(files, 'seal/signature.json'));
      statement.tagManifestSha256 = sha256(files.get('tagmanifest-sha256.txt') ?? new Uint8Array());
      writeText(files, 'seal/signature.json', canonicalJson(statement));
    });
    expect(told(report)).toContain('signature-wrong seal/signature.bin');
    expect(report.steps.find(({ name }) => name === 'statement')?.outcome).toBe('skipped');
  });

  it('refuses another key beside the statement that names the first', async () => {
    const other = sampleSigner();
    const report = await reportOn(async (files) => {
      const seal = await sealStatement(JSON.parse(readText(files, 'seal/signature.json')), other);
      for (const { path, bytes } of seal) if (typeof bytes !== 'string') files.set(path, bytes);
      writeText(files, 'seal/public-key.pem', seal[2]?.bytes as string);
    });
    expect(told(report)).toEqual(['key-differs seal/public-key.pem']);
  });

  it.each([
    ['journal-count', { journalEvents: 99 }],
    ['journal-head', { journalHead: 'f'.repeat(64) }],
    ['case-differs', { caseId: 'another' }],
    ['scope-differs', { scope: { partial: true, of: 3, numbers: [1, 2] } }],
  ] as const)('compares the statement with the bundle: %s', async (code, change) => {
    const report = await reportOn((files) => reseal(files, sample.signer, change));
    expect(new Set(report.findings.map((finding) => finding.code))).toEqual(new Set([code]));
  });

  it('can’t tell a bundle sealed anew with another key by itself: the fingerprint is what differs', async () => {
    const other = sampleSigner();
    const report = await reportOn(async (files) => {
      writeText(files, 'data/indicators.csv', 'forged');
      forge(files);
      await reseal(files, other);
    });
    expect(report.ok).toBe(true);
    expect(report.notCovered).toContain('key-owner');
    expect(report.summary?.keySha256).toBe(sha256(other.publicKeySpki));
    expect(report.summary?.keySha256).not.toBe(sha256(sample.signer.publicKeySpki));
  });

  it('names a capture that case.json leaves out, and files that capture.json leaves out', async () => {
    const report = await reportOn(async (files) => {
      const facts = JSON.parse(readText(files, 'data/case.json'));
      facts.captures.pop();
      writeText(files, 'data/case.json', JSON.stringify(facts));
      writeText(files, `${FIRST}planted.txt`, 'planted');
      forge(files);
      await reseal(files, sample.signer);
    });
    expect(told(report)).toEqual([
      `file-unlisted ${FIRST}planted.txt`,
      `capture-differs ${SECOND}capture.json`,
      'scope-differs data/case.json',
    ]);
  });

  it('names a capture whose hash is not the one that the journal keeps, and one that never entered the case', async () => {
    const report = await reportOn(async (files) => {
      const events: JournalEvent[] = [];
      for (const { case: owner, time, kind, data } of journalOf(files)) {
        if (kind === 'capture-saved' && data.number === 2) continue;
        const forged = kind === 'capture-saved' ? { ...data, sha256: 'f'.repeat(64) } : data;
        events.push(chainEvent(events.at(-1) ?? null, { case: owner, time, kind, data: forged }));
      }
      writeText(
        files,
        'data/journal.jsonl',
        events.map((event) => `${canonicalJson({ ...event })}\n`).join(''),
      );
      forge(files);
      await reseal(files, sample.signer, {
        journalEvents: events.length,
        journalHead: events.at(-1)?.hash ?? '',
      });
    });
    const [first, second] = sample.input.captures.map(({ capture }) => capture.sha256);
    expect(report.findings).toEqual([
      {
        step: 'captures',
        code: 'capture-differs',
        file: `${FIRST}capture.json`,
        against: 'data/journal.jsonl',
        expected: 'f'.repeat(64),
        found: first,
      },
      {
        step: 'captures',
        code: 'capture-differs',
        file: `${SECOND}capture.json`,
        against: 'data/journal.jsonl',
        expected: 'an event of its entry',
        found: second,
      },
      {
        step: 'captures',
        code: 'scope-differs',
        file: 'data/case.json',
        against: 'data/journal.jsonl',
        expected: '2 of 1 captures (whole)',
        found: '2 of 2 captures (whole)',
      },
    ]);
  });

  it('compares the sums of bag-info.txt with the payload', async () => {
    const report = await reportOn(async (files) => {
      writeText(
        files,
        'bag-info.txt',
        readText(files, 'bag-info.txt').replace(/(?<=Payload-Oxum: )\d/, '$&9'),
      );
      await reseal(files, sample.signer);
    });
    expect(told(report)).toEqual(['oxum-differs data/']);
  });

  it('refuses a bundle of an unknown format', async () => {
    const report = await reportOn(async (files) => {
      writeText(
        files,
        'bag-info.txt',
        readText(files, 'bag-info.txt').replace('osmotr-bundle/1', 'osmotr-bundle/9'),
      );
      await reseal(files, sample.signer);
    });
    expect(told(report)).toEqual(['format-unknown bag-info.txt']);
  });

  it('answers a refused archive with a report, not with an exception', async () => {
    const report = await verifyBundle(new Blob(['not a ZIP, but long enough to be one']));
    expect(report).toMatchObject({
      ok: false,
      summary: null,
      findings: [{ code: 'zip-not-a-zip', file: '' }],
    });
    expect(report.steps.filter(({ outcome }) => outcome === 'skipped')).toHaveLength(VERIFY_STEPS.length - 1);
  });
});
