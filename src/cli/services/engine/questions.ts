/**
 * Questions that a program may ask of the engine. Every answer comes from the functions that the commands call; this
 * file only reads questions and puts answers into tables.
 */

import * as z from 'zod'
import { declaredOutcomes } from '../../../engine/recording.ts'
import {
  figuresTable,
  assumptionsTable,
  variableNamed,
  type ExportTable,
} from '../../../analysis/files/export/tables.ts'
import { aboutRegion } from '../../../analysis/region/about-region.ts'
import { openUnder } from '../../../analysis/region/open-under.ts'
import { readingOf, chartIds } from '../../../outcomes/catalogue.ts'
import { checkScenario } from '../../../scenario/problems.ts'
import { assumptionWords, settingWords } from '../../../scenario/words.ts'
import { statedIn } from '../../../scenario/json.ts'
import { financed, policyIn, type Stated } from '../../../scenario/scenario.ts'
import { rulesOf } from '../../../scenario/rules.ts'
import { type OpenRegion, timeOf } from '../../../analysis/region/simulation.ts'
import { oneOf, unknownWord } from '../../../language/usage.ts'
import { askJson, bodyOf, openStated } from '../../../questions/core/json.ts'
import { questionCalled, questionNames } from '../../../questions/index.ts'
import { machineDoor } from '../../question/json.ts'
import { parseOutcome } from '../../../engine/outcome-address.ts'
import { allRuns } from '../../../engine/run/many.ts'
import { readRun } from '../../../engine/run/reader.ts'
import type { MemberInput } from '../../../engine/run/runner.ts'
import type { Run } from '../../../engine/run.ts'
import { leversOf, type LeverSetting, settingFrom } from '../../../engine/scenario.ts'
import { addressedLabels, addressedVariable } from '../../../language/address.ts'
import { labelsAt } from '../../../language/element.ts'
import type { Variable } from '../../../language/linked.ts'
import { UsageError } from '../../../language/messages.ts'
import { oncePer } from '../../../language/once-per.ts'
import { noteAudit, noteFit } from '../../terminal/announce.ts'
import { chooseStated, linkTo } from '../../input/choice.ts'
import { parseVariables } from '../../commands/export/export.ts'
import { listNames } from '../../../questions/core/list-names.ts'
import type { Session } from '../../terminal/session.ts'
import { runManyOf } from '../../threads/wasm-module.ts'
import type { WireFrame } from './frames.ts'
import { messages as streamMessages } from '../../../texts/stream.ts'
import type { KeptRegions } from './regions.ts'
import {
  bool,
  columnFromArray,
  float64,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette'

const equation = z.union([z.string(), z.record(z.string(), z.string())])

const region = z.strictObject({
  region: z.string(),
  packs: z.string().optional(),
  paths: z
    .array(
      z.strictObject({
        name: z.string(),
        area: z.string().optional(),
        points: z.array(z.tuple([z.number(), z.number()])).readonly(),
      }),
    )
    .optional(),
  equations: z.record(z.string(), equation).optional(),
})

const choice = z.looseObject({}).prefault({}).transform(statedIn)

const lists = [...listNames, 'variables', 'ranges'] as const

const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('open'), region }),
  z.strictObject({ ask: z.literal('list'), region, list: z.enum(lists) }),
  z.strictObject({
    ask: z.literal('run'),
    region,
    choice,
    outside: z.unknown().optional(),
    record: z.array(z.string()).optional(),
  }),
  z.strictObject({
    ask: z.literal('link'),
    region,
    choice,
    view: z.string(),
    language: z.enum(['en', 'zh']),
    chart: z.string().optional(),
  }),
  z.strictObject({
    ask: z.literal('runs'),
    region,
    choice,
    keep: z.array(z.string()),
    series: z.array(z.string()).default([]),
  }),
  z.strictObject({ ask: z.literal('questions') }),
  z.strictObject({
    ask: z.literal('question'),
    region,
    name: z.string(),
    body: z.record(z.string(), z.unknown()),
    language: z.enum(['en', 'zh']).default('en'),
  }),
  z.strictObject({
    ask: z.literal('command'),
    region: region.optional(),
    choice: choice.optional(),
    words: z.array(z.string()),
  }),
])

type Question = z.infer<typeof question>
type Asked<Kind extends Question['ask']> = Extract<Question, { ask: Kind }>

