import { defineConfig } from 'vitest/config';

/** Unit tests stand beside their source; browser tests in test/browser run in real Chromium and real Firefox. */
const browser = {
  environment: 'node',
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  retry: 0,
} as const;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        plugins: [
          {
            name: 'css-as-text',
            enforce: 'pre',
            transform: (code, id) => (id.endsWith('.css') ? `export default ${JSON.stringify(code)}` : null),
          },
        ],
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          environment: 'node',
          css: false,
          // Properties take a second; on a machine with much else to do, ten.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          ...browser,
        },
      },
      {
        extends: true,
        test: {
          name: 'life',
          include: ['test/browser/life.test.ts'],
          ...browser,
          env: { STATION_BRIEF_LIFE: 'full' },
          testTimeout: 1_200_000,
        },
      },
    ],
  },
});
