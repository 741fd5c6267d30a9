/** The promises of the project, each with the tests that prove it, its last figure and what it falls short of. */

import type { MeasuredName } from './measured.ts'

interface Proof {
  readonly file: string
  /** Words of the title of a test in it. */
  readonly test: string
}

export interface Pledge {
  /** What is promised. */
  readonly says: string
  readonly proofs: readonly Proof[]
  /** What a long test has measured, what every run of the tests requires, or the page that has the figures. */
  readonly figure: { readonly measured: MeasuredName } | { readonly required: string } | { readonly page: string }
  /** What is not kept, or not proven. */
  readonly short?: string
}

interface Theme {
  readonly title: string
  readonly pledges: readonly Pledge[]
}

export const promises: readonly Theme[] = [
  {
    title: 'Accounts and people',
    pledges: [
      {
        says: 'Every row and column of the accounts closes to 1e-9 of regional output, in every step of every run; `check`, the answer and the app show the residual.',
        proofs: [
          { file: 'src/model/accounts.test.ts', test: 'the outside, which no equation closes, closes' },
          { file: 'src/cli/answer.test.ts', test: 'closes the accounts of every run' },
          { file: 'src/model/broken-copies.test.ts', test: 'a broken copy of the model' },
        ],
        figure: { measured: 'soak' },
      },
      {
        says: 'Nobody is lost: residents of each age, sex and area change by births, deaths, moves and ageing alone, and areas add up to the region.',
        proofs: [
          { file: 'src/model/stocks-and-people.test.ts', test: 'are born, move, age and die, and none is lost' },
          { file: 'src/analysis/books/books.test.ts', test: 'adds the areas up, and gives one of them alone' },
        ],
        figure: { required: 'a millionth of a person at most, in every cell and year' },
      },
      {
        says: 'No run has a number that is not one, and no stock is negative unless its declaration says why it may be.',
        proofs: [
          { file: 'src/model/soak.test.ts', test: 'end, with finite numbers, closed accounts and no negative stock' },
          { file: 'src/engine/below-zero.test.ts', test: 'is named with its area, the time and the flow' },
        ],
        figure: { measured: 'soak' },
      },
      {
        says: 'The ratio of debt to output changes by interest, growth, inflation, the primary balance and the rest, which sum to the change.',
        proofs: [
          { file: 'src/model/public-debt.test.ts', test: 'add up to its change in every step, area and region' },
          { file: 'src/model/public-debt.test.ts', test: 'the published debt identity, by the texts of the model' },
        ],
        figure: { required: '1e-9 at most, in every step and area' },
      },
    ],
  },
  {
    title: 'Comparisons',
    pledges: [
      {
        says: 'A policy that changes nothing is the baseline to the bit, also in an ensemble.',
        proofs: [
          { file: 'src/model/levers.test.ts', test: 'is the baseline, to the bit' },
          { file: 'src/cli/answer.test.ts', test: 'with an empty policy as in the baseline, member by member' },
        ],
        figure: { required: 'identical bits, for every lever' },
      },
      {
        says: 'The contributions of measures sum to the change, and budget lines to their total.',
        proofs: [
          { file: 'src/analysis/explain/explain.test.ts', test: 'sums to the change at the time and in every quarter' },
          { file: 'src/model/levers.test.ts', test: 'sum to what the budgets book, in every step and area' },
        ],
        figure: { required: 'rounding only' },
      },
      {
        says: 'The same model, data, policy and seed give identical results, to the last bit: interpreted, compiled, on WebAssembly, in a browser, and with any number of threads.',
        proofs: [
          { file: 'src/engine/simd/agreement.test.ts', test: 'random models' },
          { file: 'src/engine/simd/elementary.test.ts', test: 'agree on any numbers at all' },
          { file: 'src/cli/wasm-chromium.test.ts', test: 'workers of a browser compute the bits of Node' },
          { file: 'src/cli/answer.test.ts', test: 'in two processes, on one thread and on two' },
        ],
        figure: { required: 'identical bits' },
      },
      {
        says: 'At least 40 metamorphic relations (money in another unit, areas in another order, split cohorts, monotone levers) hold in a thousand random cases.',
        proofs: [{ file: 'src/model/metamorphic/metamorphic.test.ts', test: 'every relation can be tried' }],
        figure: { measured: 'metamorphic' },
      },
    ],
  },
  {
    title: 'The model',
    pledges: [
      {
        says: 'Every equation has a unit, which is checked before any run.',
        proofs: [
          { file: 'src/language/link.test.ts', test: 'wrong models are refused with every reason' },
          { file: 'src/cli/usage-errors.test.ts', test: 'says which units clash' },
        ],
        figure: { required: 'all equations: a model with another does not link' },
      },
      {
        says: 'At least 60 experiments at the limits and against published effects have the sign and size that economics asks for.',
        proofs: [
          { file: 'src/model/extreme.test.ts', test: 'X1: without births' },
          { file: 'src/model/extreme-levers.test.ts', test: 'X20: all levers at their worst bound' },
          { file: 'src/model/reality.test.ts', test: 'are R1 to R20' },
        ],
        figure: { required: 'each within its range, or a finding with its value and reason' },
      },
      {
        says: 'Published tables come out: SIM, PC and REG of Godley and Lavoie, the debt identity, and the cohorts of the United Nations.',
        proofs: [
          { file: 'examples/sim.test.ts', test: 'the first two periods as printed' },
          { file: 'examples/pc.test.ts', test: 'the steady state as printed' },
          { file: 'examples/reg.test.ts', test: 'each region is like PC' },
          { file: 'tools/demography/demography.test.ts', test: 'the published table of the United Nations' },
        ],
        figure: { required: 'to the last printed digit' },
      },
      {
        says: 'Half the time step moves no yearly figure of importance by more than 0.5 % up to 2040.',
        proofs: [
          { file: 'src/model/steps.test.ts', test: 'changes no yearly figure to 2040 by more than half a per cent' },
        ],
        figure: { required: '0.5 %, or a finding with its value and reason' },
        short: 'In Jilin, land revenue (1.4 %), losses of banks (0.75 %) and housing starts (0.6 %).',
      },
      {
        says: 'Of the copies of the model with one sign, number or name changed, at least 95 % are noticed.',
        proofs: [{ file: 'src/model/mutants.test.ts', test: 'are all noticed' }],
        figure: { measured: 'mutants' },
      },
      {
        says: 'At least 95 % of the branches of the language, the engine and the loaders are run by tests.',
        proofs: [],
        figure: { measured: 'coverage' },
      },
    ],
  },
  {
    title: 'Forecasts and uncertainty',
    pledges: [
      {
        says: 'The errors of past forecasts stand beside those of naive ones; a loss is shown.',
        proofs: [
          { file: 'tools/reports/hindcast-report.test.ts', test: 'docs/hindcast.md says what the hindcast says' },
          { file: 'src/analysis/hindcast/hindcast.test.ts', test: 'with the naive forecasts beside' },
        ],
        figure: { page: 'hindcast.md' },
        short: 'The accuracy targets that are missed are marked on that page.',
      },
      {
        says: 'In years that were held out, the 80, 90 and 95 % bands hold 80 ± 5, 90 ± 4 and 95 ± 3 % of the figures.',
        proofs: [
          { file: 'src/engine/score/score.test.ts', test: 'hold what they promise when the forecast is right' },
          { file: 'tools/reports/hindcast-report.test.ts', test: 'docs/hindcast.md says what the hindcast says' },
        ],
        figure: { page: 'hindcast.md' },
      },
      {
        says: "Theil's shares of the error (bias, variance, covariance) are printed for every series.",
        proofs: [
          { file: 'src/analysis/hindcast/hindcast.test.ts', test: 'have Theil shares that sum to 1' },
          { file: 'src/engine/score/score.test.ts', test: 'sum to 1 and are those of the textbook' },
        ],
        figure: { page: 'hindcast.md' },
      },
      {
        says: 'Bands and probabilities of large ensembles carry their Monte Carlo error.',
        proofs: [
          { file: 'src/engine/summary/summary.test.ts', test: 'have the errors that theory gives' },
          { file: 'src/engine/summary/summary.test.ts', test: 'comes with its standard error and an interval' },
          { file: 'src/analysis/fold.test.ts', test: 'differ between simulations drawn apart as their ± says' },
        ],
        figure: { required: 'the errors that theory gives' },
      },
    ],
  },
  {
    title: 'Files and input',
    pledges: [
      {
        says: 'After a crash, an error, a torn write or a loss of power at any file operation of `ensemble` and `merge`, the same command gives the same bytes.',
        proofs: [
          {
            file: 'src/cli/ensembles/faults.test.ts',
            test: 'leaves what the same command completes to the same bytes',
          },
          { file: 'src/cli/ensembles/interruptions.test.ts', test: 'that is killed, then cancelled with Ctrl-C' },
        ],
        figure: { measured: 'faults' },
      },
      {
        says: 'One process at a time works in a result folder, also while others are killed.',
        proofs: [
          { file: 'src/cli/ensembles/lock.test.ts', test: 'has one holder at a time while processes are killed' },
        ],
        figure: { measured: 'locks' },
      },
      {
        says: 'The store of a team loses no write that it has acknowledged, also when its writers are killed, and of two who change the same version of a scenario the second is refused.',
        proofs: [
          { file: 'src/cli/api/store.test.ts', test: 'have lost nothing that they said was written' },
          { file: 'src/cli/api/store.test.ts', test: 'lets one of many who change the same version through' },
          { file: 'src/app/browser/our-scenarios.test.ts', test: 'neither overwrites the other' },
        ],
        figure: { measured: 'kills' },
      },
      {
        says: 'A flipped bit in a result, an archive or a workbook is noticed before the bytes are used, and so is a capsule that was altered.',
        proofs: [
          { file: 'src/cli/ensembles/damage.test.ts', test: 'any of its bits flipped is noticed' },
          { file: 'src/regions/own/attacks.test.ts', test: 'flipped bits is refused, or holds the same bytes' },
          { file: 'src/cli/versions.test.ts', test: 'is refused where any part of it was changed' },
        ],
        figure: {
          required: '1,000 flips of each file of a result and of an archive, 300 of a workbook; none is silent',
        },
      },
      {
        says: 'What is brought in is bounded: 50 MB unpacked, 2,000 files, 100,000 rows and 200 columns a table, 10 s of processor time and 500 MB of memory, with a clear refusal.',
        proofs: [
          { file: 'src/regions/own/attacks.test.ts', test: 'that unpacks to more than 50 MB is refused' },
          {
            file: 'src/regions/own/attacks.test.ts',
            test: 'are imported, told or refused, and never stop the program',
          },
          { file: 'src/cli/api/api.test.ts', test: 'stop what takes too long, refuse what must wait' },
          { file: 'src/cli/import.test.ts', test: 'over the budget of time or memory is given up in words' },
        ],
        figure: { required: 'every case is imported, told or refused' },
      },
      {
        says: 'Of figures that are ten times too large or too small, at least 95 % are noticed.',
        proofs: [{ file: 'src/regions/own/slips.test.ts', test: 'at least 95 of 100 are noticed' }],
        figure: { required: '95 %, with at most 3 % of true figures doubted' },
      },
      {
        says: 'A wrong command or file gets a message that says what is wrong, where and what to do; no stack trace, and no control character that a terminal would carry out.',
        proofs: [
          { file: 'src/cli/wrong-words.test.ts', test: 'are answered in words' },
          { file: 'src/cli/usage-errors.test.ts', test: 'a wrong word' },
          { file: 'src/cli/bad-input.test.ts', test: 'are refused' },
        ],
        figure: { measured: 'wrongWords' },
      },
      {
        says: 'A damaged link, stored state or scenario file says what of it could be read, and a wrong scenario is judged alike on each way: link, file, command line, app and server. None of them blanks the page, what cannot be used is kept, and two tabs keep each other’s scenarios.',
        proofs: [
          { file: 'src/analysis/link/scenario-link.test.ts', test: 'says what of a damaged link was read' },
          {
            file: 'src/app/state/scenario-cases.test.ts',
            test: 'get the same verdict and the same words on every way',
          },
          { file: 'src/cli/api/api.test.ts', test: 'gets the verdict and the words of the one list' },
          { file: 'src/app/state/storage.test.ts', test: 'leaves out what has not the right form' },
          { file: 'src/app/browser/stored-state.test.ts', test: 'stored states of any form leave a page that works' },
          { file: 'src/app/browser/stored-state.test.ts', test: 'two tabs that save at once keep both scenarios' },
          { file: 'src/cli/usage-errors.test.ts', test: 'with unknown and missing keys: all are told at once' },
        ],
        figure: { required: 'the same verdict in 10,000 generated cases' },
      },
    ],
  },
  {
    title: 'The app and its packages',
    pledges: [
      {
        says: 'The first view needs at most 400 kB, compressed; afterwards the app works without a network.',
        proofs: [
          { file: 'src/app/browser/build.test.ts', test: 'the first view takes at most' },
          {
            file: 'src/app/browser/without-network.test.ts',
            test: 'opens again without a network after its first load',
          },
        ],
        figure: { measured: 'firstLoad' },
        short: 'All views together, which the browser stores in the background, are 1.1 MB.',
      },
      {
        says: 'Every view meets WCAG 2.2 AA.',
        proofs: [{ file: 'src/app/browser/violations.ts', test: 'wcag22aa' }],
        figure: { required: 'no violation of the rules that a program can check' },
        short: 'No person has tested it with a screen reader.',
      },
      {
        says: 'Two builds of the same sources have the same bytes.',
        proofs: [{ file: 'src/app/browser/build.test.ts', test: 'two builds have the same bytes' }],
        figure: { measured: 'builds' },
      },
      {
        says: 'Packages are pinned by version and checksum, have permissive licences and run no script when installed; Node is the same version on every platform.',
        proofs: [
          { file: 'tools/build/licences.test.ts', test: 'no package has a licence that was not looked at' },
          { file: 'tools/build/licences.test.ts', test: 'Node comes in one version for all platforms' },
          { file: 'tools/build/sbom.test.ts', test: 'holds every package' },
        ],
        figure: { page: 'licences.md' },
        short: 'There are no releases yet, and so no signed checksums of them.',
      },
      {
        says: 'The server answers this machine alone, under its own name, with files of the app.',
        proofs: [
          { file: 'src/cli/serve.test.ts', test: 'refuses a page that calls itself' },
          { file: 'src/cli/serve.test.ts', test: 'out of its folder' },
        ],
        figure: { required: 'every case of these tests' },
      },
    ],
  },
]
