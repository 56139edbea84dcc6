import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { sampleCase } from './sample-case';
import { extractArchive } from './tools';

/**
 * What RFC 8493, section 3, asks of a complete and valid bag, written out from the text of the RFC: it knows nothing of
 * our own code. Gives what is wrong.
 */
function bagFaults(bag: string): string[] {
  const faults: string[] = [];
  const all = filesUnder(bag).map((path) => relative(bag, path));
  const payload = all.filter((path) => path.startsWith('data/'));
  const tags = all.filter((path) => !path.startsWith('data/'));
  const require = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const read = (path: string) => readFileSync(join(bag, path), 'utf8');

  // Section 3, complete: 1. every required element is present (section 2.1).
  require(statSync(join(bag, 'data')).isDirectory(), 'no payload directory');
  require(tags.includes('bagit.txt'), 'no bagit.txt');
  require(/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/.test(
    read('bagit.txt'),
  ), 'bagit.txt: declaration');
  require(!read('bagit.txt').startsWith('\uFEFF'), 'bagit.txt: byte order mark');
  const manifests = tags.filter((path) => /^manifest-[a-z0-9]+\.txt$/.test(path));
  require(manifests.length > 0, 'no payload manifest');
  for (const manifest of [
    ...manifests,
    ...tags.filter((path) => /^tagmanifest-[a-z0-9]+\.txt$/.test(path)),
  ]) {
    const algorithm = /-([a-z0-9]+)\.txt$/.exec(manifest)?.[1] ?? '';
    const lines = read(manifest)
      .split(/\r\n|\r|\n/)
      .filter(Boolean);
    const entries = lines.map((line) => /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line));
    require(entries.every(Boolean), `${manifest}: a line of another form`);
    const listed = entries.map((entry) => decodeURI(entry?.[2] ?? ''));
    // 2. every file listed is present; a path may not stand twice in a manifest (section 2.1.3).
    require(new Set(listed).size === listed.length, `${manifest}: a file twice`);
    for (const [index, path] of listed.entries()) {
      require(all.includes(path), `${manifest}: ${path} is missing`);
      if (!all.includes(path)) continue;
      // Valid: every checksum in every payload manifest and tag manifest agrees.
      const found = createHash(algorithm)
        .update(readFileSync(join(bag, path)))
        .digest('hex');
      require(entries[index]?.[1]?.toLowerCase() === found, `${manifest}: ${path} differs`);
    }
    // 3. every payload file is listed in every payload manifest; a tag manifest lists no payload and not itself.
    if (manifests.includes(manifest)) {
      for (const path of payload) require(listed.includes(path), `${manifest}: ${path} is not listed`);
      require(listed.every((path) => path.startsWith('data/')), `${manifest}: lists what is no payload`);
    } else {
      require(listed.every((path) => !path.startsWith('data/')), `${manifest}: lists payload`);
      require(!listed.some((path) => path.startsWith('tagmanifest-')), `${manifest}: lists a tag manifest`);
      for (const path of manifests) require(listed.includes(path), `${manifest}: ${path} is not listed`);
    }
  }
  // Section 2.2.2: labels and values of bag-info.txt; Payload-Oxum agrees with the payload.
  const info = read('bag-info.txt').split('\n').filter(Boolean);
  require(info.every((line) => /^[^:\s][^:]*: \S/.test(line)), 'bag-info.txt: a line of another form');
  const oxum = info.find((line) => line.startsWith('Payload-Oxum: '))?.slice('Payload-Oxum: '.length);
  const octets = payload.reduce((sum, path) => sum + statSync(join(bag, path)).size, 0);
  require(oxum === `${octets}.${payload.length}`, `bag-info.txt: Payload-Oxum ${oxum}`);
  const date = info.find((line) => line.startsWith('Bagging-Date: '))?.slice('Bagging-Date: '.length) ?? '';
  require(/^\d{4}-\d{2}-\d{2}$/.test(date), 'bag-info.txt: Bagging-Date');
  // Section 2.2.3: with a fetch.txt the bag would be complete only elsewhere.
  require(!tags.includes('fetch.txt'), 'fetch.txt');
  return faults;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

describe('a bundle as a BagIt bag', () => {
  it('is complete and valid by RFC 8493, section 3', async () => {
    const { input, ports } = sampleCase();
    const bag = await extractArchive((await buildBundle(input, ports)).blob);
    expect(bagFaults(bag)).toEqual([]);
  });
});