export interface EngineAnswer {
  readonly result: unknown
  readonly tables?: readonly Uint8Array[]
}

const parseQuestion = ({ id: _id, tables: _tables, ...head }: WireFrame['head']): Question => {
  const read = question.safeParse(head)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(
    streamMessages.question({ place: issue?.path.join('.') ?? '', problem: issue?.message ?? 'it is empty' }),
  )
}

/** As options of a command, which states a scenario in words. */
const wordsOf = ({ policy, regime, financing, assume = {}, ...stated }: Stated): string[] => [
  ...(typeof policy === 'string' ? ['--policy', policy] : []),
  ...(regime === undefined ? [] : ['--regime', regime]),
  ...(financing === undefined ? [] : ['--financing', financing]),
  ...Object.entries(policyIn({ policy, ...stated })).flatMap(([name, one]) => ['--set', settingWords(name, one)]),
  ...Object.entries(assume).flatMap(([name, value]) => ['--assume', assumptionWords(name, value)]),
]

/** The output of a command, as text. */
const listening = (opened?: Session['opened']) => {
  const written = { out: '', err: '' }
  const session: Session = {
    out: { write: (text: string) => (written.out += text) },
    err: { write: (text: string) => (written.err += text) },
    exitCode: 0,
    ...(opened === undefined ? {} : { opened }),
  }
  const notes = (): string[] => written.err.split('\n').filter(line => line !== '')
  return { session, written, notes }
}

const described = (open: OpenRegion) => ({
  ...aboutRegion(open),
  areaNames: open.region.areaNames,
  stepsPerYear: open.simulator.horizon.stepsPerYear,
})

const equationOf = (declaration: Variable['declaration']): string | undefined => {
  if (declaration === undefined || !('text' in declaration)) return undefined
  return typeof declaration.text === 'string' ? declaration.text : JSON.stringify(declaration.text)
}

type Cells = Float64Array | Int32Array | ReadonlyArray<string | number | boolean | undefined>

interface ArrowColumn {
  readonly name: string
  readonly kind: 'number' | 'text' | 'integer' | 'flag'
  readonly values: Cells
}

const types = { number: float64, text: utf8, integer: int32, flag: bool }

/** Missing cells are null. */
export const arrowOf = (columns: readonly ArrowColumn[]): Uint8Array => {
  const built = columns.map(({ name, kind, values }): [string, ReturnType<typeof columnFromArray>] => [
    name,
    // Numbers that lie as Arrow has them are taken as they are, unless there are none to tell the type by.
    ArrayBuffer.isView(values) && values.length > 0
      ? columnFromArray(values)
      : columnFromArray(
          Array.from(values, cell => cell ?? null),
          types[kind](),
        ),
  ])
  return tableToIPC(tableFromColumns(built), { format: 'stream' })!
}

const arrowOfTable = ({ columns, rows }: ExportTable): Uint8Array =>
  arrowOf(columns.map(({ name, kind }, at) => ({ name, kind, values: rows.map(row => row[at]) })))

/** Cells by column; missing ones are null. */
export const arrowCells = (bytes: Uint8Array): ReadonlyMap<string, ArrayLike<unknown>> => {
  const table = tableFromIPC(bytes)
  return new Map(table.names.map(name => [name, table.getChild(name).toArray() as ArrayLike<unknown>]))
}

const arrowOfVariables = (variables: readonly Variable[]): Uint8Array => {
  const text = (name: string, of: (variable: Variable) => string | undefined): ArrowColumn => ({
    name,
    kind: 'text',
    values: variables.map(of),
  })
  return arrowOf([
    text('name', ({ name }) => name),
    text('kind', ({ kind }) => kind),
    text('unit', ({ unitText }) => unitText),
    text('reading', readingOf),
    { name: 'state', kind: 'flag', values: variables.map(({ state }) => state) },
    { name: 'outcome', kind: 'flag', values: variables.map(({ outcome }) => outcome) },
    text('dimensions', ({ dimensions }) => JSON.stringify(dimensions.map(({ name, labels }) => ({ name, labels })))),
    text('equation', ({ declaration }) => equationOf(declaration)),
    text('evidence', ({ evidence }) => evidence),
    text('source', ({ source }) => source),
    text('description', ({ doc }) => doc),
  ])
}

