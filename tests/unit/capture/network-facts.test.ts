import { describe, expect, it } from 'vitest';
import {
  type LoadRecord,
  mediaTypeAt,
  networkFacts,
  type ResponseRecord,
} from '@/utils/capture/network-facts';

const response: ResponseRecord = {
  url: 'https://shop.example/item',
  status: 200,
  statusLine: 'HTTP/1.1 200 OK',
  protocol: null,
  headers: [{ name: 'Date', value: 'Thu, 05 Mar 2026 09:07:07 GMT' }],
  peer: '203.0.113.7',
  proxied: false,
  fromCache: false,
  epochMs: Date.UTC(2026, 2, 5, 9, 7, 9, 500),
  respondedAt: '2026-03-05T14:07:09.500+05:00',
};
const record: LoadRecord = {
  requestId: '1',
  tls: null,
  requestedUrl: 'https://shop.example/go',
  redirects: [{ url: 'https://shop.example/go', status: 302, location: 'https://shop.example/item' }],
  response,
};
const claim = (url: string | null, protocol: string | null = 'h2') => ({ url, protocol });
const facts = (change: Partial<ResponseRecord>, url = response.url) =>
  networkFacts([{ ...record, response: { ...response, ...change } }], claim(url), true).value;

describe('networkFacts', () => {
  it('gives the chain, the answer, the address and the difference of the clocks', () => {
    expect(networkFacts([record], claim(`${response.url}#top`), true).value).toMatchObject({
      requestedUrl: 'https://shop.example/go',
      redirects: [{ status: 302 }],
      status: 200,
      serverAddress: { value: '203.0.113.7' },
      clockDifferenceMs: { value: 2_500 },
    });
  });

  it('says that it does not know, with the reason, instead of giving the facts of another load', () => {
    expect(networkFacts([], claim(response.url), true)).toEqual({ value: null, reason: expect.any(String) });
    expect(networkFacts([{ ...record, response: null }], claim(response.url), true).value).toBeNull();
    expect(networkFacts([record], claim(null), true).value).toBeNull();
    expect(networkFacts([record], claim('https://shop.example/other'), true).value).toBeNull();
  });

  it('takes the newest load of the address, also while another one is under way', () => {
    const older = { ...record, requestId: '0', redirects: [] };
    const underWay = { ...record, requestId: '2', response: null };
    expect(networkFacts([older, record, underWay], claim(response.url), true).value?.redirects).toHaveLength(
      1,
    );
  });

  it('names protocol, proxy and certificates only where the browser told them', () => {
    const tls = { state: 'secure', version: 'TLSv1.3', cipher: null, certificates: [] };
    const known = networkFacts([{ ...record, tls }], claim(response.url), true).value;
    expect(known).toMatchObject({
      protocol: { value: 'h2' },
      proxied: { value: false },
      tls: { value: tls },
    });
    const untold = networkFacts([record], claim(response.url, null), false).value;
    expect(untold).toMatchObject({
      protocol: { value: null },
      tls: { reason: expect.stringMatching(/browser/) },
    });
    expect(facts({ proxied: null })?.proxied.value).toBeNull();
    const plain = 'http://shop.example/';
    expect(facts({ url: plain }, plain)?.tls.reason).toBe('the connection was not encrypted');
    for (const local of ['about:srcdoc', 'blob:https://shop.example/1', 'data:text/html,x']) {
      expect(networkFacts([record], claim(local), true).reason).toBe('it was not loaded over the network');
    }
  });

  it("gives no address that is not the server's", () => {
    expect(facts({ fromCache: true })?.serverAddress.value).toBeNull();
    expect(facts({ proxied: true })?.serverAddress.value).toBeNull();
    expect(facts({ peer: null })?.serverAddress.value).toBeNull();
    for (const peer of [
      '127.0.0.1',
      '10.1.2.3',
      '172.20.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '::1',
      'fd00::1',
    ]) {
      expect(facts({ peer })?.serverAddress.value).toBeNull();
    }
    const onion = 'http://shopshopshopshop.onion/';
    expect(facts({ url: onion, peer: '203.0.113.9' }, onion)?.serverAddress.value).toBeNull();
    const local = 'http://127.0.0.1:8080/item';
    expect(facts({ peer: '127.0.0.1', url: local }, local)?.serverAddress.value).toBe('127.0.0.1');
  });

  it('gives no clock difference without a Date header of this answer', () => {
    expect(facts({ headers: [] })?.clockDifferenceMs.value).toBeNull();
    expect(facts({ headers: [{ name: 'date', value: 'yesterday' }] })?.clockDifferenceMs.value).toBeNull();
    expect(facts({ fromCache: true })?.clockDifferenceMs.value).toBeNull();
  });
});

describe('the media type of what a tab shows', () => {
  const headers = [{ name: 'Content-Type', value: 'Application/PDF; x=1' }];
  const paper = { ...record, response: { ...response, headers } };

  it('is that of the newest answer, if it came from there', () => {
    expect(mediaTypeAt([record, paper], `${response.url}#page=2`)).toBe('application/pdf');
    expect(mediaTypeAt([paper, { ...record, response: null }], response.url)).toBe('application/pdf');
    expect(mediaTypeAt([paper], 'https://shop.example/other')).toBe('');
    expect(mediaTypeAt([paper, record], response.url)).toBe('');
    expect(mediaTypeAt([], response.url)).toBe('');
  });
});
