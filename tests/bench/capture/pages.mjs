import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { serveHeavyPage } from '../../fixtures/heavy-page/server.mjs';
import { createShopServer } from '../../fixtures/shop/server.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

async function load(path) {
  const options = { root: ROOT, configFile: false, logLevel: 'error', resolve: { alias: { '@': ROOT } } };
  return (await runnerImport(`${ROOT}/${path}`, options)).module;
}

/** The pages that are measured, all on loopback: `{ name, url, requests, ready? }`, and what ends their servers. */
export async function servePages({ realSites }) {
  const { startTortureServer } = await load('tests/fixtures/torture/server.ts');
  const { serveSite } = await load('tests/fixtures/real-sites/server.ts');
  const { REAL_SITES } = await load('tests/fixtures/real-sites/sites.ts');
  const torture = await startTortureServer();
  const heavy = await serveHeavyPage();
  const shop = await createShopServer();
  const pages = [
    {
      name: 'torture page',
      url: `${torture.here}/index.html`,
      requests: () => torture.requests.length,
      ready: 'seen.painted === 3 && document.fonts.status === "loaded"',
    },
    { name: '10,000 elements, 100 pictures', url: heavy.url, requests: heavy.requests },
    { name: 'shop, /payment', url: `${shop.origin}/payment`, requests: () => shop.requests.length },
  ];
  const closing = [torture, heavy, shop];
  for (const { name, root, path } of REAL_SITES.slice(0, realSites)) {
    const site = await serveSite(root);
    closing.push(site);
    pages.push({ name, url: `${site.origin}${path}`, requests: () => site.requests.length });
  }
  return {
    pages,
    async close() {
      for (const server of closing) await server.close();
    },
  };
}
