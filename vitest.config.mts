import { defineConfig } from 'vitest/config';

const SECONDS = 1000;

/** Projects that run against a real Docker Engine, in the order in which they go. Those of `swarm` start engines of their own. */
const ENGINE_PROJECTS = ['integration', 'runner', 'examples', 'faults', 'cases', 'swarm'];

export default defineConfig({
  test: {
    retry: 0,
    tags: [{ name: 'per-engine', description: 'differs between engines: runs on several of them' }],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          // A kind that is added in a copy of the sources, and tested there.
          exclude: ['test/unit/repository/new-kind/**'],
          // Of the slowest on a machine that does much else.
          testTimeout: 60 * SECONDS,
          // Unless told otherwise, one processor is left alone.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'page',
          include: ['test/page/**/*.test.ts'],
          globalSetup: 'test/page/built-page.ts',
          testTimeout: 60 * SECONDS,
          hookTimeout: 60 * SECONDS,
          // Each starts a browser.
          maxWorkers: 1,
          sequence: { groupOrder: ENGINE_PROJECTS.length + 1 },
        },
      },
      ...ENGINE_PROJECTS.map((name, at) => ({
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          ...(name !== 'swarm' && { globalSetup: 'test/support/engine-required.ts' }),
          // Podman takes a second for what Docker does at once, and more on a busy machine.
          testTimeout: 120 * SECONDS,
          hookTimeout: 120 * SECONDS,
          // They mostly wait, for grace periods to end; more than two starve each other on two cores.
          maxWorkers: 2,
          maxConcurrency: 3,
          sequence: { groupOrder: at + 1 },
        },
      })),
    ],
  },
});
