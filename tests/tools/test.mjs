import { npm, runTool, show } from './process.mjs';
import { setup, TEST_TOOLS } from './setup.mjs';

/** `npm test`: everything from a fresh clone to all checks. */
await runTool(async () => {
  await setup({ browsers: ['chromium', 'firefox'], tools: TEST_TOOLS });
  const { command, args, shell } = npm();
  return show(command, [...args, 'run', 'check'], { shell });
});
