import { describe, expect, it } from 'vitest';
import { EventData } from '@/components/casebook/EventData';
import { NetworkFacts } from '@/components/casebook/NetworkFacts';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import type { NetworkFacts as Facts } from '@/utils/domain/network';
import { ExpectedError, toErrorRecord } from '@/utils/errors';
import { render, wordsOf } from './render';

const environment = { version: '1', browser: 'b', os: 'o', page: 'casebook' } as never;
const unknown = (reason: string) => ({ value: null, reason });

describe('codes and English of the records', () => {
  it('are words of the language among network facts, and addresses in headers are defanged', () => {
    const facts: Facts = {
      ...{ requestedUrl: 'https://a.example/', redirects: [], status: 200, statusLine: 'HTTP/1.1 200 OK' },
      ...{
        fromCache: true,
        respondedAt: '2026-01-01T00:00:00Z',
        protocol: unknown('the browser named none'),
      },
      headers: [{ name: 'link', value: '<https://b.example/>; rel=next, <http://c.example/>' }],
      serverAddress: unknown('answered from the cache'),
      proxied: unknown('this browser does not say'),
      tls: unknown('this browser tells extensions nothing of certificates'),
      clockDifferenceMs: unknown('no Date header'),
    };
    const words = wordsOf(render(NetworkFacts, { network: { value: facts } }, 'ru'));
    expect(words).toContain('ответ взят из кэша');
    expect(words).not.toMatch(/the browser|this browser|answered|no Date header/);
    expect(words).toContain(
      '<hxxps://b.example/>; rel=next, <hxxp://c.example/>'.replace(/[<>]/g, (it) =>
        it === '<' ? '&lt;' : '&gt;',
      ),
    );
  });

  it('are words of the language in the journal', () => {
    const data = { state: 'queued', timestampError: 'timestamp-slow', bookDate: '2026-03-05' };
    const words = wordsOf(render(EventData, { data, captures: new Map() }, 'kk'));
    expect(words).toContain('күтуде');
    expect(words).toContain('05.03.2026');
    expect(words).not.toMatch(/queued|timestamp-slow/);
  });

  it('are words of the language in errors', () => {
    const refused = toErrorRecord(
      new ExpectedError('import-refused', { file: 'data/a', code: 'file-changed' }),
    );
    expect(wordsOf(render(ErrorNotice, { error: refused, environment }, 'uz'))).not.toContain('file-changed');
    const stamp = toErrorRecord(
      new ExpectedError('timestamp-refused', { reason: 'attestation-nonce: 1 ≠ 2' }),
    );
    expect(wordsOf(render(ErrorNotice, { error: stamp, environment }, 'ru'))).toMatch(
      /не ответ на этот запрос ?: ?1 ≠ 2/,
    );
    const conflict = toErrorRecord(new ExpectedError('import-conflict', { entry: '1214' }));
    expect(wordsOf(render(ErrorNotice, { error: conflict, environment }, 'en'))).toContain(
      'Journal entry 1,214',
    );
  });
});
