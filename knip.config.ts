/**
 * Files, exports, types and dependencies need a user: knip finds those without one, and `npm test` runs it twice. First
 * with tests, benchmarks and examples among the users; then, with `--production`, without them, so that nothing is kept
 * for a test alone: a test may use what its file exports, if that file uses it as well.
 */
import type { KnipConfig } from 'knip'
import settings from './package.json' with { type: 'json' }

/** Programs that npm runs, such as `npm run theory`. */
const programs = Object.values(settings.scripts)
  .flatMap(script => script.match(/\b(?:src|tools)\/\S+\.ts/g) ?? [])
  .filter(path => !path.endsWith('.test.ts'))

export default ({ production }: { readonly production?: boolean }): KnipConfig => ({
  workspaces: {
    '.': {
      // What runs by itself; `!` marks what is part of the program.
      entry: [
        // Without `--production` knip finds these by itself.
        ...(production === true ? programs.map(path => `${path}!`) : []),
        'src/cli/main.ts!',
        'src/app/worker/worker.ts!',
        // Run by hand: each derives priors or figures from the series.
        'tools/derivations/*.ts!',
        // The library of the npm package for browsers; the one for Node is named by tools/build/package.ts.
        'src/library/browser.ts!',
        // Put in the place of commands of the app by the bundle.
        'src/cli/commands/without-app.ts!',
        // Loaded by the build of the app, which writes them into its page.
        'src/app/shell/opening-page.tsx!',
        'src/app/shell/opening-script.ts!',
        // Put in the place of the package fflate by the build of the app.
        'src/app/data/archives.ts!',
        'bench/**/*.ts',
        'examples/*.ts',
        // Started as processes by the tests beside them.
        'src/cli/ensembles/lock-race-fixture.ts',
        // Started by the test of the HTTP interface in python/tests.
        'src/cli/services/api/serving-fixture.ts',
      ],
      project: [
        'src/**/*.{ts,tsx}!',
        'tools/**/*.ts!',
        '!tools/**/*.test.ts!',
        '!tools/**/*-fixture.ts!',
        '!src/**/*.test.ts!',
        '!src/**/*-fixture.ts!',
        'bench/**/*.ts',
        'examples/*.ts',
      ],
    },
    // The launcher and the set-up script.
    bin: { entry: ['*.js!'], project: ['*.js!'] },
  },
  // Types of what questions find stand in the declarations of the npm package, where they need a name.
  ignoreExportsUsedInFile: production === true || { interface: true, type: true },
  ignoreIssues: {
    // Names in the text of compiled code.
    'src/language/emit/arithmetic.ts': ['exports'],
  },
  // Programs of the system.
  ignoreBinaries: ['mkfifo', 'mount', 'umount'],
})
