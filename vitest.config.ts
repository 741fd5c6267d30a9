import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Threads and programs that tests start keep what Node makes of the sources, as the launcher does (bin/heartland.js).
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/heartland', import.meta.url))

/** Files that take longest begin first, the longest of all in front, so that both workers end at about the same time. */
const longest = [
  'src/app/browser/accessibility.test.ts',
  'src/app/browser/opening.test.ts',
  'src/app/browser/own-region.test.ts',
  'src/app/browser/tasks.test.ts',
  'src/app/browser/what-if.test.ts',
  'src/app/browser/pictures.test.ts',
  'src/app/browser/why.test.ts',
  'src/app/browser/keyboard.test.ts',
  'src/app/browser/versions.test.ts',
  'src/app/browser/conditions.test.ts',
  'src/app/browser/links.test.ts',
  'bench/pysd.test.ts',
  'src/cli/guide-examples.test.ts',
  'src/contributing.test.ts',
  'src/cli/package.test.ts',
  'src/cli/ensembles/interruptions.test.ts',
  'src/cli/announce.test.ts',
  'src/cli/goal.test.ts',
  'src/cli/answer.test.ts',
  'src/cli/foreign-region.test.ts',
  'src/cli/api/api.test.ts',
  'src/cli/hindcast-report.test.ts',
  'src/cli/ensembles/ensembles.test.ts',
  'src/engine/calibrate/slice-sampler.test.ts',
  'src/app/worker/answers/explanations.test.ts',
  'src/cli/answer-members.test.ts',
  'src/app/worker/protocol.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex(file => moduleId.endsWith(`/${file}`))
      return found < 0 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    tags: [
      {
        name: 'thorough',
        description: 'Takes long, while a quicker test holds the main path of the same: for `npm run test:all` alone.',
      },
    ],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'code',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'examples/**/*.test.ts'],
          exclude: ['src/app/browser/**'],
          // By itself vitest leaves one processor idle: of two, one.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // Long enough for a machine that others use as well: only a test that hangs takes so long.
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
          setupFiles: 'src/app/browser/until-served.ts',
          sequence: { groupOrder: 1 },
          // A page waits as often as it computes: two of them keep two processors busy.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
})
