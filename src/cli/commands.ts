/**
 * The commands by name, in the order of the help. The code of a command is loaded when it is called, so that help,
 * errors and small commands do not wait for the model.
 */

import type { Command } from 'commander'
import {
  type DeclaredName,
  questionCalled,
  questionEntries,
  type QuestionEntry,
  questionNames,
} from '../questions/index.ts'
import { ensembleDescription } from './ensembles/description.ts'
import type { Session } from './terminal/session.ts'

/** Exports of a command's file. */
interface CommandFile {
  /** Adds the options and the action. */
  readonly define: (command: Command, session: Session) => void
}

/** As commander writes it, with its description and its default. */
type Argument = readonly [term: string, description: string, standard?: string]

interface CommandEntry {
  readonly description: string
  readonly arguments: readonly Argument[]
  /** As they follow 'heartland'. */
  readonly examples: readonly string[]
  /** Not among the commands of the first page of help: `heartland help --all` lists it. */
  readonly more?: true
  readonly load: () => Promise<CommandFile>
}

const regionArgument: Argument = ['<region>', 'id or name of a region']
const regionOrFile: Argument = ['<region|file>', 'id of a region, or a scenario file']
const regionFileOrLink: Argument = ['<region|file|link>', 'id of a region, a scenario file, or a link']

const subjects: Readonly<Record<QuestionEntry['about'], readonly Argument[]>> = {
  region: [['<region>', 'id or name of a region']],
  scenario: [regionFileOrLink],
  two: [
    ['<first>', 'a package (A to H, or its name), a scenario file, or baseline'],
    ['<second>', 'the policy to compare with it'],
  ],
}

/** The command of a declared question. */
const declared = (name: DeclaredName): CommandEntry => {
  const { description, about, argument, file, examples }: QuestionEntry = questionEntries[name]
  return {
    description: description.en,
    arguments: [
      ...(argument === undefined ? subjects[about] : [[`<${argument}>`, ''] as const]),
      ...(file === undefined ? [] : [['[file]', ''] as const]),
    ],
    examples,
    load: async () => (await import('./question/command.ts')).commandOf(await questionCalled(name)),
  }
}

