/** Standard stress tests of external conditions, side by side with the baseline, for the region and each area. */

import type { OutsidePaths, PathSetting } from '../../engine/outside.ts'
import type { Simulator } from '../../engine/run.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import {
  type Assumptions,
  leversOf,
  type LeverStage,
  type SetInputs,
  defaultRamp,
  defaultStart,
  leverAt,
  type LeverSetting,
  type Policy,
  settingFrom,
  stagesOf,
  standardAt,
} from '../../engine/scenario.ts'
import type { Both } from '../../language/messages.ts'
import { ofRegion } from '../../language/regional.ts'
import { regimes } from '../../model/regimes.ts'
import { debtParts } from './decomposition.ts'
import { words } from './lines.ts'
import { simulatorOver } from '../region/open-under.ts'
import { outsideOf } from '../region/outside.ts'
import { reopened } from '../runs/judged.ts'
import { deviationOf, sumOf } from '../runs/quantiles.ts'
import { catalogue, readingOf, titleOf, writtenAs } from '../../outcomes/catalogue.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { Lever } from '../../language/declare.ts'
import { financingLevers } from '../../scenario/scenario.ts'

/** First year of every test, and the last one of those that pass. */
const [from, to] = [2027, 2028]

/** Years of growth whose deviation is the shock: ten, as in the IMF's framework for market-access countries. */
const yearsOfDeviation = 10

export interface StressTest {
  readonly id: string
  /** A word or two, for the head of a column. */
  readonly short: Both<string>
  readonly names: Both<string>
  readonly outside: OutsidePaths
  readonly assumptions: Assumptions
  readonly policy: Readonly<Record<string, Required<LeverStage>>>
}

/**
 * Standard deviation of the nation's growth in the last ten years that are known, in % a year; undefined where fewer are
 * known.
 */
export const growthDeviation = ({ region }: Pick<OpenRegion, 'region'>): number | undefined => {
  const known = region.series
    .filter(({ area, series }) => area === region.context && series === 'outputGrowth')
    .toSorted((a, b) => a.year - b.year)
    .slice(-yearsOfDeviation)
    .map(({ value }) => 100 * value)
  return known.length < yearsOfDeviation ? undefined : deviationOf(known)
}

const pathOf = (change: PathSetting['change'], value: number, last?: number): PathSetting => ({
  change,
  pieces: [{ value, from, ...(last === undefined ? {} : { to: last }) }],
})

const testOf = (
  id: keyof typeof words.short,
  names: Both<string>,
  parts: Partial<Omit<StressTest, 'id' | 'names' | 'short'>>,
): StressTest => ({
  id,
  short: words.short[id],
  names,
  outside: {},
  assumptions: {},
  policy: {},
  ...parts,
})

/** The tests of a region, but for those of what its nation has not; that of growth is left out where the nation has fewer than ten known years of it. */
export const stressTestsOf = (open: Pick<OpenRegion, 'region' | 'linked'>): StressTest[] => {
  const deviation = growthDeviation(open)
  const rates = ['bondRate', 'lendingRate', 'mortgageRate', 'interbankRate']
  const has = (inputs: object): boolean => Object.keys(inputs).every(name => open.linked.present.has(name))
  const passing = (lever: string, value: number): StressTest['policy'] => ({
    [lever]: { value, start: from, ramp: 0, end: to + 1 },
    financedByBonds: { value: 1, start: from, ramp: 0, end: to + 1 },
  })
  const every = [
    ...(deviation === undefined
      ? []
      : [
          testOf('growth', words.tests.growth({ shown: deviation.toFixed(1), from, to }), {
            outside: { nationalGrowth: pathOf('add', -deviation, to) },
          }),
        ]),
    testOf('interest', words.tests.interest({ from }), {
      outside: Object.fromEntries([...rates.map(name => [name, pathOf('add', 2)]), ['depositRate', pathOf('add', 1)]]),
    }),
    testOf('land', words.tests.land({ from }), { outside: { landDemand: pathOf('times', 0.5) } }),
    testOf('transfers', words.tests.transfers, {
      assumptions: regimes.find(({ id }) => id === 'freeze')!.assumptions,
    }),
    testOf('rollover', words.tests.rollover({ from, to }), {
      outside: { vehicleRenewal: pathOf('times', 0.5, to) },
      policy: passing('cleanUpProgramme', 1.5),
    }),
    testOf('contingent', words.tests.contingent({ from, to }), {
      outside: { poolingSize: pathOf('times', 0.5, to) },
      policy: passing('debtAssumption', 2.5),
    }),
  ]
  const single = every.filter(({ outside, policy }) => has(outside) && has(policy))
  const joined = <Part extends 'outside' | 'assumptions' | 'policy'>(part: Part) =>
    Object.assign({}, ...single.map(one => one[part])) as StressTest[Part]
  return [
    ...single,
    testOf('combined', words.tests.combined, {
      outside: joined('outside'),
      assumptions: joined('assumptions'),
      policy: joined('policy'),
    }),
  ]
}

