import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import type { BundlePorts } from '@/utils/bundle/build';
import type { BundleCapture, BundleInput } from '@/utils/bundle/model';
import { scopeOf } from '@/utils/bundle/scope';
import type { BundleSigner } from '@/utils/bundle/seal';
import type { CaptureManifest, StoredArtifact } from '@/utils/domain/capture';
import type { Indicator, IndicatorMark } from '@/utils/domain/indicator';
import type { JournalEvent } from '@/utils/domain/journal';
import { chainEvent } from '@/utils/domain/journal-chain';
import type { JsonObject } from '@/utils/domain/json';
import type { CaseProcedure } from '@/utils/domain/procedure';

const CASE_ID = '01900000-0000-7000-8000-000000000001';
const SOFTWARE = {
  name: 'Osmotr',
  version: '0.1.0',
  build: 'a1b2c3d',
  browser: 'Chromium 156.0',
  os: 'Linux',
};
const OFFICIAL = {
  unit: 'Отдел киберпреступности, г. Примерск',
  position: 'оперуполномоченный',
  rank: 'капитан полиции',
  name: 'Образцов О. О.',
};
const STARTED = Date.parse('2026-03-05T09:07:09.120Z');

/** A case as the store would hand it over, with what `buildBundle` needs beside it. */
export interface SampleCase {
  readonly input: BundleInput;
  readonly ports: BundlePorts;
  readonly blobs: Map<string, Blob>;
  readonly signer: BundleSigner;
}

/** A small, fictional case; all in it is determined by `captures`, but for the signature. */
export function sampleCase({ captures = 2, width = 8, height = 6 } = {}): SampleCase {
  const blobs = new Map<string, Blob>();
  const made = Array.from({ length: captures }, (_, index) =>
    sampleCapture(index + 1, { width, height }, blobs),
  );
  const { unit, position, rank, name } = OFFICIAL;
  const matter = {
    id: CASE_ID,
    title: 'Интернет-магазин «Пример» <script>alert(1)</script>',
    registerNumber: 'КУИ 25-7500-031/12',
    jurisdiction: 'kz' as const,
    unit,
    position,
    rank,
    name,
    createdAt: '2026-03-05T14:00:00.000+05:00',
    updatedAt: '2026-03-05T14:00:00.000+05:00',
    procedure: sampleProcedure(),
  };
  const signer = sampleSigner();
  const input: BundleInput = {
    case: matter,
    captures: made,
    scope: scopeOf(
      made.map(({ capture }) => capture),
      made.length,
    ),
    marks: [sampleMark()],
    journal: sampleJournal(made),
    software: SOFTWARE,
    createdAt: '2026-03-05T15:00:00.500+05:00',
    language: 'ru',
    verifier: '<!doctype html><title>verify.html</title>\n',
  };
  const getBlob = async (captureId: string, name: string) => blobs.get(`${captureId}/${name}`);
  return { input, ports: { getBlob, signer }, blobs, signer };
}

/** What is stated for the protocol of the sample. */
export function sampleProcedure(): CaseProcedure {
  return {
    bookNumber: '25-7500-031',
    bookDate: '2026-03-05',
    offence: 'п. 5 ч. 3 ст. 297 УК РК',
    inspectionBasis: 'статьи 219, 220 УПК РК <b>ред. 2024</b>',
    lawChecked: false,
    place: 'г. Примерск',
    participants: [
      { role: 'specialist', name: 'Знаева З. З.', address: 'г. Примерск', document: 'уд. 000000' },
      { role: 'witness', name: '=Очевидец О. О.', address: '', document: '' },
    ],
    registration: {
      start: 'statement',
      startedAt: '2026-03-05T13:00:00.000+05:00',
      dueAt: '2026-03-06T13:00:00.000+05:00',
      registeredAt: null,
    },
  };
}

/** A fresh P-256 key and its signing function, by Node's own cryptography. */
export function sampleSigner(): BundleSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return signerOf(privateKey, publicKey);
}

function signerOf(privateKey: KeyObject, publicKey: KeyObject): BundleSigner {
  return {
    publicKeySpki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    sign: async (bytes) =>
      new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  };
}

