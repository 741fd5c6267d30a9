/**
 * Checks of a region: that it loads, that its figures can hold together, that its units agree, that its accounts
 * balance and no stock falls below zero with every lever at both of its bounds, and that its results are reproducible to
 * the bit. Beside them stand the effects of levers, tests and events, against those that theory and studies expect.
 */

import * as z from 'zod'

import { memberInput } from '../engine/ensemble.ts'
import { messages as engineMessages } from '../texts/engine.ts'
import { createSimulator, type Run, RunError, type RunInput, type Simulator } from '../engine/run.ts'
import { leversOf } from '../engine/scenario.ts'
import { boundedStocks } from '../language/bounded-stocks.ts'
import { interpret } from '../language/emit/interpret.ts'
import { ModelError } from '../language/errors.ts'
import type { LinkedModel } from '../language/linked.ts'
import { type Both, type Message, messageTable } from '../language/messages.ts'
import { firstNotFinite } from '../language/finite.ts'
import type { Program } from '../language/program.ts'
import { impossibleFigures } from '../regions/own/impossible.ts'
import { evidenceGrades } from '../language/declare.ts'
import { evidenceOf } from '../analysis/evidence/evidence.ts'
import { signCauses, type SignEffect, signEffects, signHorizons, signWords } from '../analysis/evidence/signs.ts'
import { costingOf } from '../analysis/policies/costs.ts'
import { packagesOf } from '../analysis/policies/packages.ts'
import { driftingFigures } from '../analysis/region/drifting.ts'
import { isOdd, type OpeningRatio, openingRatios } from '../analysis/region/opening-ratios.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { number, signed, stated, tiny } from '../analysis/words/numbers.ts'
import { accountsHold, auditTolerance, worstAudit } from '../analysis/runs/accounts-hold.ts'
import texts from '../texts/check.ts'
import { gradeName } from '../model/names/evidence.ts'
import { placeName, quarterIn } from './core/names.ts'
import { question, type Runs } from './core/question.ts'
import { type Block, both, expert, joined, marks, note, section, type Table, text, type Text } from './core/report.ts'

const told = messageTable('check', texts)

export interface RegionCheck {
  readonly name: string
  readonly passed: boolean
  readonly found: Message
}

const pack = ({ region, linked }: OpenRegion): RegionCheck => {
  const { figures, paths } = evidenceOf(linked, region)
  const grades = evidenceGrades.map(grade => [grade, figures[grade] + paths[grade]] as const)
  const count = grades.reduce((sum, [, of]) => sum + of, 0)
  const found = told.pack({
    count,
    grades: joined(
      grades.map(([grade, of]) => ({ en: `${of} ${grade}`, zh: `${gradeName(grade).zh}${of}个` })),
      marks.parts,
    ),
    points: region.series.length,
    areas: region.areas,
  })
  return { name: 'pack', passed: true, found }
}

/** The linker refuses a clash of units; what is counted here has passed. */
const units = (model: LinkedModel): RegionCheck => {
  const variables = [...model.variables.values()].filter(({ kind }) => kind !== 'clock')
  const equations = variables.reduce((sum, variable) => sum + variable.texts.length, 0)
  const cells = model.matrices.reduce(
    (sum, { cells: rows }) => sum + [...rows.values()].reduce((all, row) => all + row.size, 0),
    0,
  )
  const found = told.units({
    texts: number(equations, 0),
    variables: variables.length,
    cells,
    matrices: model.matrices.length,
    identities: model.identities.length,
  })
  return { name: 'units', passed: true, found }
}

interface TestRun {
  readonly name: Both<string>
  readonly input: Omit<RunInput, 'record'>
}

const baselineRun: TestRun = { name: { en: 'baseline', zh: '基准情景' }, input: {} }

/** Every lever at each of its bounds. */
const leverRuns = ({ linked }: OpenRegion): TestRun[] =>
  [...leversOf(linked)].flatMap(([name, { bounds }]) =>
    bounds.map(value => ({
      name: { en: `${name} at ${value}`, zh: `${name}取${value}` },
      input: { policy: { [name]: { value } } },
    })),
  )

/** Runs to test: current policy, every package, three simulations with sampled parameters, and levers at their bounds. */
const testRuns = (open: OpenRegion): TestRun[] => {
  const draw = memberInput(open.linked, open.simulator, { seed: 1, members: 3 })
  const costing = costingOf(open)
  const drawn = [0, 1, 2].map(member => ({
    name: { en: `simulation ${member}`, zh: `模拟${member}` },
    input: draw(member),
  }))
  const led = packagesOf(open, costing)
    .filter(({ policy }) => Object.keys(policy).length > 0)
    .map(({ id, policy }) => ({ name: { en: `package ${id}`, zh: `方案${id}` }, input: { policy } }))
  return [baselineRun, ...led, ...drawn, ...leverRuns(open)]
}