/**
 * Revenue from land over output in the year in which it was largest, and in the baseline when the tests start: why a test
 * of land does little today. Undefined where it was never known, or is no less than half as large.
 */
export const landThenAndNow = ({ region: { areas, series }, simulator }: OpenRegion, inputs: SetInputs) => {
  const sum = (name: string, year: number): number =>
    areas.reduce((all, area) => {
      const point = series.find(one => one.area === area && one.series === name && one.year === year)
      return all + (point?.value ?? Number.NaN)
    }, 0)
  const known = [...new Set(series.flatMap(one => (one.series === 'landRevenue' ? [one.year] : [])))]
    .map(year => ({ year, share: sum('landRevenue', year) / sum('nominalOutput', year) }))
    .filter(({ share }) => Number.isFinite(share))
  const [most] = known.toSorted((a, b) => b.share - a.share)
  if (most === undefined) return undefined
  const run = readRun(simulator.run({ ...inputs, record: ['regionLandRevenue', 'regionNominalOutput'] }))
  const share = run.mean('regionLandRevenue', from) / run.mean('regionNominalOutput', from)
  return share < most.share / 2 ? { most, now: { year: from, share } } : undefined
}

/** Outcomes of the catalogue, by the name in an area; the region's figure is called `region…`. Output, shown as its change in %, comes last. */
export const stressOutcomes = catalogue
  .filter(one => one.stressed === true)
  .toSorted((a, b) => Number(a.id === 'output') - Number(b.id === 'output'))
  .map(one => ({
    name: one.variables[1],
    names: { en: titleOf(one, 'en'), zh: titleOf(one, 'zh') },
    ...(one.id === 'output' ? { unit: { en: '%', zh: '%' }, scale: { en: 100, zh: 100 } } : writtenAs(one)),
    digits: 1,
  }))

/** Values of one test in one place: by outcome, by year. */
type StressValues = Readonly<Record<string, readonly number[]>>

export interface StressResult {
  readonly test: StressTest | undefined
  /** Of the region ('region') and of each area. */
  readonly places: Readonly<Record<string, StressValues>>
  /**
   * The movement of debt over output from the start to the end of each year, by part. As every test starts from the
   * same debt, the differences of the parts to the baseline add up to the difference of the ratio.
   */
  readonly debtFrom: Readonly<Record<string, StressValues>>
  readonly largestResidual: number
}

/** A stage of a test: from a year to a year. */
type TestStage = Required<LeverStage>

const startOf = ({ start = defaultStart }: LeverStage): number => start

/** The settings of the policy from the end of the test on; undefined where it has begun nothing by then. */
const resumed = (lever: Lever, own: LeverSetting, until: number): Required<Omit<LeverStage, 'end'>> & LeverStage => {
  const inForce = stagesOf(own).findLast(stage => startOf(stage) < until)
  const { value, ramp = defaultRamp, end = Number.POSITIVE_INFINITY } = inForce ?? { value: 0, end: until }
  if (end <= until) return { value: standardAt(lever.standard, until), start: until, ramp: 0 }
  const left = inForce === undefined ? 0 : Math.max(0, startOf(inForce) + ramp - until)
  return { value, start: until, ramp: left, ...(Number.isFinite(end) ? { end } : {}) }
}