const list = async (open: OpenRegion, name: Asked<'list'>['list']): Promise<Uint8Array> => {
  const { linked, region: data } = open
  const noScenario = { name: '', region: data.id, policy: {}, assumptions: {} }
  switch (name) {
    case 'variables':
      return arrowOfVariables([...linked.variables.values()].filter(({ kind }) => kind !== 'clock'))
    case 'figures':
      return arrowOfTable(figuresTable(data, linked))
    case 'ranges':
      return arrowOfTable(assumptionsTable(linked, noScenario))
    default:
      return (await declared(open, { name: 'list', body: { list: name }, language: 'en' })).tables[0]!
  }
}

/** 'CN-LN', 'CN-LN,young': of each element of a variable with dimensions; every run of a region has the same hundreds. */
const labelsIn = oncePer(({ size, dimensions }: Variable): readonly string[] =>
  Array.from({ length: size }, (_, element) => labelsAt(dimensions, element).join(',')),
)

/**
 * The elements of what was recorded, as columns: their names, and their numbers one column after the other. As in exports,
 * zero has no sign.
 */
const elementsOf = ({ linked }: OpenRegion, run: Run, names: readonly string[]) => {
  const series = names.map(name => ({ ...run.series.get(name)!, name }))
  const steps = run.times.length
  const numbers = new Float64Array(series.reduce((sum, { size }) => sum + size, 0) * steps)
  let at = 0
  const columns = series.flatMap(({ name, size, values }) => {
    for (let element = 0; element < size; element++)
      for (let step = 0; step < steps; step++) numbers[at++] = values[step * size + element]! + 0
    const variable = linked.variables.get(variableNamed(name))!
    return variable.dimensions.length === 0 ? [name] : labelsIn(variable).map(labels => `${name}[${labels}]`)
  })
  return { columns, numbers }
}

const runOnce = (opened: OpenRegion, { choice: asked, outside, record }: Asked<'run'>): EngineAnswer => {
  const { open, scenario, notes: remarks } = chooseStated(openStated(opened, outside, openUnder), asked)
  const names = record === undefined ? declaredOutcomes(open.linked) : parseVariables(open, record.join(','))
  const begin = performance.now()
  const run = open.simulator.run({ ...scenario, record: names, audit: true })
  const simulation = performance.now() - begin
  const { columns, numbers } = elementsOf(open, run, names)
  const { session, notes } = listening()
  noteFit(session, open)
  noteAudit(session, run.audit!)
  return {
    result: {
      scenario,
      record: names,
      columns,
      times: [...run.times],
      audit: run.audit,
      simulation,
      data: open.region.hash,
      notes: [...remarks, ...notes()],
    },
    // One long column: a table of hundreds takes longer to write than to simulate.
    tables: [arrowOf([{ name: 'value', kind: 'number', values: numbers }])],
  }
}

/** The address of a scenario in the app. */
const linkOnce = (open: OpenRegion, { choice: asked, view, language, chart }: Asked<'link'>): EngineAnswer => {
  if (chart !== undefined && !(chartIds as readonly string[]).includes(chart))
    throw unknownWord('outcome', chart, chartIds)
  return { result: linkTo(chooseStated(open, asked), view, language, chart) }
}

/** The experiments of a table: a column a lever or parameter, a row a run. Cells without a number leave things as they are. */
const experimentsIn = (open: OpenRegion, asked: Stated, table: Uint8Array): MemberInput[] => {
  const { scenario } = chooseStated(open, asked)
  const { financing = scenario.financing } = asked
  // Levers of a row may start before the others: it is financed as a whole.
  const base = typeof asked.policy === 'string' ? scenario.policy : policyIn(asked)
  const columns = [...arrowCells(table)]
  const levers = leversOf(open.linked)
  const rules = rulesOf(open)
  const rows = columns[0]?.[1].length ?? 0
  return Array.from({ length: rows }, (_, row) => {
    const policy: Record<string, LeverSetting> = { ...base }
    const assumptions: Record<string, number> = { ...scenario.assumptions }
    for (const [name, cells] of columns) {
      const cell = cells[row]
      if (cell === null || cell === undefined || Number.isNaN(cell)) continue
      // One value for all of its time: what would follow is left out.
      if (levers.has(name)) policy[name] = settingFrom([{ ...policy[name], value: Number(cell) }])
      else assumptions[name] = Number(cell)
    }
    checkScenario(rules, { policy, assumptions }, `row ${row}`)
    return { policy: financed(levers, policy, financing), assumptions }
  })
}