interface Tried {
  readonly name: Both<string>
  readonly values: number
  readonly audit: NonNullable<Run['audit']> | undefined
  readonly notFinite: Message | undefined
  /** Message of the error that stopped the run. */
  readonly stopped: Message | undefined
}

const tryRun = ({ simulator, program }: OpenRegion, { name, input }: TestRun): Tried => {
  let notFinite: Message | undefined
  let count = 0
  const observe = (values: Float64Array, _: number, time: number): void => {
    count += values.length
    if (notFinite !== undefined || values.every(Number.isFinite)) return
    const first = firstNotFinite(program, values)
    notFinite = told.inRun({ what: first?.message ?? told.someNotFinite(), quarter: quarterIn(time), run: name })
  }
  try {
    const { audit } = simulator.run({ ...input, record: [], audit: true, observe })
    return { name, values: count, audit, notFinite, stopped: undefined }
  } catch (problem) {
    if (!(problem instanceof RunError || problem instanceof ModelError)) throw problem
    return { name, values: count, audit: undefined, notFinite, stopped: problem.messages[0]! }
  }
}

const accounts = ({ simulator }: OpenRegion, runs: readonly Tried[]): RegionCheck => {
  const worst = worstAudit([
    { largestResidual: 0, where: 'nowhere', when: 0, run: { en: '', zh: '' } },
    ...runs.map(({ name: run, audit }) => audit && { ...audit, run }),
  ])!
  const { checks } = simulator.program.model
  const found = told.accounts({
    checks: checks.length,
    steps: simulator.steps,
    runs: runs.filter(({ audit }) => audit !== undefined).length,
    residual: tiny(worst.largestResidual),
    where: worst.where,
    quarter: quarterIn(worst.when),
    run: worst.run,
    tolerance: tiny(auditTolerance),
  })
  return { name: 'accounts', passed: accountsHold(worst), found }
}

const isBelowZero = (message: Message): boolean => engineMessages.belowZero.of(message) !== undefined

const stocks = ({ linked }: OpenRegion, runs: readonly Tried[]): RegionCheck => {
  const broken = runs.find(({ stopped }) => stopped !== undefined && isBelowZero(stopped))
  const all = [...linked.variables.values()].filter(({ kind }) => kind === 'stock').length
  const bounded = boundedStocks(linked).length
  const found =
    broken === undefined
      ? told.stocks({ bounded, free: all - bounded, runs: runs.length })
      : told.stopped({ what: broken.stopped!, run: broken.name })
  return { name: 'stocks', passed: broken === undefined, found }
}

const finite = (runs: readonly Tried[]): RegionCheck => {
  const broken = runs.find(({ notFinite }) => notFinite !== undefined)
  const halted = runs.find(({ stopped }) => stopped !== undefined && !isBelowZero(stopped))
  const count = runs.reduce((sum, { values }) => sum + values, 0)
  const found =
    broken?.notFinite ??
    (halted === undefined
      ? told.finite({ count: { en: `${number(count / 1e6, 1)} million`, zh: `${number(count / 1e8, 2)}亿` } })
      : told.stopped({ what: halted.stopped!, run: halted.name }))
  return { name: 'numbers', passed: broken === undefined && halted === undefined, found }
}

const ratioText = (unit: OpeningRatio['unit'], value: number): Both<string> => {
  if (unit === 'share') return { en: `${number(value * 100, 0)} %`, zh: `${number(value * 100, 0)}%` }
  return { en: `${number(value, 1)} years`, zh: `${number(value, 1)}年` }
}

const opening = (open: OpenRegion): RegionCheck => {
  const ratios = openingRatios(open)
  const odd = ratios.filter(isOdd).map(({ name, area, source, unit, value, low, high }) =>
    told.oddRatio({
      name,
      area,
      source,
      value: ratioText(unit, value),
      low: ratioText(unit, low),
      high: ratioText(unit, high),
    }),
  )
  const { length } = open.region.areas
  const drifting = driftingFigures(open).map(({ message, fix }) => joined([message, fix!], marks.clauses))
  const faults = [...odd, ...drifting]
  const found =
    faults.length === 0
      ? told.opening({ ratios: ratios.length / length, areas: length })
      : told.faults({ found: joined(faults, marks.clauses) })
  return { name: 'opening', passed: faults.length === 0, found }
}

