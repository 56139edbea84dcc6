import { beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from '@/utils/bundle/build';
import { createVerification } from '@/utils/bundle/verification';
import type { ByteSource } from '@/utils/bundle/zip/format';
import type { Verification } from '@/utils/domain/verification';
import { sampleCase } from './sample-case';

let good: File;
beforeAll(async () => {
  const { input, ports } = sampleCase();
  const { blob, fileName } = await buildBundle(input, ports);
  good = new File([blob], fileName);
});

/** Everything that a verification told. */
function listen() {
  const told: Verification[] = [];
  return { told, ...createVerification((verification) => told.push(verification)) };
}

describe('createVerification', () => {
  it('tells its progress up to the whole, then the report', async () => {
    const { told, start } = listen();
    await start(good);
    const states = told.map(({ state }) => state);
    expect([states[0], states.at(-1)]).toEqual(['working', 'done']);
    const percents = told.flatMap((it) => (it.state === 'working' ? [it.doneBytes / it.totalBytes] : []));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(percents.at(-1)).toBe(1);
    expect(told.at(-1)).toMatchObject({ fileName: good.name, report: { ok: true } });
  });

  it('ends in a report for what is no bundle, not in a failure', async () => {
    const { told, start } = listen();
    await start(new File(['nothing of the kind, but long enough'], 'notes.zip'));
    expect(told.at(-1)).toMatchObject({
      state: 'done',
      report: { ok: false, findings: [{ code: 'zip-not-a-zip' }], summary: null },
    });
  });

  it('goes back to idle when it is cancelled, and tells nothing after that', async () => {
    const { told, start, cancel } = listen();
    const ended = start(good);
    cancel();
    await ended;
    expect(told.map(({ state }) => state)).toEqual(['working', 'idle']);
  });

  it('gives up a file for the next one', async () => {
    const { told, start } = listen();
    const first = start(new File([good], 'first.zip'));
    await Promise.all([first, start(new File([good], 'second.zip'))]);
    const reports = told.filter(({ state }) => state === 'done');
    expect(reports).toMatchObject([{ fileName: 'second.zip' }]);
  });

  it('fails when the file cannot be read, with the reason', async () => {
    const unreadable = (): ByteSource => ({
      size: good.size,
      slice: unreadable,
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
      stream: () => new ReadableStream(),
    });
    const { told, start } = listen();
    await start({ ...unreadable(), name: 'gone.zip' });
    expect(told.at(-1)).toEqual({ state: 'failed', fileName: 'gone.zip', detail: 'NotReadableError: gone' });
  });
});
