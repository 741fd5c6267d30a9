import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { makeTexts } from './tools/texts.ts'

makeTexts()

// Threads and programs that tests start keep what Node makes of the sources, as the launcher does (bin/heartland.js).
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/heartland', import.meta.url))

// A test of a result is one of how it is computed, not of a former one that was kept.
process.env['HEARTLAND_RESULTS'] ??= 'new'

/** Long enough for a machine that others use as well: only a test that hangs takes so long. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } }

export default defineConfig({
  test: {
    tags: [
      {
        name: 'thorough',
        description: 'Takes long, while a quicker test holds the main path of the same: for `npm run test:all` alone.',
      },
    ],
    // Files that took longest in the last run begin first; in a fresh clone the largest.
    projects: [
      {
        test: {
          name: 'code',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
          exclude: ['src/app/browser/**'],
          setupFiles: 'src/cli/testing/page-errors-fixture.ts',
          // By itself vitest leaves one processor idle: of two, one.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          ...patience,
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
          globalSetup: 'src/app/browser/served-app-fixture.ts',
          setupFiles: ['src/app/browser/until-served-fixture.ts', 'src/cli/testing/page-errors-fixture.ts'],
          sequence: { groupOrder: 1 },
          // More pages at once are no faster: two keep two processors busy.
          maxWorkers: 2,
          ...patience,
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
})
