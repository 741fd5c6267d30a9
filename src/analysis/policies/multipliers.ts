/**
 * Effects of each lever one, five and twelve years after it begins, beside the findings of studies: the effect on
 * output and on household consumption per yuan of gross outlay, and other effects that studies measure. A reform, whose
 * cost follows from it or is none, shows its whole effect.
 */

import { readRun } from '../../engine/run/reader.ts'
import type { Run } from '../../engine/run.ts'
import { allRuns, type ManyOptions, oneByOne, type RunMany } from '../../engine/run/many.ts'
import { type Assumptions, leversOf, type Policy, standardAt } from '../../engine/scenario.ts'
import { modelCurrency } from '../../language/currency.ts'
import type { Lever } from '../../language/declare.ts'
import type { Both } from '../../language/messages.ts'
import { outlaysOf, policyOutlay } from '../../language/outlays.ts'
import { isEvent } from '../../language/payer.ts'
import { leverUnit } from '../../model/names/levers.ts'
import { packageStart, declaredPackages } from '../../model/packages.ts'
import { type MeasuredOutcome, type PublishedEffect, publishedEffects } from '../../model/published-effects.ts'
import type { Study } from '../../model/published-studies.ts'
import { meanOf } from '../runs/quantiles.ts'
import { watched, type WorstAudit } from '../runs/accounts-hold.ts'
import { stated } from '../words/numbers.ts'
import { settingIn } from '../region/national-model.ts'
import type { OpenRegion } from '../region/simulation.ts'

/**
 * Levers whose cost is only a part of the money that they have others spend, here the interest on it, with the variable
 * that holds all of that money at prices of the start.
 */
export const spentByOthers: Readonly<Record<string, string>> = { directedInvestment: 'directedExtra' }

/** Years after the start of the measure. */
export const horizons: readonly number[] = [1, 5, 12]

/** The same as calendar years, of measures that start with the packages. */
export const multiplierYears: readonly number[] = horizons.map(after => packageStart + after - 1)

/** Outlay in the first year that the setting aims at, share of output. */
const size = 0.01

/** A measure that spends less than this share of output within its bounds has no meaningful effect per yuan. */
const leastSize = 1e-5

export interface Multiplier {
  readonly lever: string
  /** The lever's own sentence. */
  readonly doc: string
  readonly unit: string
  readonly standard: number
  readonly value: number
  /** Gross outlay in the first year, share of output; 0 for a reform, whose cost is not scaled. */
  readonly outlay: number
  /**
   * At each of `horizons`: yuan of output a year per yuan spent in that year or, where more, in a mean year so far (a
   * programme may end, so that it spends nothing in the year itself); for a reform, change of output as a share.
   */
  readonly output: readonly number[]
  /** The same for household consumption; for a reform as a share of consumption. */
  readonly consumption: readonly number[]
  readonly published: readonly Comparison[]
}

export interface Comparison extends PublishedEffect {
  /** The model's effect at each of `horizons`, as the estimates state it. */
  readonly model: readonly number[]
  readonly verdict: Verdict
}

/** Place of the model's effect among the estimates; 'one estimate' is no range. */
type Verdict = 'inside' | 'below' | 'above' | 'one estimate'

const record = [
  'output',
  'nominalOutput',
  'publicExpenditure',
  'regionConsumption',
  policyOutlay,
  'price',
  'births',
  'housePrice',
  'homeSales',
  'investment',
  'laborForce',
  'robots',
  ...Object.values(spentByOthers),
]

/**
 * Regional totals of a year: money at prices of the start in CNY bn where its name does not say `nominal`, people in
 * millions, the price of homes as a mean.
 */
type Totals = Readonly<Record<MeasuredOutcome | 'outlay' | 'nominalOutput' | 'nominalSpending', number>>

const totalsIn = ({ region }: OpenRegion, run: Run, year: number, lever?: string): Totals => {
  const reader = readRun(run)
  const others = lever === undefined ? undefined : spentByOthers[lever]
  const total = (of: (area: string) => number): number => region.areas.reduce((sum, area) => sum + of(area), 0)
  const sumOf = (name: string): number => total(area => reader.mean(name, year, area))
  return {
    output: sumOf('output'),
    nominalOutput: sumOf('nominalOutput'),
    nominalSpending: sumOf('publicExpenditure'),
    consumption: reader.mean('regionConsumption', year),
    outlay: total(area =>
      others === undefined
        ? reader.mean(policyOutlay, year, area) / reader.mean('price', year, area)
        : reader.mean(others, year, area, 'state'),
    ),
    births: sumOf('births'),
    housePrice: sumOf('housePrice') / region.areas.length,
    homeSales: sumOf('homeSales'),
    privateInvestment: total(area => reader.mean('investment', year, area, 'private')),
    laborForce: sumOf('laborForce'),
    robots: total(area => reader.mean('robots', year, area, 'state') + reader.mean('robots', year, area, 'private')),
  }
}

