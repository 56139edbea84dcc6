// Writes utils/indicators/phone-metadata.ts from the installed libphonenumber-js: node tests/bench/indicators/make-phone-metadata.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import metadata from 'libphonenumber-js/min/metadata';
import { ROOT } from './load-engine.mjs';

const FORMATS = 4;
const plain = structuredClone(metadata);
for (const country of [...Object.values(plain.countries), ...Object.values(plain.nonGeographic)])
  if (country.length > FORMATS) country[FORMATS] = 0;
const literal = JSON.stringify(plain).replaceAll('\\', '\\\\').replaceAll("'", "\\'");

writeFileSync(
  join(ROOT, 'utils/indicators/phone-metadata.ts'),
  `import type { MetadataJson } from 'libphonenumber-js/core';

/**
 * The metadata of libphonenumber-js (min) without the formatting rules, which only display needs: 32 KB
 * instead of 83 KB. A unit test holds it equal to the installed package's; tests/bench/indicators writes it.
 */
export const phoneMetadata: MetadataJson = JSON.parse(
  '${literal}',
);
`,
);
