/**
 * Costs of a policy, read off central runs. The gross outlay is the spending of its levers beyond their standards, as
 * simulated, before anything comes back. The cost after feedback is the loss of the budgets of the province and the
 * centre against current policy. The two are different questions and stand apart everywhere.
 */

import type { Run } from '../../engine/run.ts'
import { allRuns, oneByOne, type RunMany } from '../../engine/run/many.ts'
import { readRun } from '../../engine/run/reader.ts'
import { leverAt, leversOf, type Assumptions, type Policy } from '../../engine/scenario.ts'
import type { Lever } from '../../language/declare.ts'
import { pow } from '../../language/elementary.ts'
import { outlaysOf, payerOutlay, policyOutlay } from '../../language/outlays.ts'
import { envelopeShare, packageRamp, packageStart } from '../../model/packages.ts'
import type { OpenRegion } from '../region/simulation.ts'

/** Real rate at which yearly costs are brought to the start of the package. */
export const discountRate = 0.03

/** An amount over the years from the start of packages, prices of the start. */
export interface Amount {
  /** CNY bn, brought to the start of packages. */
  readonly presentValue: number
  /** CNY bn a year: the constant amount, phased in over the first year as packages are, with the same present value. */
  readonly perYear: number
  /** CNY bn a year: the mean of each calendar year from the start of packages. */
  readonly byYear: readonly number[]
}

/** Spending of one lever beyond its standard, or of several together. */
interface ItemOutlay extends Amount {
  /** 'Extra public investment'. */
  readonly what: string
  readonly levers: readonly string[]
  readonly payers: readonly string[]
}

export interface GrossOutlay extends Amount {
  /** The largest first; what is not spent is left out. */
  readonly items: readonly ItemOutlay[]
  readonly payers: ReadonlyArray<Amount & { readonly payer: string }>
  readonly areas: ReadonlyArray<Amount & { readonly area: string }>
}

/** Loss of the budgets against current policy: less revenue and more spending of all kinds, with what comes back. */
export interface CostAfterFeedback {
  readonly province: Amount
  readonly centre: Amount
  readonly total: Amount
}

export interface PolicyCost {
  readonly gross: GrossOutlay
  readonly afterFeedback: CostAfterFeedback
}

/** The common basis on which the packages of a region are costed. */
export interface Costing {
  /** Of the baseline output of the year before packages. */
  readonly share: number
  /** The same, CNY bn a year. */
  readonly envelope: number
  /** Present value of the envelope over the years of a package, CNY bn: what every package but A is to spend. */
  readonly budget: number
  readonly assumptions: Assumptions
  /** Balances under current policy by step, CNY bn a year, prices of the start. */
  readonly budgets: Budgets
}

interface Budgets {
  readonly province: Float64Array
  readonly centre: Float64Array
}

type Opened = Pick<OpenRegion, 'linked' | 'region' | 'simulator'>

const budgetNames = ['provinceBudget', 'centreBudget', 'price']

/** Discount factor times the length of the step, from the start of packages; 0 before. */
const weightsOf = ({ region, simulator }: Opened): Float64Array => {
  const { stepsPerYear } = simulator.horizon
  return Float64Array.from({ length: simulator.steps }, (_, step) => {
    const time = region.start + step / stepsPerYear
    return time < packageStart ? 0 : 1 / stepsPerYear / pow(1 + discountRate, time + 0.5 / stepsPerYear - packageStart)
  })
}

const presentValueOf = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, step) => sum + value * weights[step], 0)

/** Present value of one yuan a year that is phased in as packages are. */
const unitValue = (open: Opened, weights = weightsOf(open)): number => {
  const { stepsPerYear } = open.simulator.horizon
  const unit = { value: 1, start: packageStart, ramp: packageRamp }
  return weights.reduce(
    (sum, weight, step) => sum + weight * leverAt(0, unit, open.region.start + step / stepsPerYear),
    0,
  )
}

/** A nominal flow of each area at the prices of the start: step by step, the areas one after the other. */
const atStartPrices = (run: Run, name: string): Float64Array => {
  const nominal = run.series.get(name)!.values
  const price = run.series.get('price')!.values
  return nominal.map((value, at) => value / price[at])
}

const overAreas = (values: Float64Array, areas: number): Float64Array =>
  Float64Array.from({ length: values.length / areas }, (_, step) => {
    let sum = 0
    for (let area = 0; area < areas; area++) sum += values[step * areas + area]
    return sum
  })

/** Reads amounts off series by step. */
const reader = (open: Opened) => {
  const weights = weightsOf(open)
  const unit = unitValue(open, weights)
  const { end, stepsPerYear } = open.simulator.horizon
  const first = Math.round((packageStart - open.region.start) * stepsPerYear)
  return (values: Float64Array): Amount => {
    const presentValue = presentValueOf(values, weights)
    const byYear = Array.from({ length: end - packageStart }, (_, year) => {
      const from = first + year * stepsPerYear
      return values.subarray(from, from + stepsPerYear).reduce((sum, value) => sum + value, 0) / stepsPerYear
    })
    return { presentValue, perYear: presentValue / unit, byYear }
  }
}