const verdictOf = (model: readonly number[], { estimates, year }: PublishedEffect): Verdict => {
  const values = estimates.map(({ value }) => value)
  if (values.length < 2) return 'one estimate'
  const compared = model[horizons.indexOf(year)]
  if (compared < Math.min(...values)) return 'below'
  return compared > Math.max(...values) ? 'above' : 'inside'
}

/** The value that packages give a reform, the farthest from its standard; the farther bound where none sets it. */
const reformValue = (name: string, standard: number, lever: Lever): number => {
  const { bounds } = lever
  const set = declaredPackages.flatMap(({ levers }) =>
    Object.hasOwn(levers, name) ? [settingIn(name, lever, levers[name])] : [],
  )
  const farther = (one: number, other: number): number =>
    Math.abs(other - standard) > Math.abs(one - standard) ? other : one
  return (set.length > 0 ? set : bounds).reduce(farther, standard)
}

/** Published estimates that a region can be held against: most of them are of the nation for which the model is written. */
export const studiedIn = ({ region }: OpenRegion): readonly PublishedEffect[] =>
  region.currency === modelCurrency ? publishedEffects : []

/** A measure at once from the start of packages and for good, paid by the central government so that no other spending gives way. */
export const measurePolicy = (name: string, value: number): Policy => ({
  [name]: { value, start: packageStart, ramp: 0 },
  financedByCentre: { value: 1, start: packageStart, ramp: 0 },
})

/** A lever at the setting at which its effects are measured. */
export interface MeasuredLever {
  readonly name: string
  readonly lever: Lever
  readonly standard: number
  readonly value: number
  /** Set by what it spends; the others are reforms, whose cost follows from them or is none. */
  readonly spends: boolean
}

interface Setting {
  readonly name: string
  readonly value: number
}

/** Central runs at the settings that are measured. */
const measuring = (open: OpenRegion, assumptions: Assumptions = {}, runMany: RunMany = oneByOne(open.simulator)) => {
  const run = (policies: readonly Policy[], options?: ManyOptions): Run[] =>
    allRuns(
      runMany(
        policies.map(policy => ({ policy, assumptions })),
        record,
        options,
      ),
    )
  const [before] = run([{}])
  const baseline = horizons.map(after => totalsIn(open, before, packageStart + after - 1))
  const sharesAt = (settings: readonly Setting[]): number[] => {
    const policies = settings.map(({ name, value }) => measurePolicy(name, value))
    return run(policies, { until: packageStart + 1 }).map(
      (found, at) => totalsIn(open, found, packageStart, settings[at].name).outlay / baseline[0].output,
    )
  }
  return { run, baseline, sharesAt }
}

type Measuring = ReturnType<typeof measuring>

/**
 * The values at which levers spend `size`, or as much of it as their bounds allow. Outlays rise with a lever, nearly in
 * proportion, and less where there is nothing more to buy: some corrections find it, of all levers side by side.
 */
const spendingValues = (
  levers: ReadonlyArray<{ readonly name: string; readonly standard: number; readonly upper: number }>,
  sharesAt: Measuring['sharesAt'],
): number[] => {
  const values = levers.map(({ upper }) => upper)
  let wanted = [...levers.keys()]
  for (let round = 0; round < 40 && wanted.length > 0; round++) {
    const shares = sharesAt(wanted.map(at => ({ name: levers[at].name, value: values[at] })))
    wanted = wanted.filter((at, place) => {
      const { standard, upper } = levers[at]
      const share = shares[place]
      if (share <= 0 || Math.abs(share - size) <= 1e-6 * size) return false
      const corrected = Math.min(upper, standard + ((values[at] - standard) * size) / share)
      if (corrected === values[at]) return false
      values[at] = corrected
      return true
    })
  }
  return values
}

const measuredIn = ({ linked }: OpenRegion, { sharesAt }: Measuring): MeasuredLever[] => {
  const levers = leversOf(linked)
  const first = new Set(outlaysOf(levers).map(outlay => outlay.levers[0]))
  const all = [...levers].flatMap(([name, lever]) => {
    if (lever.partOf !== undefined || isEvent(lever)) return []
    const spends = lever.cost !== undefined && lever.scaled !== false
    // A lever that only says whom another lever's outlay covers has no effect by itself.
    if (!spends && lever.cost !== undefined && !first.has(name)) return []
    return [{ name, lever, spends, standard: standardAt(lever.standard, packageStart), upper: lever.bounds[1] }]
  })
  const spending = all.filter(({ spends }) => spends)
  const values = spendingValues(spending, sharesAt)
  const shares = sharesAt(spending.map(({ name }, at) => ({ name, value: values[at] })))
  return all.flatMap((one): MeasuredLever[] => {
    const { name, lever, standard, spends } = one
    if (!spends) return [{ name, lever, standard, value: reformValue(name, standard, lever), spends }]
    const at = spending.indexOf(one)
    return shares[at] < leastSize ? [] : [{ name, lever, standard, value: values[at], spends }]
  })
}