/** A figure that differs by much from those of other areas is to be looked at, and no fault: areas differ. */
const figures = ({ region }: OpenRegion, doubtsOf: Runs['doubts']): RegionCheck => {
  const count = region.figures.length
  const impossible = impossibleFigures(region).map(({ message }) => message)
  const unlike = doubtsOf(region).map(({ figure: { name, area }, ratio, perHead, relation }) =>
    relation === undefined
      ? (perHead ? told.unlikePerPerson : told.unlike)({ name, area, ratio: Number(ratio.toPrecision(2)) })
      : told.unrelated({ ...relation, value: Number(relation.value.toPrecision(2)) }),
  )
  const found =
    impossible.length > 0
      ? told.faults({ found: joined(impossible, marks.clauses) })
      : unlike.length > 0
        ? told.doubtful({ count, unlike: joined(unlike) })
        : told.figures({ count })
  return { name: 'figures', passed: impossible.length === 0, found }
}

const bits = (values: Float64Array): BigUint64Array =>
  new BigUint64Array(values.buffer, values.byteOffset, values.length)

/** The first value that differs between two runs of the same input. */
const firstDifference = (one: Simulator, other: Simulator, run: TestRun, model: LinkedModel): Message | undefined => {
  const kept: Float64Array[] = []
  one.run({ ...run.input, record: [], observe: (values, step) => (kept[step] = Float64Array.from(values)) })
  let found: Message | undefined
  other.run({
    ...run.input,
    record: [],
    observe: (values, step, time) => {
      if (found !== undefined) return
      const [left, right] = [bits(kept[step]), bits(values)]
      const at = left.findIndex((bit, index) => bit !== right[index])
      if (at < 0) return
      const variable = [...model.variables.values()].find(({ offset, size }) => at >= offset && at < offset + size)
      found = told.difference({
        name: variable?.name ?? `value ${at}`,
        one: kept[step][at],
        other: values[at],
        quarter: quarterIn(time),
        run: run.name,
      })
    },
  })
  return found
}

const sameBits = ({ simulator, linked, region }: OpenRegion, runs: readonly TestRun[]): RegionCheck => {
  const interpreter: Program = interpret(linked)
  const reference = createSimulator(interpreter, region, simulator.horizon)
  const chosen = [runs[0], runs.at(-1)!]
  const difference = chosen
    .map(run => firstDifference(simulator, reference, run, linked))
    .find(found => found !== undefined)
  const found =
    difference ?? told.sameBits({ values: number(linked.size, 0), steps: simulator.steps, runs: chosen.length })
  return { name: 'compiler', passed: difference === undefined, found }
}

/** Repeats a run, and then sets every lever to its current value: neither may change a bit. */
const nullPolicy = ({ simulator, linked }: OpenRegion): RegionCheck => {
  const policy = Object.fromEntries(
    [...leversOf(linked)].flatMap(([name, { standard }]) =>
      typeof standard === 'number' ? [[name, { value: standard }]] : [],
    ),
  )
  const set: Simulator = { ...simulator, run: input => simulator.run({ ...input, policy }) }
  const difference =
    firstDifference(simulator, simulator, baselineRun, linked) ?? firstDifference(simulator, set, baselineRun, linked)
  const found = difference ?? told.nullPolicy({ levers: Object.keys(policy).length })
  return { name: 'null policy', passed: difference === undefined, found }
}

/** The checks of the figures that a region begins with, which need no run. */
export const figureChecksOf = (open: OpenRegion, doubtsOf: Runs['doubts']): RegionCheck[] => [
  pack(open),
  figures(open, doubtsOf),
  opening(open),
]

/** All checks of an open region, in the order of a report. */
export const checksOf = (open: OpenRegion, doubtsOf: Runs['doubts']): RegionCheck[] => {
  const runs = testRuns(open)
  const tried = runs.map(run => tryRun(open, run))
  return [
    ...figureChecksOf(open, doubtsOf),
    units(open.linked),
    accounts(open, tried),
    stocks(open, tried),
    finite(tried),
    sameBits(open, [runs[0]!, ...runs.filter(({ name }) => name.en === 'simulation 2')]),
    nullPolicy(open),
  ]
}

const failedIn = (results: readonly RegionCheck[]): number => results.filter(({ passed }) => !passed).length

const verdictOn = ({ region }: OpenRegion, results: readonly RegionCheck[]): Message => {
  const failed = failedIn(results)
  return told.verdict({ place: placeName(region), failed: failed === 0 ? '' : failed, all: results.length })
}

/** The differing effects that a short report shows. */
const shortList = 10

