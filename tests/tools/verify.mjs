// npm run verify -- bundle.zip [--json | --language ru|kk|uz|en] [--root ca.pem …]
// Exit code: 0 the bundle holds, 1 it doesn't, 2 it couldn't be verified (usage, no such file).
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const USAGE = 'usage: npm run verify -- bundle.zip [--json | --language ru|kk|uz|en] [--root ca.pem]';

async function main() {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean' },
      language: { type: 'string', default: 'en' },
      root: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  });
  const [path, ...rest] = positionals;
  const isKnown = ['ru', 'kk', 'uz', 'en'].includes(values.language);
  if (!path || rest.length > 0 || !isKnown) throw new Error(USAGE);
  const { module } = await runnerImport(`${ROOT}/tests/tools/verify-file.ts`, {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  const onProgress = values.json ? undefined : showProgress();
  const report = await module.verifyFile(path, { onProgress, rootFiles: values.root });
  console.log(
    values.json ? JSON.stringify(report, null, 2) : module.reportText(report, path, values.language),
  );
  return report.ok ? 0 : 1;
}

function showProgress() {
  if (!process.stderr.isTTY) return undefined;
  let shown = -1;
  return ({ doneBytes, totalBytes }) => {
    const percent = Math.floor((doneBytes / Math.max(1, totalBytes)) * 100);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(percent === 100 ? '\r\x1b[K' : `\r${percent} %`);
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