/**
 * Every lever of policy at the setting at which its effects are measured: a spending lever so that it spends 1 % of output
 * in its first year, or as much of it as its bounds allow. Levers of external conditions are left out, and those that only
 * divide what others spend or buy.
 */
export const measuredLevers = (open: OpenRegion, runMany?: RunMany): MeasuredLever[] =>
  measuredIn(open, measuring(open, {}, runMany))

/** Spending of a measure a year, given that of each year: that of the last year or, where more, of a mean year. */
export const yearlySpending = (spent: readonly number[]): number => Math.max(spent.at(-1)!, meanOf(spent))

export interface Multipliers {
  readonly measures: readonly Multiplier[]
  /** Of all runs behind them. */
  readonly audit: WorstAudit
}

/** Central runs of one measure at a time, each audited: see `measuredLevers`. */
export const multipliersOf = (given: OpenRegion, assumptions?: Assumptions): Multipliers => {
  const { open, audit } = watched(given)
  const central = measuring(open, assumptions)
  const { run, baseline } = central
  const years = horizons.map(after => packageStart + after - 1)
  /** Outlay at each of `horizons`. */
  const spentBy = (name: string, changed: Run): number[] =>
    horizons.map(after =>
      yearlySpending(Array.from({ length: after }, (_, at) => totalsIn(open, changed, packageStart + at, name).outlay)),
    )
  const changeIn = (changed: Run, of: keyof Totals): number[] =>
    years.map((year, at) => totalsIn(open, changed, year)[of] - baseline[at][of])
  const sharesIn = (changed: Run, of: MeasuredOutcome): number[] =>
    changeIn(changed, of).map((change, at) => change / baseline[at][of])
  const effectOn = (name: string, changed: Run, of: MeasuredOutcome, spends: boolean): number[] => {
    if (!spends) return sharesIn(changed, of)
    const spent = spentBy(name, changed)
    return changeIn(changed, of).map((change, at) => change / spent[at])
  }
  /** Both at current prices, so that the index of the nation which deflates them falls out. */
  const outputOnSpending = (changed: Run): number[] => {
    const spent = changeIn(changed, 'nominalSpending')
    return changeIn(changed, 'nominalOutput').map((change, at) => change / spent[at])
  }
  const compare = (effect: PublishedEffect, changed: Run): Comparison => {
    const [at] = effect.setting === undefined ? [changed] : run([measurePolicy(effect.lever, effect.setting)])
    const measured = {
      yuan: () => effectOn(effect.lever, at, effect.on, true),
      spending: () => outputOnSpending(at),
      percent: () => sharesIn(at, effect.on).map(share => share * 100),
    }
    const model = measured[effect.per]()
    return { ...effect, model, verdict: verdictOf(model, effect) }
  }
  const measure = ({ name, lever, standard, value, spends }: MeasuredLever): Multiplier => {
    const [changed] = run([measurePolicy(name, value)])
    return {
      lever: name,
      doc: lever.doc,
      unit: lever.unit,
      standard,
      value,
      outlay: spends ? totalsIn(open, changed, packageStart, name).outlay / baseline[0].output : 0,
      output: effectOn(name, changed, 'output', spends),
      consumption: effectOn(name, changed, 'consumption', spends),
      published: studied.filter(effect => effect.lever === name).map(effect => compare(effect, changed)),
    }
  }
  const studied = studiedIn(open)
  return { measures: measuredIn(open, central).map(measure), audit: audit() }
}

/** '5 to 40 %', '5 至 40%', both in the unit of the lever. */
export const settingOf = ({
  lever,
  standard,
  value,
  unit,
}: Pick<Multiplier, 'lever' | 'standard' | 'value' | 'unit'>): Both<string> => {
  const [english, chinese] = [leverUnit(lever, unit, 'en'), leverUnit(lever, unit, 'zh')]
  const isShare = unit === 'share'
  const from = (scale: number): string => stated((isShare ? 100 : scale) * standard)
  const to = (scale: number): string => stated((isShare ? 100 : scale) * value)
  return {
    en: `${from(1)} to ${to(1)}${isShare ? ' %' : english.text.replace('\u00a0', ' ')}`,
    zh: `${from(chinese.scale)} 至 ${to(chinese.scale)}${isShare ? '%' : chinese.text.trim()}`,
  }
}

/** '0.2 to 0.4', '0.2 至 0.4' */
export const multiplierRange = ({ estimates }: Pick<Comparison, 'estimates'>): Both<string> => {
  const values = estimates.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? { en: String(low), zh: String(low) } : { en: `${low} to ${high}`, zh: `${low} 至 ${high}` }
}

/** All comparisons with published estimates, each with the measure that it is of. */
export const comparisonsOf = (found: readonly Multiplier[]): ReadonlyArray<Comparison & { readonly of: Multiplier }> =>
  found.flatMap(of => of.published.map(effect => ({ ...effect, of })))

export const studiesOf = (found: readonly Multiplier[]): readonly Study[] => [
  ...new Set(comparisonsOf(found).flatMap(({ estimates }) => estimates.map(({ study }) => study))),
]
