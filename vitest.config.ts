import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
          exclude: ['src/app/browser/**'],
          testTimeout: 30_000,
          // Modules keep no state of their own (ARCHITECTURE.md), so test files may share one copy of them.
          pool: 'threads',
          isolate: false,
        },
      },
      {
        test: {
          name: 'app',
          include: ['src/app/browser/*.test.ts'],
          // One build, one server and one browser for all; after the others, which would slow the pages down.
          globalSetup: 'src/app/browser/setup.ts',
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
})
