/**
 * The commands by name, in the order in which help lists them. Their code is loaded when one is called, so that help,
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
  readonly load: () => Promise<CommandFile>
}

export const commands: Readonly<Record<string, CommandEntry>> = {
  answer: {
    description: 'The verdict: what becomes of a region under each playbook, at equal cost, over many futures',
    arguments: [['<region>', 'id of a region, such as northeast or CN-LN (`heartland list regions`)']],
    load: () => import('./answer.ts'),
  },
  run: {
    description: 'One run of a region under a policy: key outcomes by year',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./run.ts'),
  },
  compare: {
    description: 'Two policies side by side, with the differences; playbooks at equal cost',
    arguments: [['<first>', 'a playbook (A to H, or its name), a scenario file, or baseline'], ['<second>', 'the same']],
    load: () => import('./compare.ts'),
  },
  trace: {
    description: 'Why a number is what it is: a tree of causes with values and sources',
    arguments: [['<variable>', 'a name of the model, such as regionDebtToGdp (`heartland list outcomes`)']],
    load: () => import('./trace.ts'),
  },
  explain: {
    description: 'Why an outcome differs from doing nothing: the change split over the levers, exactly',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./explain.ts'),
  },
  loops: {
    description: 'The feedback loops by name: which way each acts in a run, and how strongly',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./loops.ts'),
  },
  who: {
    description: 'Who gains and who loses: by birth year, household, province and payer',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./who.ts'),
  },
  books: {
    description: 'The balance sheet and the flow of money of any quarter, and the audit of the run',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./books.ts'),
  },
  list: {
    description: 'What there is: regions, playbooks, levers, parameters, outcomes or sources',
    arguments: [[`<${listNames.join('|')}>`, 'what to list']],
    load: () => import('./list.ts'),
  },
  check: {
    description: 'Whether a region loads, its units fit, its accounts close and its numbers are the same bits twice',
    arguments: [['<region>', 'id of a region, such as northeast or CN-LN']],
    load: () => import('./check.ts'),
  },
  claims: {
    description: 'What was claimed of a region: each claim with its test, evidence and verdict',
    arguments: [['[ids...]', 'claims to show in full, such as K1 K19']],
    load: () => import('./claims.ts'),
  },
  export: {
    description: 'The numbers of one run, step by step, as CSV, Parquet, Excel or JSON; or the model itself for other engines',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./export.ts'),
  },
  template: {
    description: 'A workbook (.xlsx) to fill in for a region of your own',
    arguments: [['[area]', 'the area whose tables are the pattern', 'CN-LN']],
    load: () => import('./template.ts'),
  },
  import: {
    description: 'Checks a region of your own (workbook, zip or folder), and makes a folder that can be run',
    arguments: [['<file|folder>', 'a workbook from `heartland template`, a zip or a folder']],
    load: () => import('./import.ts'),
  },
  derive: {
    description: 'Rewrites the cohorts of a region from its census and vital statistics',
    arguments: [['[ids...]', 'folders of regions (default: every folder that has a census)']],
    load: () => import('./derive.ts'),
  },
  serve: {
    description: 'Serves the app on this machine, and builds it first when its sources have changed',
    arguments: [],
    load: () => import('./serve.ts'),
  },
  report: {
    description: 'A view of the app as a PDF file, with the scenario and every assumption; needs Chromium',
    arguments: [['<region|file|link>', 'id of a region, a scenario file, or a link']],
    load: () => import('./report.ts'),
  },
  'build-file': {
    description: 'Writes the whole app as one HTML file that opens from disk, without a server',
    arguments: [],
    load: () => import('./build-file.ts'),
  },
  ensemble: {
    description: 'Many futures of a region under a policy: bands, probabilities, and a row for each member',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./ensemble.ts'),
  },
  chunk: {
    description: 'A part of an ensemble: give the options of the whole, and which members to compute',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./chunk.ts'),
  },
  merge: {
    description: 'Parts of an ensemble become one, byte for byte as if it had been run at once',
    arguments: [['<folders...>', 'folders that `heartland chunk` or `heartland ensemble` wrote']],
    load: () => import('./merge.ts'),
  },
  replay: {
    description: 'One member of an ensemble alone, held against its row in the table',
    arguments: [['<folder>', 'folder of an ensemble'], ['<member>', 'number of the member, counted from 0']],
    load: () => import('./replay.ts'),
  },
  sensitivity: {
    description: 'Which guesses matter most for an outcome or the verdict, and how well each is known',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./sensitivity.ts'),
  },
  evidence: {
    description: 'What is guessed, in the order in which the verdict depends on it: data worth getting',
    arguments: [['<region|file>', 'id of a region, or a scenario file']],
    load: () => import('./evidence.ts'),
  },
  multipliers: {
    description: 'Effects of each kind of spending on output and consumption, beside published estimates',
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./multipliers.ts'),
  },
  hindcast: {
    description: 'What the model would have said of known years, scored beside naive forecasts',
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./hindcast.ts'),
  },
  calibrate: {
    description: "Fit the parameters to what happened, and keep them in the region's folder with where they come from",
    arguments: [['<region>', 'id or name of a region']],
    load: () => import('./calibrate.ts'),
  },
}