const effectTable = (id: string, effects: readonly SignEffect[], { id: region }: OpenRegion['region']): Table => ({
  kind: 'table',
  id,
  columns: (['cause', 'outcome', 'year', 'expected', 'measured', 'why'] as const).map(name => ({
    id: name,
    head: told[name]().text,
    as: 'text',
  })),
  rows: effects.map(({ cause, outcome, year, expected, effect, why, known, rangeOf }): Text[] => {
    const { name = '', nameInChinese = '', unit = '' } = outcome
    const range = (of: readonly number[]): Text => told.range({ low: stated(of[0]!), high: stated(of[1]!), unit }).text
    const word = both(() => signWords[expected as keyof typeof signWords])
    return [
      cause.names,
      { en: name, zh: nameInChinese },
      both(() => String(year)),
      typeof expected === 'object' ? range(expected) : word,
      told.effect({ value: signed(effect, 2), unit }).text,
      known ?? (['', region].includes(rangeOf) ? why : told.rangeOf({ why, place: rangeOf }).text),
    ]
  }),
})

/** Those that differ come first, without a known reason before the others, and of these the largest. */
const placeOf = ({ verdict, known, effect, outcome }: SignEffect): number =>
  (verdict === 'differs' ? (known === undefined ? -2e9 : -1e9) : 0) - Math.abs(effect) / Number(outcome['visible'])

const effectBlocks = (
  region: OpenRegion['region'],
  effects: readonly SignEffect[],
  left: readonly string[],
): Block[] => {
  const [signs, sizes] = [false, true].map(sized =>
    effects.filter(({ expected }) => (typeof expected === 'object') === sized),
  )
  const count = (list: readonly SignEffect[], verdict: SignEffect['verdict']): number =>
    list.filter(one => one.verdict === verdict).length
  const counts = (list: readonly SignEffect[]) => ({
    count: list.length - count(list, 'either'),
    expected: count(list, 'expected'),
    unseen: count(list, 'unseen'),
    differs: count(list, 'differs'),
    known: list.filter(({ verdict, known }) => verdict === 'differs' && known !== undefined).length,
    either: count(list, 'either'),
  })
  const listed = effects.filter(({ verdict }) => verdict !== 'either').toSorted((a, b) => placeOf(a) - placeOf(b))
  const shown = Math.min(shortList, count(listed, 'differs'))
  return [
    text(told.signs(counts(signs!))),
    text(told.sizes(counts(sizes!))),
    section(told.differing({ shown }), effectTable('differing', listed.slice(0, shown), region)),
    expert(effectTable('effects', listed.slice(shown), region)),
    ...(left.length === 0 ? [] : [note(told.signsLeft({ causes: left }))]),
    note(told.signsNote({ years: signHorizons.join(', ') })),
  ]
}

export const check = question({
  inputs: {
    signs: {
      type: z.string().optional(),
      help: {
        en: 'a table of expected signs in place of that of the program, as regions/signs.csv',
        zh: '自备的预期方向表（CSV），格式同 regions/signs.csv，代替程序自带的表',
      },
      placeholder: 'file',
      label: { en: 'Expected signs (CSV)', zh: '预期方向（CSV）' },
      file: true as const,
    },
  },
  find: async ({ open, inputs: { signs } }, runs) => {
    const table = signCauses(open, signs)
    runs.begin(table.causes.length)
    const found = await signEffects(open, table, runs.advance)
    return { results: checksOf(open, runs.doubts), left: table.left, ...found }
  },
  audits: ({ audit }) => [audit],
  fails: ({ open }, { results }) => (failedIn(results) === 0 ? undefined : verdictOn(open, results)),
  record: ({ open: { region } }, { results, effects, left }) => ({
    region: region.id,
    passed: failedIn(results) === 0,
    checks: results.map(({ found, ...result }) => ({ ...result, found: found.text.en })),
    effects: effects.map(({ cause, outcome, why, known, ...one }) => ({
      cause: cause.id,
      outcome: outcome['outcome'],
      ...one,
      why: why.en,
      known: known?.en ?? null,
    })),
    left,
  }),
  report: ({ open }, { results, effects, left }) => ({
    title: verdictOn(open, results),
    conditions: undefined,
    blocks: [
      {
        kind: 'table',
        id: 'checks',
        columns: (['check', 'found'] as const).map(id => ({ id, head: told[id]().text, as: 'text' })),
        // A failure must not be cut off by the checks that passed.
        rows: results
          .toSorted((one, other) => Number(one.passed) - Number(other.passed))
          .map(({ name, passed, found }) => [
            both(language => `${passed ? '✓' : '✗'} ${language === 'en' ? name : told.names({ name }).text.zh}`),
            found.text,
          ]),
      },
      section(told.signsTitle(), ...effectBlocks(open.region, effects, left)),
    ],
  }),
})
