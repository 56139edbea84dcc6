import { describe, expect, it } from 'vitest';
import {
  addRequest,
  addResponse,
  changeRecord,
  dropRecord,
  EMPTY_LOG,
  recordsOf,
  type TabLog,
} from '@/utils/capture/load-log';
import type { ResponseRecord } from '@/utils/capture/network-facts';

const answer = (url: string, change: Partial<ResponseRecord> = {}): ResponseRecord => ({
  url,
  status: 200,
  statusLine: 'HTTP/1.1 200 OK',
  protocol: null,
  headers: [],
  peer: null,
  proxied: null,
  fromCache: false,
  epochMs: 0,
  respondedAt: '2026-03-05T14:07:09.500+05:00',
  ...change,
});
const PAGE = 'https://shop.example/';

/** A tab with a loaded page and one frame in it. */
function loadedTab(): TabLog {
  const main = addResponse(addRequest(EMPTY_LOG, null, '1', PAGE), '1', answer(PAGE));
  return addResponse(addRequest(main, 7, '2', `${PAGE}frame`), '2', answer(`${PAGE}frame`));
}
const ids = (log: TabLog, frame: number | null) => recordsOf(log, frame).map(({ requestId }) => requestId);

describe('the log of how a tab was loaded', () => {
  it('keeps main and sub frames apart', () => {
    expect(ids(loadedTab(), null)).toEqual(['1']);
    expect(ids(loadedTab(), 7)).toEqual(['2']);
    expect(ids(loadedTab(), 8)).toEqual([]);
  });

  it('forgets a page and its frames once another one has come', () => {
    const next = addRequest(loadedTab(), null, '3', `${PAGE}next`);
    expect(ids(next, null)).toEqual(['1', '3']);
    const arrived = addResponse(next, '3', answer(`${PAGE}next`));
    expect(ids(arrived, null)).toEqual(['3']);
    expect(ids(arrived, 7)).toEqual([]);
  });

  it('leaves the page where it is for a download, an empty answer, a failure, a page only prepared', () => {
    const next = addRequest(loadedTab(), null, '3', `${PAGE}prices.xls`);
    const attachment = [{ name: 'Content-Disposition', value: 'attachment; filename=prices.xls' }];
    for (const left of [
      addResponse(next, '3', answer(`${PAGE}prices.xls`, { headers: attachment })),
      addResponse(next, '3', answer(`${PAGE}prices.xls`, { status: 204 })),
      dropRecord(next, '3'),
    ]) {
      expect(left).toEqual(loadedTab());
    }
    const prepared = addResponse(next, '3', answer(`${PAGE}prices.xls`), true);
    expect(ids(prepared, null)).toEqual(['1', '3']);
    expect(ids(prepared, 7)).toEqual(['2']);
  });

  it('takes a redirected request that comes again as the same one', () => {
    const asked = addRequest(loadedTab(), null, '3', `${PAGE}go`);
    const redirect = { url: `${PAGE}go`, status: 302, location: `${PAGE}item` };
    const followed = changeRecord(asked, '3', (it) => ({ ...it, redirects: [redirect] }));
    expect(addRequest(followed, null, '3', `${PAGE}item`)).toEqual(followed);
    expect(recordsOf(followed, null).at(-1)).toMatchObject({
      requestedUrl: `${PAGE}go`,
      redirects: [redirect],
    });
  });

  it('never grows beyond two documents and 64 frames', () => {
    let log = loadedTab();
    for (let id = 10; id < 210; id += 1) log = addRequest(log, id, String(id), `${PAGE}${id}`);
    for (let id = 300; id < 310; id += 1) log = addRequest(log, null, String(id), `${PAGE}${id}`);
    expect(log.frames).toHaveLength(64);
    expect(ids(log, 209)).toEqual(['209']);
    expect(ids(log, null)).toEqual(['1', '309']);
  });
});
