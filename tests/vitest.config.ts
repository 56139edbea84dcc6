import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '') };

export default defineConfig({
  root: alias['@'],
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/{unit,architecture}/**/*.test.ts'],
          environment: 'node',
          // Common tools are started by some: on a busy machine each may take seconds.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two browsers at once on two cores starve each other.
          fileParallelism: false,
        },
      },
    ],
  },
});
