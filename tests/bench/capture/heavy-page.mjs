import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';

const SIDE = 340;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of noise: as large as a photograph, since nothing in it can be compressed. */
function noise() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  header.set([8, 2], 8);
  const rows = Buffer.concat(
    Array.from({ length: SIDE }, () => Buffer.concat([Buffer.of(0), randomBytes(SIDE * 3)])),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A page of 10,000 elements and pictures (100 are some 35 MB) on loopback; `requests` counts what is asked of it. */
export async function serveHeavyPage(count = 100) {
  const pictures = Array.from({ length: count }, noise);
  const cells = Array.from(
    { length: 4_900 },
    (_, i) => `<p class="c${i % 7}">Позиция ${i} <b>${i * 3} ₸</b></p>`,
  );
  const images = pictures.map((_, i) => `<img src="/${i}.png" width="200" height="200" alt="">`);
  const html = `<!doctype html><html lang="ru"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Тяжёлая</title>
<style>body{column-width:200px}p{margin:0 0 4px}</style>${cells.join('')}${images.join('')}`;
  let requests = 0;
  const server = createServer(({ url = '/' }, response) => {
    requests += 1;
    const picture = url.endsWith('.png') ? pictures[Number(url.slice(1, -4))] : undefined;
    response.writeHead(200, {
      'content-type': picture ? 'image/png' : 'text/html',
      'cache-control': 'max-age=600',
    });
    response.end(picture ?? html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    requests: () => requests,
    close: () => server.close(),
  };
}