const inOrder: Readonly<Record<string, CommandEntry>> = {
  answer: declared('answer'),
  league: declared('league'),
  run: declared('run'),
  stress: declared('stress'),
  debt: declared('debt'),
  compare: declared('compare'),
  trace: declared('trace'),
  explain: declared('explain'),
  who: declared('who'),
  industries: declared('industries'),
  books: declared('books'),
  list: {
    ...declared('list'),
    description: 'Lists regions, packages, levers, parameters, external conditions, outcomes, figures or sources',
    arguments: [['<list>', '']],
    load: () => import('./commands/list.ts'),
  },
  check: { ...declared('check'), more: true },
  export: {
    description:
      'Exports the results of one run by quarter as CSV, Parquet, Excel or JSON, or the model itself for other engines',
    arguments: [regionFileOrLink],
    examples: [
      'export northeast --out baseline.csv',
      'export CN-LN --policy G --variables output,debtToGdp --out reform.json',
      'export northeast --policy G --format mdl --out northeast.mdl',
      'export northeast --format wasm --out northeast.wasm',
    ],
    load: () => import('./commands/export/export.ts'),
  },
  template: {
    description: 'Writes a workbook (.xlsx) to fill in for your own region',
    arguments: [['[area]', 'the area whose tables serve as the model for yours', 'CN-LN']],
    examples: ['template CN-LN --out my-region.xlsx', 'template CN-LN --lang zh --out my-region.xlsx'],
    load: () => import('./commands/own-region/template.ts'),
  },
  fetch: {
    description: 'Fills the template of an area from the services of statistical offices, over the internet',
    arguments: [['<area>', 'an area of a country that has recipes, such as US-MI']],
    examples: ['fetch US-MI --out michigan', 'fetch US-MI --out michigan --offline'],
    more: true,
    load: () => import('./commands/own-region/fetch.ts'),
  },
  import: {
    description: 'Checks your own region (workbook, zip or folder) and writes a folder that can be run',
    arguments: [['<file|folder>', 'a workbook from `heartland template`, a zip or a folder']],
    examples: ['import my-region.xlsx --out my-region'],
    load: () => import('./commands/own-region/import.ts'),
  },
  derive: {
    description:
      'Recalculates the figures of a region that follow from its census and its input-output table, or writes the folders of all areas of a country',
    arguments: [['[ids...]', 'folders of regions (default: every folder that has a census), or with --out a country']],
    examples: [
      'derive CN-LN',
      'derive MY-REGION --packs my-region',
      'derive CN --out provinces',
      'derive US --start 2010 --out states',
    ],
    more: true,
    load: () => import('./commands/derive.ts'),
  },
  engine: {
    description: 'Answers questions of another program over its input and output, as the Python package asks them',
    arguments: [],
    examples: ['engine    the Python package starts it and speaks to it by itself'],
    more: true,
    load: () => import('./commands/engine.ts'),
  },
  mcp: {
    description:
      'Answers language models over the Model Context Protocol: a tool for every question, each answer a run',
    arguments: [],
    examples: ['mcp    a program with a language model starts it and speaks to it by itself'],
    more: true,
    load: () => import('./commands/mcp.ts'),
  },
  serve: {
    description: 'Serves the app on this machine; builds it first if its sources have changed',
    arguments: [],
    examples: ['serve', 'serve --port 8080 --store team.sqlite'],
    load: () => import('./commands/serve.ts'),
  },
  report: {
    description: 'Writes a view of the app as a PDF file, with the scenario and all assumptions; needs Chromium',
    arguments: [regionFileOrLink],
    examples: [
      'report northeast --pdf northeast.pdf',
      'report CN-LN --policy G --view why --lang zh --pdf liaoning.pdf',
    ],
    more: true,
    load: () => import('./commands/report/report.ts'),
  },
  'build-file': {
    description: 'Writes the app as one HTML file that opens from disk, without a server',
    arguments: [],
    examples: ['build-file --out heartland.html'],
    more: true,
    load: () => import('./commands/report/build-file.ts'),
  },
  ensemble: {
    description: ensembleDescription,
    arguments: [regionOrFile],
    examples: [
      'ensemble northeast --simulations 1e6 --out million',
      'ensemble northeast --policy G --until 1% --simulations 1e5 --out g',
      'ensemble CN-LN --event "debtToGdp[CN-LN]@2037 > 1" --out liaoning',
    ],
    more: true,
    load: () => import('./commands/ensemble.ts'),
  },
  chunk: {
    description: 'Computes part of an ensemble: give the options of the whole and the members to compute',
    arguments: [regionOrFile],
    examples: [
      'chunk northeast --simulations 1e6 --from 0 --to 500000 --out one',
      'chunk northeast --simulations 1e6 --from 500000 --to 1e6 --out two',
      'merge one two --out whole',
      'chunk northeast --simulations 1e6 --from 81234 --to 81235 --out alone',
    ],
    more: true,
    load: () => import('./commands/chunk.ts'),
  },
  merge: {
    description: 'Joins parts of an ensemble; the result is byte-identical to a single run',
    arguments: [['<folders...>', 'folders written by `heartland chunk` or `heartland ensemble`']],
    examples: ['merge one two --out whole', 'merge parts/* --out whole --csv'],
    more: true,
    load: () => import('./commands/merge.ts'),
  },
  verify: {
    description: 'Compares every file of an ensemble with its checksum, and names those that were changed or damaged',
    arguments: [['<folder>', 'the folder of an ensemble']],
    examples: ['verify million'],
    more: true,
    load: () => import('./commands/verify.ts'),
  },
  capsule: {
    description:
      'Writes a run with its module, figures, parameters and results to one file that any later version can replay',
    arguments: [regionFileOrLink],
    examples: ['capsule northeast --policy G --out g.capsule', 'replay g.capsule', 'versions g.capsule .'],
    more: true,
    load: () => import('./commands/versions/capsule.ts'),
  },
  versions: {
    description:
      'Compares two versions of the model, the figures or a scenario, and splits the change of a result over its causes',
    arguments: [
      ['<first>', 'a capsule, a git revision of this program, or . for this program as it is'],
      ['<second>', 'the version to compare with it'],
    ],
    examples: ['versions HEAD~20 .', 'versions before.capsule after.capsule --outcome regionDebtToGdp@2035 --json'],
    more: true,
    load: () => import('./commands/versions/versions.ts'),
  },
  replay: {
    description: 'Runs a capsule, or one member of an ensemble, again and compares it with the stored result',
    arguments: [
      ['<capsule|folder>', 'a capsule, or the folder of an ensemble'],
      ['[member]', 'of an ensemble: number of the member, counted from 0'],
    ],
    examples: ['replay million 81234', 'replay million 81234 --json', 'replay g.capsule'],
    more: true,
    load: () => import('./commands/versions/replay.ts'),
  },
  evidence: declared('evidence'),
  goal: declared('goal'),
  discover: { ...declared('discover'), more: true },
  value: declared('value'),
  record: declared('record'),
  actuals: { ...declared('actuals'), more: true },
  judgement: { ...declared('judgement'), more: true },
  round: { ...declared('round'), more: true },
  standing: { ...declared('standing'), more: true },
  story: { ...declared('story'), more: true },
  calibrate: {
    description:
      'Fits the parameters to historical data and saves them in the folder of the region with their provenance',
    arguments: [regionArgument],
    examples: ['calibrate northeast --set train --seed 1', 'calibrate northeast --set all --show'],
    more: true,
    load: () => import('./commands/calibrate.ts'),
  },
}

/** Questions without a place of their own come last. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  ...inOrder,
  ...Object.fromEntries(
    questionNames.filter(name => !Object.hasOwn(inOrder, name)).map(name => [name, declared(name)]),
  ),
}

/** Former names under which a command still answers. */
export const formerNames: ReadonlyMap<string, string> = new Map([['sensitivity', 'evidence']])

/** Commands of earlier versions, and the command that now serves the purpose. */
export const formerCommands: ReadonlyMap<string, string> = new Map([
  ['loops', 'trace'],
  ['impact', 'stress'],
  ['hindcast', 'record'],
  ['multipliers', 'value'],
  ['claims', 'record'],
])
