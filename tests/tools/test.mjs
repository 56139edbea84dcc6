import { npm, runTool, show } from './process.mjs';
import { setup } from './setup.mjs';

/** `npm test`: everything from a fresh clone to all checks. */
await runTool(async () => {
  await setup({ browsers: ['chromium', 'firefox'], tools: ['openssl', 'python3', 'unzip'] });
  const { command, args, shell } = npm();
  return show(command, [...args, 'run', 'check'], { shell });
});
