import { defineConfig } from 'vitest/config';
import { journeyTimeout, stepTimeout } from './tests/support/waits.ts';

/** The page keeps what it shows in its modules, and whoever counts steps needs code that nothing has run before. */
const alone = ['tests/ui/**/*.test.ts', 'tests/crmscript/{check,format}-steps.test.ts'];

const node = {
  environment: 'node',
  testTimeout: 60_000,
  // Of its own accord it leaves one core idle, which is half of two.
  maxWorkers: '100%',
} as const;

/**
 * `node` and `node-alone`: everything that needs no browser. All but the page keeps nothing between tests, so that their files share what
 * they import: loading it anew for each takes as long as the tests do. `browser-journeys`: journeys through the built app in real Chromium.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/kill/**', ...alone],
          isolate: false,
        },
      },
      {
        test: {
          ...node,
          name: 'node-alone',
          include: alone,
          // A worker that is shared ends as soon as another project's file comes next.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'browser-journeys',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts', 'tests/kill/**/*.test.ts'],
          globalSetup: ['tests/support/build-app.ts'],
          setupFiles: ['tests/support/stop-browser.ts'],
          // A browser keeps more than one of two processors busy, and waits now and then.
          maxWorkers: 2,
          pool: 'forks',
          // Each file has a browser of its own; what starts and drives it is loaded once.
          isolate: false,
          testTimeout: journeyTimeout,
          hookTimeout: journeyTimeout,
          expect: { poll: { timeout: stepTimeout } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