/** In the years of the test its value, or that much beyond the policy's own; before and after what the policy has. */
const overlaid = (lever: Lever, own: LeverSetting, test: TestStage, adds: boolean): LeverSetting => {
  const { value, start, end } = test
  const stages = stagesOf(own)
  const most = Math.max(...lever.bounds)
  const during = adds ? Math.min(most, leverAt(lever.standard, own, start) + value) : value
  const after = stages.filter(stage => startOf(stage) >= end)
  const [first, ...later] = [
    ...stages.filter(stage => startOf(stage) < start).map(stage => ({ ...stage, start: startOf(stage) })),
    { value: during, start, ramp: 0, end },
    ...(after.some(stage => startOf(stage) === end) ? [] : [resumed(lever, own, end)]),
    ...after.map(stage => ({ ...stage, start: startOf(stage) })),
  ]
  return settingFrom([first!, ...later])
}

const isFinancing = (name: string): boolean => financingLevers.some(known => known === name)

/**
 * A test's levers over a policy's. Spending comes on top of the policy's own, up to the lever's limit; in the years of the
 * test the outlays of both are financed as the test says.
 */
export const policyUnder = (
  levers: ReadonlyMap<string, Lever>,
  policy: Policy,
  test: Readonly<Record<string, TestStage>>,
): Policy => {
  const financing = Object.entries(test).find(([name]) => isFinancing(name))
  const others = financing === undefined ? [] : financingLevers.filter(name => name in policy && !(name in test))
  const stages = { ...test, ...Object.fromEntries(others.map(name => [name, { ...financing![1], value: 0 }])) }
  const changed = Object.entries(stages).map(([name, stage]) => {
    const own = policy[name]
    return [name, own === undefined ? stage : overlaid(levers.get(name)!, own, stage, !isFinancing(name))]
  })
  return { ...policy, ...Object.fromEntries(changed) }
}

/** Runs the baseline (first, without a test), every test and those of the user on top of the conditions and policy of the scenario, accounts checked. */
export const stressResults = (
  open: OpenRegion,
  { policy, assumptions }: SetInputs,
  years: readonly number[],
  own: readonly StressTest[] = [],
): StressResult[] => {
  const levers = leversOf(open.linked)
  const names = stressOutcomes.map(({ name }) => name)
  const moves = debtParts.map(({ variable }) => variable)
  const record = [...names, ...moves].flatMap(name => [name, ofRegion(name)])
  const { stepsPerYear } = open.simulator.horizon
  const sinceStart = (run: Reader, place: string): StressValues =>
    Object.fromEntries(
      debtParts.map(({ id, variable }) => [
        id,
        years.map(year => {
          const [name, ...labels] = place === 'region' ? [ofRegion(variable)] : [variable, place]
          return sumOf(run.steps(name, open.region.start, year, ...labels)) / stepsPerYear
        }),
      ]),
    )
  const valuesIn = (run: Reader, place: string): StressValues =>
    Object.fromEntries(
      names.map(name => {
        const how = readingOf(open.linked.variables.get(name)!) === 'end' ? 'last' : 'mean'
        const read = (year: number) =>
          place === 'region' ? run[how](ofRegion(name), year) : run[how](name, year, place)
        return [name, years.map(read)]
      }),
    )
  const simulatorOf = (one: StressTest): Simulator =>
    own.includes(one)
      ? reopened(open, { ...outsideOf(open), ...one.outside }).simulator
      : simulatorOver(open, one.outside)
  return [undefined, ...stressTestsOf(open), ...own].map(one => {
    const simulator = one === undefined ? open.simulator : simulatorOf(one)
    const run = simulator.run({
      policy: one === undefined ? policy : policyUnder(levers, policy, one.policy),
      assumptions: { ...assumptions, ...one?.assumptions },
      record,
      audit: true,
    })
    const view = readRun(run)
    const byPlace = (values: (run: Reader, place: string) => StressValues) =>
      Object.fromEntries(['region', ...open.region.areas].map(place => [place, values(view, place)]))
    return {
      test: one,
      places: byPlace(valuesIn),
      debtFrom: byPlace(sinceStart),
      largestResidual: run.audit!.largestResidual,
    }
  })
}