function sampleCapture(
  number: number,
  size: { width: number; height: number },
  blobs: Map<string, Blob>,
): BundleCapture {
  const id = `01900000-0000-7000-8000-${String(number).padStart(12, 'c')}`;
  const url = `https://shop-${number}.example/katalog?x=<b>&lang=kk`;
  const startedAt = new Date(STARTED + number * 60_000).toISOString().replace('Z', '+00:00');
  const store = (
    name: string,
    mediaType: string,
    content: Uint8Array<ArrayBuffer> | string,
    more: Partial<StoredArtifact> = {},
  ): StoredArtifact => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const { deflatedBytes } = more;
    blobs.set(`${id}/${name}`, new Blob([deflatedBytes === undefined ? bytes : deflateRawSync(bytes)]));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { captureId: id, name, mediaType, bytes: bytes.length, sha256, crc32: crc32(bytes), ...more };
  };
  const page = `<!doctype html><title>${number}</title><p>Пример ${number}</p>`;
  const files = [
    store('viewport.png', 'image/png', samplePng(size.width, size.height, number), {
      pixels: 'photographed',
      ...size,
    }),
    store('page-01.png', 'image/png', samplePng(size.width, size.height * 2, number + 7), {
      pixels: 'rendered',
    }),
    store('page.html', 'text/html', page, { deflatedBytes: deflateRawSync(page).length }),
    store('text.txt', 'text/plain', `Пример ${number}. Наш бот: @primer_${number}_bot\n`),
  ];
  const artifacts = files.map(
    ({ captureId: _captureId, crc32: _crc32, deflatedBytes: _deflatedBytes, ...record }) => record,
  );
  const manifest = store(
    'capture.json',
    'application/json',
    `${JSON.stringify(sampleManifest({ id, url, startedAt, artifacts }), null, 2)}\n`,
  );
  const all = [...files, manifest];
  const indicators = sampleIndicators(number, url);
  const capture = {
    id,
    caseId: CASE_ID,
    number,
    startedAt,
    url,
    host: `shop-${number}.example`,
    title: number === 2 ? '=HYPERLINK("https://shop.example")' : `Каталог ${number} \u202Eгнп.<img src=x>`,
    sha256: manifest.sha256,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    indicatorCount: indicators.length,
    complete: number !== 2,
    failedSteps: number === 2 ? (['mhtml', 'page-images'] as const) : [],
    watched: [],
    tags: number === 1 ? ['витрина', '=важное'] : [],
  };
  return { capture, artifacts: all, indicators, ...sampleAnnotations(id, files[0]?.sha256 ?? '') };
}

/** What somebody wrote beside a capture: a note, its correction, a marked region. */
function sampleAnnotations(captureId: string, sha256: string): Pick<BundleCapture, 'notes' | 'regions'> {
  const written = { captureId, by: OFFICIAL.name, at: '2026-03-05T14:45:00.000+05:00' };
  return {
    notes: [
      { ...written, id: `n1-${captureId}`, text: 'Цена <b>указана</b> в тенге', corrects: null },
      {
        ...written,
        id: `n2-${captureId}`,
        text: 'Цена указана в сумах \u202Eмус',
        corrects: `n1-${captureId}`,
      },
    ],
    regions: [
      {
        ...written,
        id: `r1-${captureId}`,
        file: 'viewport.png',
        sha256,
        x: 1,
        y: 2,
        width: 3,
        height: 4,
        caption: 'Адрес <кошелька>',
      },
    ],
  };
}

/** Everything that `capture.json` can say, said once. */
function sampleManifest({
  id,
  url,
  startedAt,
  artifacts,
}: Pick<CaptureManifest, 'id' | 'artifacts'> & { url: string; startedAt: string }): CaptureManifest {
  const server = { url: 'https://shop.example/', status: 302, location: url };
  return {
    format: 'osmotr-capture/1',
    id,
    caseId: CASE_ID,
    trigger: 'popup',
    operator: OFFICIAL,
    page: { url, title: 'Пример', language: 'ru', charset: 'UTF-8', contentType: 'text/html', referrer: '' },
    network: {
      value: {
        requestedUrl: server.url,
        redirects: [server],
        status: 200,
        statusLine: 'HTTP/1.1 200 OK',
        protocol: { value: 'h2' },
        headers: [{ name: 'server', value: 'nginx' }],
        serverAddress: { value: null, reason: 'the browser named none' },
        proxied: { value: false },
        tls: {
          value: {
            state: 'secure',
            version: 'TLSv1.3',
            cipher: 'TLS_AES_128_GCM_SHA256',
            certificates: [
              {
                subject: 'CN=shop.example',
                issuer: 'CN=Example CA',
                serialNumber: '0A:1B',
                validFrom: '2026-01-01T00:00:00.000Z',
                validUntil: '2026-12-31T23:59:59.000Z',
                sha256: 'ab'.repeat(32),
              },
            ],
          },
        },
        fromCache: false,
        respondedAt: startedAt,
        clockDifferenceMs: { value: -120.5 },
      },
    },
    viewport: {
      width: 1280,
      height: 720.5,
      devicePixelRatio: 1.25,
      zoom: null,
      scrollX: 0,
      scrollY: 10.4,
      pageWidth: 1280,
      pageHeight: 3000,
    },
    frames: [
      { path: '', url },
      {
        path: '0.-1',
        url: 'about:blank',
        network: { value: null, reason: 'it was not loaded over the network' },
      },
    ],
    time: {
      started: startedAt,
      finished: startedAt,
      timeZone: 'Asia/Almaty',
      utcOffsetMinutes: 300,
      durationMs: 900,
    },
    software: SOFTWARE,
    pictures: 'cdp-clips',
    steps: [
      { name: 'viewport', outcome: 'done', startedMs: 0, durationMs: 80 },
      { name: 'mhtml', outcome: 'skipped', startedMs: 80, durationMs: 1, reason: 'not-in-this-browser' },
    ],
    artifacts,
    missing: [{ url: `${url}#font`, kind: 'font', reason: 'not in the cache' }],
    qrCodes: [
      {
        text: 'bitcoin:1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
        place: 'canvas at 10, 20',
        rect: { x: 10, y: 20, width: 200, height: 200 },
      },
      { text: 'https://t.me/primer_shop_bot', place: 'file https://shop.example/qr.png' },
    ],
    removed: { script: 3 },
    observer: {
      requests: 0,
      scrolled: false,
      resized: true,
      activated: false,
      seen: { value: { mutations: 3, scrolls: 0, resizes: 1, focusChanges: 0 } },
    },
    remarks: [],
    notes: ['page images are drawn'],
  };
}