/** The balances of a run that recorded `costRecord`. */
export const budgetsIn = ({ region }: Pick<OpenRegion, 'region'>, run: Run): Budgets => ({
  province: overAreas(atStartPrices(run, 'provinceBudget'), region.areas.length),
  centre: overAreas(atStartPrices(run, 'centreBudget'), region.areas.length),
})

/** The basis of costs: the baseline under the assumptions. */
export const costingOf = (
  open: Opened,
  assumptions: Assumptions = {},
  run?: RunMany,
  share = envelopeShare,
): Costing => {
  const runs = run ?? oneByOne(open.simulator)
  const [baseline] = allRuns(runs([{ assumptions }], ['regionOutput', ...budgetNames]))
  // A region that is opened when the packages start is costed on that year.
  const output = readRun(baseline).mean('regionOutput', Math.max(packageStart - 1, open.region.start))
  const envelope = share * output
  return {
    share,
    envelope,
    budget: envelope * unitValue(open),
    assumptions,
    budgets: budgetsIn(open, baseline),
  }
}

/** Present values of what policies spend: all that the equaliser needs of their runs. */
export const grossPresentValues = (
  open: Opened,
  policies: readonly Policy[],
  { assumptions }: Costing,
  run: RunMany,
): number[] => {
  const inputs = policies.map(policy => ({ policy, assumptions }))
  const weights = weightsOf(open)
  return allRuns(run(inputs, [policyOutlay, 'price'])).map(found =>
    presentValueOf(overAreas(atStartPrices(found, policyOutlay), open.region.areas.length), weights),
  )
}

/** @internal For tests. */
export const grossPresentValue = (open: Opened, policy: Policy, costing: Costing): number =>
  grossPresentValues(open, [policy], costing, oneByOne(open.simulator))[0]

/** Names to record for the cost of a policy. */
export const costRecord = ({ linked }: Pick<OpenRegion, 'linked'>): string[] => {
  const outlays = outlaysOf(leversOf(linked))
  const payers = [...new Set(outlays.flatMap(({ texts }) => texts.map(([payer]) => payerOutlay(payer))))]
  return [...outlays.map(({ variable }) => variable), ...payers, policyOutlay, ...budgetNames]
}

/** The purpose of an outlay: the sentences of its levers, without the measure. */
const whatOf = (levers: ReadonlyMap<string, Lever>, names: readonly string[]): string =>
  names.map(name => levers.get(name)!.doc.replace(/, of (output|cost|the wage|value)$/, '')).join('; ')

/** The cost of a policy, read off a run of it that recorded `costRecord`. */
export const costInRun = (open: Opened, run: Run, { budgets }: Pick<Costing, 'budgets'>): PolicyCost => {
  const { areas } = open.region
  const amount = reader(open)
  const inRegion = (name: string): Amount => amount(overAreas(atStartPrices(run, name), areas.length))
  const declared = leversOf(open.linked)
  const outlays = outlaysOf(declared)
  const payers = [...new Set(outlays.flatMap(({ texts }) => texts.map(([payer]) => payer)))]
  const ofAreas = atStartPrices(run, policyOutlay)
  const own = budgetsIn(open, run)
  const lost = (name: keyof Budgets): Float64Array => budgets[name].map((value, step) => value - own[name][step])
  const [province, centre] = [lost('province'), lost('centre')]
  return {
    gross: {
      ...inRegion(policyOutlay),
      items: outlays
        .map(({ variable, levers, texts }) => ({
          levers,
          what: whatOf(declared, levers),
          payers: texts.map(([payer]) => payer),
          ...inRegion(variable),
        }))
        .filter(({ byYear }) => byYear.some(value => value !== 0))
        .toSorted((a, b) => b.presentValue - a.presentValue),
      payers: payers
        .map(payer => ({ payer, ...inRegion(payerOutlay(payer)) }))
        .filter(({ byYear }) => byYear.some(value => value !== 0)),
      areas: areas.map((area, at) => ({
        area,
        ...amount(ofAreas.filter((_, place) => place % areas.length === at)),
      })),
    },
    afterFeedback: {
      province: amount(province),
      centre: amount(centre),
      total: amount(province.map((value, step) => value + centre[step])),
    },
  }
}

/** The costs of several policies in central runs. */
export const costsOf = (open: Opened, policies: readonly Policy[], costing: Costing, run: RunMany): PolicyCost[] => {
  const inputs = policies.map(policy => ({ policy, assumptions: costing.assumptions }))
  return allRuns(run(inputs, costRecord(open))).map(found => costInRun(open, found, costing))
}

/** @internal For tests. */
export const costOf = (open: Opened, policy: Policy, costing: Costing): PolicyCost =>
  costsOf(open, [policy], costing, oneByOne(open.simulator))[0]
