// Begins a family: its file, its line in the registry, its test, its row in the README: node tests/bench/indicators/new-indicator.mjs name
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.OSMOTR_ROOT ?? fileURLToPath(new URL('../../..', import.meta.url));
const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
  console.error('Give the family a kebab-case name: node tests/bench/indicators/new-indicator.mjs some-coin');
  process.exit(1);
}
const identifier = name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const sample = `${name.replaceAll('-', '').toUpperCase()}${'0123456789'.repeat(3).slice(0, 25)}`;
const family = join(root, 'utils/indicators/families', `${name}.ts`);
const exists = await access(family).then(
  () => true,
  () => false,
);
if (exists) {
  console.error(`${family} is there already.`);
  process.exit(1);
}

await writeFile(
  family,
  `import type { Family } from '../family';
import { describeLabel, labelNear } from '../labels';
import { TOKENS } from '../streams';

/** What it is, the standard it follows, what proves it. */
export const ${identifier}: Family = {
  name: '${name}',
  types: ['${name}'],
  rules: [
    {
      on: TOKENS,
      take({ text, start, end }, scan) {
        if (!/^${sample.slice(0, -25)}[0-9]{25}$/.test(text)) return undefined;
        const label = labelNear(scan, start, end, ['wallet']);
        if (!label) return undefined;
        return { type: '${name}', value: text, start, end, confidence: 'likely', reason: describeLabel(label) };
      },
    },
  ],
};
`,
);

await edit('utils/indicators/registry.ts', (text) =>
  text
    .replace(/(?=import type \{ Family \})/, `import { ${identifier} } from './families/${name}';\n`)
    .replace(/\n\];\s*$/, `\n  ${identifier},\n];\n`),
);
await edit('utils/indicators/README.md', (text) =>
  text.replace(/(?<=\n\|.*\n)(?!\|)/, `| \`${name}\` | its normal form | what proves it |\n`),
);
await writeFile(
  join(root, 'tests/unit/indicators/families', `${name}.test.ts`),
  `import { describeFamily } from '../describe-family';

// Where the vectors are from.
describeFamily('${name}', ['${name}'], {
  hits: [['wallet ${sample}', '${name} ${sample}']],
  misses: ['${sample}'],
});
`,
);
console.log(`Begun: ${name}. Now write its shape, its check and its vectors, then npx biome check --write.`);

async function edit(path, change) {
  const file = join(root, path);
  await writeFile(file, change(await readFile(file, 'utf8')));
}