function sampleIndicators(number: number, url: string): Indicator[] {
  const sighting = (raw: string, context: string) => ({
    raw,
    origin: 'text' as const,
    start: 10,
    end: 20,
    context,
  });
  const certain = { valid: true, confidence: 'certain' as const };
  return [
    {
      ...certain,
      type: 'url',
      value: url,
      reason: 'address of the page',
      sightings: [{ ...sighting(url, ''), origin: 'url' }],
    },
    {
      ...certain,
      type: 'telegram-bot',
      value: 'primer_shop_bot',
      facts: { start: 'ref77' },
      reason: 'link',
      sightings: [
        sighting('@primer_shop_bot', 'Бот: @primer_shop_bot'),
        { ...sighting('t.me/primer_shop_bot', '=cmd|calc'), place: 'a[href]' },
        { ...sighting('@primer_shop_bot', 'Пишите @primer_shop_bot'), origin: 'pane', place: 'pane-01.txt' },
      ],
    },
    {
      ...certain,
      type: 'phone',
      value: `+7701000000${number}`,
      reason: 'context',
      sightings: [sighting(`8 701 000 000${number}`, 'тел;\t=1+1, "звоните"\r\n-2')],
    },
    {
      ...certain,
      type: 'btc',
      value: '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2',
      reason: 'checksum',
      sightings: [sighting('1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', 'BTC')],
    },
    {
      type: 'eth',
      value: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD',
      valid: false,
      confidence: 'weak',
      reason: 'checksum broken',
      sightings: [sighting('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'ETH')],
    },
    {
      type: 'wickr',
      value: 'primer_wickr',
      valid: true,
      confidence: 'weak',
      reason: 'написано на снимке от руки',
      sightings: [],
      manual: { by: 'Образцов О. О.', at: '2026-03-05T14:50:00.000+05:00' },
    },
  ];
}

/** Somebody found the bot of no relevance. */
function sampleMark(): IndicatorMark {
  return {
    caseId: CASE_ID,
    type: 'telegram-bot',
    value: 'primer_shop_bot',
    irrelevant: true,
    reason: '=бот администрации <района>',
    by: 'Образцов О. О.',
    at: '2026-03-05T14:40:00.000+05:00',
  };
}

function sampleJournal(captures: readonly BundleCapture[]): JournalEvent[] {
  type Draft = { kind: JournalEvent['kind']; data: JsonObject };
  const drafts: Draft[] = [
    {
      kind: 'case-created',
      data: { title: 'Интернет-магазин «Пример»', registerNumber: '', jurisdiction: 'kz', ...OFFICIAL },
    },
    ...captures.flatMap(({ capture, artifacts }): Draft[] => [
      {
        kind: 'capture-started',
        data: { capture: capture.id, url: capture.url, tab: 7, trigger: 'popup' },
      },
      {
        kind: 'capture-saved',
        data: {
          capture: capture.id,
          number: capture.number,
          url: capture.url,
          sha256: capture.sha256,
          indicators: capture.indicatorCount,
          failedSteps: capture.failedSteps,
          watched: capture.watched,
          files: artifacts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
        },
      },
    ]),
    { kind: 'export-started', data: { export: 'e1', captures: captures.length, of: captures.length } },
  ];
  const events: JournalEvent[] = [];
  for (const [index, draft] of drafts.entries()) {
    const time = new Date(STARTED + index * 30_000).toISOString().replace('Z', '+00:00');
    events.push(chainEvent(events.at(-1) ?? null, { case: CASE_ID, time, ...draft }));
  }
  return events;
}

/** A PNG with a pattern that depends on `seed`. */
export function samplePng(width: number, height: number, seed: number): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const band = Math.floor((y * 9) / height);
      rows[at] = (band * 26 + seed * 40) & 255;
      rows[at + 1] = x % Math.max(1, width >> 2) < width >> 3 ? 210 : 235;
      rows[at + 2] = (200 - band * 12 + seed) & 255;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([magic, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}
