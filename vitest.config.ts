import { defineConfig } from 'vitest/config';

/** `node`: everything that needs no browser. `browser-journeys`: journeys through the built app in real Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/kill/**'],
          testTimeout: 60_000,
          // Of its own accord it leaves one core idle, which is half of two.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'browser-journeys',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts', 'tests/kill/**/*.test.ts'],
          globalSetup: ['tests/support/build-app.ts'],
          setupFiles: ['tests/support/stop-browser.ts'],
          // A browser keeps more than one of two processors busy.
          fileParallelism: false,
          maxWorkers: 1,
          pool: 'forks',
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
