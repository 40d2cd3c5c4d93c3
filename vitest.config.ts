import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>;

/** Suites that drive a real browser or whole processes: two files at a time, since they mostly wait, and time to start. */
const HEAVY = ['test/e2e/**/*.test.ts', 'test/widget/**/*.test.ts', 'test/console/*.test.ts', 'test/faults/**/*.test.ts'];

/** Of those, the ones that show once more, in every state and size, what the others show once: `npm test -- long`. */
const LONG = [
  'test/console/{desk,dialogs,map,side}.test.ts',
  'test/widget/gallery.test.ts',
  'test/e2e/{access,pseudo,pseudo-wide}.test.ts',
  'test/e2e/console/*.test.ts',
];

const common: ProjectConfig = {
  environment: 'node',
  // A process each: `node:sqlite`, the ticker and the servers of one file never meet another's.
  pool: 'forks',
  // What is waited for comes when it comes: a busy machine is no fault.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: HEAVY,
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'browser',
          include: HEAVY,
          exclude: LONG,
          globalSetup: 'test/support/built.ts',
          maxWorkers: 2,
          testTimeout: 150_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'long',
          include: LONG,
          globalSetup: 'test/support/built.ts',
          maxWorkers: 2,
          testTimeout: 150_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