const runMany = (
  open: OpenRegion,
  { choice: asked, keep, series }: Asked<'runs'>,
  table?: Uint8Array,
): EngineAnswer => {
  if (table === undefined) throw new UsageError(streamMessages.noTable())
  const inputs = experimentsIn(open, asked, table)
  const time = timeOf(open)
  const kept = keep.map(text => parseOutcome(open.linked, text, time))
  const paths = series.map(text => parseOutcome(open.linked, text, time, true))
  const record = [...new Set([...kept, ...paths].map(outcome => addressedVariable(outcome.series)))]
  const runs = allRuns(runManyOf(open)(inputs, record))
  const readers = runs.map(run => readRun(run))
  const [means, whole] = [kept, paths].map(outcomes =>
    outcomes.map(({ text, series: address, window }): ArrowColumn => {
      const [name, labels] = [addressedVariable(address), addressedLabels(address)]
      const values = readers.flatMap(reader =>
        window === undefined ? reader.path(name, ...labels) : [reader.meanOver(name, ...window, ...labels)],
      )
      return { name: text, kind: 'number', values: Float64Array.from(values) }
    }),
  )
  return {
    result: { rows: runs.length, times: [...(runs[0]?.times ?? [])] },
    // A table without columns is none to readers of Arrow.
    tables: [means, whole].filter(columns => columns.length > 0).map(arrowOf),
  }
}

/** All that programs need to show the questions as functions of their own. */
const catalogue = async (): Promise<EngineAnswer> => ({
  result: (await Promise.all(questionNames.map(questionCalled))).map(of => ({
    name: of.name,
    description: of.description.en,
    argument: of.argument,
    schema: z.toJSONSchema(bodyOf(of), { io: 'input' }),
  })),
})

/** A declared question: its record, and its tables, of which the heads say what stands in a column. */
const declared = async (
  open: OpenRegion,
  { name, body, language }: Pick<Asked<'question'>, 'name' | 'body' | 'language'>,
): Promise<Required<EngineAnswer>> => {
  const of = await questionCalled(oneOf('question', name, questionNames))
  const { record, notes, unbalanced, frames } = await askJson(of, body, open, machineDoor(true))
  const tables = frames(language)
  return {
    result: {
      record,
      notes: [...(unbalanced === undefined ? [] : [unbalanced.en]), ...notes],
      heads: tables.map(({ id, title, columns }) => ({ id, title, columns })),
    },
    tables: tables.map(({ columns, rows }) =>
      arrowOf(columns.map(({ id, kind }, at) => ({ name: id, kind, values: rows.map(row => row[at] ?? undefined) }))),
    ),
  }
}

/** Services that answer questions. */
export interface House {
  readonly regions: KeptRegions
  /** Runs a command of the command line. */
  readonly call: NonNullable<Session['call']>
}

const command = async (regions: KeptRegions, call: House['call'], asked: Asked<'command'>): Promise<EngineAnswer> => {
  const named = asked.region
  const { session, written, notes } = listening(named === undefined ? undefined : regions.opener(named))
  const words = [
    ...asked.words,
    ...(named?.packs === undefined ? [] : ['--packs', named.packs]),
    ...(asked.choice === undefined ? [] : wordsOf(asked.choice)),
  ]
  await call(session, words)
  if (session.problem !== undefined) throw session.problem
  return { result: { text: written.out, notes: notes(), code: session.exitCode } }
}

export const answer = async ({ regions, call }: House, { head, tables }: WireFrame): Promise<EngineAnswer> => {
  const asked = parseQuestion(head)
  if (asked.ask === 'command') return command(regions, call, asked)
  if (asked.ask === 'questions') return catalogue()
  if (asked.ask === 'open') regions.forget(asked.region)
  const open = regions.open(asked.region)
  switch (asked.ask) {
    case 'open':
      return { result: described(open) }
    case 'list':
      return { result: {}, tables: [await list(open, asked.list)] }
    case 'run':
      return runOnce(open, asked)
    case 'link':
      return linkOnce(open, asked)
    case 'runs':
      return runMany(open, asked, tables[0])
    case 'question':
      return declared(open, asked)
  }
}
