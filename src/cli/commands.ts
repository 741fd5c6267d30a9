/**
 * The commands by name, in the order of the help. The code of a command is loaded when it is called, so that help,
 * errors and small commands do not wait for the model.
 */

import type { Command } from 'commander'
import { listNames } from './list-names.ts'
import type { Session } from './session.ts'

/** What a command's file exports. */
interface CommandFile {
  /** Adds the options, the examples and the action. */
  readonly define: (command: Command, session: Session) => void
}

interface CommandEntry {
  readonly description: string
  /** Each argument as commander writes it, with its description and its default. */
  readonly arguments: ReadonlyArray<readonly [term: string, description: string, standard?: string]>
  /** Reads or changes folders of whoever calls it, so that it is not for requests over HTTP. */
  readonly onFolders?: true
  readonly load: () => Promise<CommandFile>
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  answer: {
    description:
      'Assesses whether a region can be revived: its outcomes under packages of equal cost, over many simulations',
    arguments: [['<region>', 'id of a region, such as northeast or CN-LN (`heartland list regions`)']],
    load: () => import('./answer.ts'),
  },
  run: {
    description: 'Runs a region under a policy and shows key outcomes by year',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./run.ts'),
  },
  stress: {
    description: 'Compares standard stress tests of external conditions with the baseline',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./stress.ts'),
  },
  debt: {
    description:
      'Shows debt from the lenders’ point of view: drivers, financing need, stress tests, heat map, fan charts, net worth and pension rights',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./debt.ts'),
  },
  compare: {
    description: 'Compares the outcomes of two policies; packages are compared at equal cost',
    arguments: [
      ['<first>', 'a package (A to H, or its name), a scenario file, or baseline'],
      ['<second>', 'the policy to compare with it'],
    ],
    load: () => import('./compare.ts'),
  },
  trace: {
    description: 'Shows how a value was calculated: a tree of causes with values and sources',
    arguments: [['<variable>', 'a variable of the model, such as regionDebtToGdp (`heartland list outcomes`)']],
    load: () => import('./trace.ts'),
  },
  explain: {
    description: 'Divides the effect of a policy on an outcome among its levers, without residual',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./explain.ts'),
  },
  loops: {
    description: 'Shows the named feedback loops of a run: their direction and strength',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./loops.ts'),
  },
  who: {
    description: 'Shows who gains and who loses under a policy, by birth year, household group, province and payer',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./who.ts'),
  },
  industries: {
    description:
      'Shows output, jobs and external sales by industry, with multipliers beside those of the input-output table',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./industries.ts'),
  },
  impact: {
    description:
      'Shows how a change in external sales affects each industry, by the input-output table and in the full model',
    arguments: [['<region>', 'id of a region, such as northeast or CN-LN']],
    load: () => import('./impact.ts'),
  },
  books: {
    description: 'Shows the accounts: balance sheet and transaction flows of a quarter, with an audit of the run',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./books.ts'),
  },
  list: {
    description: 'Lists regions, packages, levers, parameters, external conditions, outcomes or sources',
    arguments: [['<list>', `the list to show: ${listNames.join(', ')}`]],
    load: () => import('./list.ts'),
  },
  check: {
    description:
      'Checks the figures, units and accounts of a region, every lever at its bounds, and that results can be reproduced exactly',
    arguments: [['<region>', 'id of a region, such as northeast or CN-LN']],
    load: () => import('./check.ts'),
  },
  claims: {
    description: 'Tests claims made about a region: each with its test, evidence and verdict',
    arguments: [['[ids...]', 'ids of claims to show in full, such as K1 K19']],
    load: () => import('./claims.ts'),
  },
  export: {
    description:
      'Exports the results of one run by quarter as CSV, Parquet, Excel or JSON, or the model itself for other engines',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./export.ts'),
  },
  template: {
    description: 'Writes a workbook (.xlsx) to fill in for your own region',
    arguments: [['[area]', 'the area whose tables serve as the model for yours', 'CN-LN']],
    load: () => import('./template.ts'),
  },
  import: {
    description: 'Checks your own region (workbook, zip or folder) and writes a folder that can be run',
    arguments: [['<file|folder>', 'a workbook from `heartland template`, a zip or a folder']],
    onFolders: true,
    load: () => import('./import.ts'),
  },
  derive: {
    description: 'Recalculates the cohorts of a region from its census and vital statistics',
    arguments: [['[ids...]', 'folders of regions (default: every folder that has a census)']],
    onFolders: true,
    load: () => import('./derive.ts'),
  },
  engine: {
    description: 'Answers questions of another program over its input and output, as the Python package asks them',
    arguments: [],
    load: () => import('./engine.ts'),
  },
  serve: {
    description: 'Serves the app on this machine; builds it first if its sources have changed',
    arguments: [],
    load: () => import('./serve.ts'),
  },
  report: {
    description: 'Writes a view of the app as a PDF file, with the scenario and all assumptions; needs Chromium',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./report.ts'),
  },
  'build-file': {
    description: 'Writes the app as one HTML file that opens from disk, without a server',
    arguments: [],
    load: () => import('./build-file.ts'),
  },
  ensemble: {
    description: 'Runs many simulations of a region under a policy: bands, probabilities and one row per member',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./ensemble.ts'),
  },
  chunk: {
    description: 'Computes part of an ensemble: give the options of the whole and the members to compute',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    onFolders: true,
    load: () => import('./chunk.ts'),
  },
  merge: {
    description: 'Joins parts of an ensemble; the result is byte-identical to a single run',
    arguments: [['<folders...>', 'folders written by `heartland chunk` or `heartland ensemble`']],
    onFolders: true,
    load: () => import('./merge.ts'),
  },
  capsule: {
    description:
      'Writes a run with its module, figures, parameters and results to one file that any later version can replay',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    onFolders: true,
    load: () => import('./capsule.ts'),
  },
  versions: {
    description:
      'Compares two versions of the model, the figures or a scenario, and shows how much each difference changes a result',
    arguments: [
      ['<first>', 'a capsule, a git revision of this program, or . for this program as it is'],
      ['<second>', 'the version to compare with it'],
    ],
    onFolders: true,
    load: () => import('./versions.ts'),
  },
  replay: {
    description: 'Runs a capsule, or one member of an ensemble, again and compares it with the stored result',
    arguments: [
      ['<capsule|folder>', 'a capsule, or the folder of an ensemble'],
      ['[member]', 'of an ensemble: number of the member, counted from 0'],
    ],
    onFolders: true,
    load: () => import('./replay.ts'),
  },
  sensitivity: {
    description: 'Ranks parameters by their influence on an outcome or on the result, beside their evidence',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./sensitivity.ts'),
  },
  evidence: {
    description: 'Ranks uncertain inputs by their effect on the result, to show where better data would help most',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./evidence.ts'),
  },
  goal: {
    description: 'Finds the smallest change of some levers that meets targets in a given share of the simulations',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./goal.ts'),
  },
  search: {
    description: 'Finds the packages within a budget that no other package beats on several measures',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./search.ts'),
  },
  discover: {
    description: 'Finds the conditions under which a policy fails, over many simulations',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./discover.ts'),
  },
  value: {
    description:
      'Ranks the levers by their effect on an outcome per billion spent, gross and net, with uncertainty bands',
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./value.ts'),
  },
  multipliers: {
    description: 'Shows the effect of each kind of spending on output and consumption, beside published estimates',
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./multipliers.ts'),
  },
  hindcast: {
    description: 'Runs the back-test: forecasts of past years, scored beside naive forecasts',
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./hindcast.ts'),
  },
  calibrate: {
    description:
      'Fits the parameters to historical data and saves them in the folder of the region with their provenance',
    arguments: [['<region>', 'id or name of a region']],
    onFolders: true,
    load: () => import('./calibrate.ts'),
  },
}
