/**
 * Divides the change in an outcome from current policy among the levers of the policy (or among policy and
 * assumptions), at one time and over the whole run. The contributions add up to the change; the rounding residual is
 * reported.
 */

import { messages as analysisMessages } from '../../texts/analysis.ts'
import { UsageError } from '../../language/messages.ts'
import { yearlyGrowth } from '../../engine/growth.ts'
import { type Coalition, splitOver, splitWithin } from '../../engine/explain/shapley.ts'
import { declaredOutcomes, seriesOf } from '../../engine/recording.ts'
import { parseOutcome } from '../../engine/outcome-address.ts'
import type { Run, RunInput } from '../../engine/run.ts'
import { allRuns, oneByOne, type RunMany } from '../../engine/run/many.ts'
import type { Assumptions, Policy, SetInputs } from '../../engine/scenario.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { inForce, leverParts, type ChangePart, type PartKind, partsOf, sourceParts } from './parts.ts'
import { type EnsembleSettings, memberInput } from '../../engine/ensemble.ts'
import type { Band } from '../words/numbers.ts'
import { bandOf } from '../runs/quantiles.ts'
import { addsUp } from '../../language/causes.ts'
import type { LinkedModel } from '../../language/linked.ts'

/** An outcome at a time, and what it is in the model. */
export interface ExplainedOutcome {
  /** 'regionDebtToGdp@2035Q4'. */
  readonly text: string
  /** 'regionDebtToGdp', 'output[CN-LN]'. */
  readonly series: string
  readonly variable: string
  /** The series that a run has to record for it, where that is not the variable itself. */
  readonly recorded?: string
  readonly unit: string
  readonly doc: string
  /** Calendar time, from included, to excluded: the mean over its steps. */
  readonly from: number
  readonly to: number
  /** Its change on the same quarter of the year before, instead of its level. */
  readonly growth: boolean
}

export interface PartShare {
  readonly id: string
  readonly label: string
  readonly kind: PartKind
  readonly levers: readonly string[]
  /** Shapley value: what the part adds, mean over all orders in which the parts can be put in place. */
  readonly value: number
  /** Effect of the part by itself. */
  readonly alone: number
  /** Half of what it does only together with each other part: value - alone. */
  readonly together: number
  /** The Shapley value in every step. */
  readonly path: readonly number[]
}

export interface PairShare {
  readonly first: string
  readonly second: string
  /** Effect of the two beyond the sum of each: Shapley-Taylor index of order 2. */
  readonly value: number
}

export interface ExplainedChange {
  readonly outcome: ExplainedOutcome
  /** Without any of the parts. */
  readonly before: number
  /** With all of them. */
  readonly after: number
  readonly change: number
  /** Largest first. */
  readonly parts: readonly PartShare[]
  readonly pairs: readonly PairShare[]
  /** Sum of all pairs: what the parts do only together. */
  readonly together: number
  /** Change less the sum of the parts. */
  readonly leftOver: number
  /** The largest left-over of any step, over the largest change of any step (0 where nothing changes). */
  readonly relativeLeftOver: number
  readonly times: readonly number[]
  readonly paths: { readonly before: readonly number[]; readonly after: readonly number[] }
  readonly runs: number
}

export interface ExplainOptions {
  /** Held in all runs. */
  readonly assumptions?: Assumptions
  /** One future instead of the central run. */
  readonly draw?: Pick<RunInput, 'sampled' | 'shocks'>
  readonly many?: RunMany
  /** Levers each by themselves up to this number. */
  readonly mostLevers?: number
}

/** The places of a series of numbers in a run. */
interface Elements {
  readonly variable: string
  /** The series to be recorded. */
  readonly recorded: string
  readonly places: readonly number[]
  /** Several are summed; where that makes no sense (shares, prices) their mean is taken. */
  readonly together: 'sum' | 'mean'
  readonly unit: string
  readonly doc: string
}

const form = /^all\((?:closing\((\w+)\)|(\w+))(?:\[([^\]]*)\])?\)$/

const isQuantity = (series: string): boolean => series.startsWith('all(')

/** 'regionOutput' and 'output[CN-LN]' as they are recorded, and 'all(…)' with all that has the labels named. */
const elementsOf = (model: LinkedModel, series: string): Elements => {
  if (!isQuantity(series)) {
    const [{ variable, element, unit, doc }] = seriesOf(model, series)
    return { variable, recorded: variable, places: [element], together: 'sum', unit, doc }
  }
  const [, state, plain, labels = ''] = form.exec(series) ?? []
  const name = state ?? plain
  if (name === undefined) throw new UsageError(analysisMessages.allForm({ series }))
  const known = seriesOf(model, name)
  const variable = model.variables.get(name)!
  if (state !== undefined && !variable.state) {
    throw new UsageError(analysisMessages.notStock({ series, name }))
  }
  const wanted = labels.split(',').filter(label => label !== '')
  const labelsOf = (one: string): readonly string[] => one.slice(name.length + 1, -1).split(',')
  const places = known
    .filter(one => wanted.every(label => labelsOf(one.name).includes(label)))
    .map(({ element }) => element)
  if (places.length === 0) {
    throw new UsageError(
      analysisMessages.noValueWith({ series, name, labels: wanted.join(', '), example: known[0].name }),
    )
  }
  return {
    variable: name,
    recorded: state === undefined ? name : `closing(${name})`,
    places,
    together: addsUp(variable) ? 'sum' : 'mean',
    unit: known[0].unit,
    doc: known[0].doc,
  }
}

/** The value that some elements have together at a step. */
const togetherAt = (
  { places, together }: Pick<Elements, 'places' | 'together'>,
  values: ArrayLike<number>,
  start: number,
): number => {
  let sum = 0
  for (const place of places) sum += values[start + place]
  return together === 'sum' ? sum : sum / places.length
}

/**
 * Reads an outcome at a time: 'regionDebtToGdp@2035', 'output[CN-LN]@2035Q4', 'regionOutput@2033-2037', and
 * 'growth(regionOutput)@2035Q4' for the change on the same quarter of the year before; 'all(landRevenue)@2035' takes the
 * areas together, 'all(closing(deposits)[young])@2035Q4' those of one group, as they close the quarter.
 */
export const outcomeAt = ({ linked, region, simulator }: OpenRegion, text: string): ExplainedOutcome => {
  const { end, stepsPerYear } = simulator.horizon
  const grown = /^\s*growth\(([^()]+)\)(.*)$/s.exec(text)
  const growth = grown !== null
  const time = { start: region.start, end, stepsPerYear }
  const [, together, when = ''] = /^\s*(all\(.+\))\s*(@.*)?$/s.exec(text) ?? []
  if (together !== undefined) {
    const { variable, recorded, unit, doc } = elementsOf(linked, together)
    // Any outcome tells the time.
    const [first] = declaredOutcomes(linked)
    const [from, to] = parseOutcome(linked, `${seriesOf(linked, first)[0].name}${when}`, time).window!
    const other = recorded === variable ? {} : { recorded }
    return { text: text.trim(), series: together, variable, ...other, unit, doc, from, to, growth: false }
  }
  const address = parseOutcome(linked, growth ? `${grown[1]}${grown[2]}` : text, time)
  const { series } = address
  const { variable, unit, doc } = elementsOf(linked, series)
  const [from, to] = address.window!
  if (!growth) return { text: address.text, series, variable, unit, doc, from, to, growth }
  if (from < region.start + 1)
    throw new UsageError(analysisMessages.growthFromSecondYear({ text, start: region.start, first: region.start + 1 }))
  const named = address.text.replace(series, () => `growth(${series})`)
  return { text: named, series, variable, unit: '1/year', doc: `Yearly growth of: ${doc}`, from, to, growth }
}

/** The mean over the steps of the window, added in their order. */
const meanIn = (
  path: ArrayLike<number>,
  { from, to }: Pick<ExplainedOutcome, 'from' | 'to'>,
  start: number,
  stepsPerYear: number,
): number => {
  const first = Math.round((from - start) * stepsPerYear)
  const last = Math.round((to - start) * stepsPerYear)
  let sum = 0
  for (let step = first; step < last; step++) sum += path[step]
  return sum / (last - first)
}

/** The outcome in every step of a run that recorded its variable. */
const pathIn = (open: OpenRegion, outcome: ExplainedOutcome): ((run: Run) => Float64Array) => {
  const elements = elementsOf(open.linked, outcome.series)
  return run => {
    const { size, values } = run.series.get(elements.recorded)!
    const path = Float64Array.from(run.times, (_, step) => togetherAt(elements, values, step * size))
    return outcome.growth ? yearlyGrowth(path, open.simulator.horizon.stepsPerYear) : path
  }
}

/** The series that a run has to record so that the outcome can be read. */
export const recordFor = ({ variable, recorded = variable }: ExplainedOutcome): string[] => [recorded]

/** Reads the outcome in a run that recorded it. */
export const outcomeIn = (open: OpenRegion, outcome: ExplainedOutcome): ((run: Run) => number) => {
  const path = pathIn(open, outcome)
  return run => meanIn(path(run), outcome, open.region.start, open.simulator.horizon.stepsPerYear)
}

/** The path of the outcome for each of some coalitions. */
const pathsOf = (
  open: OpenRegion,
  outcome: ExplainedOutcome,
  inForces: ReadonlyArray<{ readonly policy: Policy; readonly assumptions: Assumptions }>,
  { assumptions = {}, draw = {}, many = oneByOne(open.simulator) }: ExplainOptions,
): Float64Array[] => {
  const runs = many(
    inForces.map(one => ({ ...draw, policy: one.policy, assumptions: { ...assumptions, ...one.assumptions } })),
    recordFor(outcome),
  )
  return allRuns(runs).map(pathIn(open, outcome))
}

const explain = (
  open: OpenRegion,
  parts: readonly ChangePart[],
  outcome: ExplainedOutcome,
  options: ExplainOptions,
): ExplainedChange => {
  const { start } = open.region
  const { stepsPerYear } = open.simulator.horizon
  const at = (path: ArrayLike<number>): number => meanIn(path, outcome, start, stepsPerYear)
  const coalitions = 2 ** parts.length
  const paths = pathsOf(
    open,
    outcome,
    Array.from({ length: coalitions }, (_, coalition) => inForce(parts, coalition)),
    options,
  )
  const times = Array.from({ length: open.simulator.steps }, (_, step) => start + step / stepsPerYear)
  const [before, after] = [paths[0], paths[coalitions - 1]]
  const shared = {
    outcome,
    before: at(before),
    after: at(after),
    change: at(after) - at(before),
    times,
    paths: { before: [...before], after: [...after] },
    runs: coalitions,
  }
  if (parts.length === 0)
    return { ...shared, parts: [], pairs: [], together: 0, leftOver: shared.change, relativeLeftOver: 0 }
  const { shapley, alone, pairs, whole } = splitOver(parts.length, (coalition: Coalition) => paths[coalition])
  const shares = parts.map(({ id, label, kind, policy }, place): PartShare => {
    const [value, own] = [at(shapley[place]), at(alone[place])]
    const levers = Object.keys(policy)
    return { id, label, kind, levers, value, alone: own, together: value - own, path: [...shapley[place]] }
  })
  const pairShares = pairs.map(
    ({ first, second, together }): PairShare => ({
      first: parts[first].id,
      second: parts[second].id,
      value: at(together),
    }),
  )
  const largest = whole.reduce((most, change) => Math.max(most, Math.abs(change)), 0)
  const left = whole.reduce((most, change, step) => {
    const sum = shapley.reduce((total, path) => total + path[step], 0)
    return Math.max(most, Math.abs(change - sum))
  }, 0)
  return {
    ...shared,
    parts: shares.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    pairs: pairShares.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)),
    together: pairShares.reduce((total, pair) => total + pair.value, 0),
    leftOver: shared.change - shares.reduce((total, share) => total + share.value, 0),
    relativeLeftOver: largest === 0 ? 0 : left / largest,
  }
}

/** The change against doing nothing, under the same assumptions, split over the levers of the policy. */
export const explainPolicy = (
  open: OpenRegion,
  policy: Policy,
  outcome: ExplainedOutcome,
  options: ExplainOptions = {},
): ExplainedChange => explain(open, partsOf(open, policy, options.mostLevers), outcome, options)

/** The change against doing nothing under the standard assumptions, split over the policy and the assumptions. */
export const explainSource = (
  open: OpenRegion,
  policy: Policy,
  assumptions: Assumptions,
  outcome: ExplainedOutcome,
  options: Omit<ExplainOptions, 'assumptions'> = {},
): ExplainedChange => explain(open, sourceParts(open, policy, assumptions), outcome, options)

/** The share of one theme, split further over its levers (Owen values): they sum to the share of the theme. */
export const explainTheme = (
  open: OpenRegion,
  policy: Policy,
  theme: string,
  outcome: ExplainedOutcome,
  options: ExplainOptions = {},
): PartShare[] => {
  const parts = partsOf(open, policy, options.mostLevers)
  const own = parts.find(({ id, kind }) => id === theme && kind === 'theme')
  if (own === undefined) {
    const themes = parts.filter(({ kind }) => kind === 'theme').map(({ id }) => id)
    throw new UsageError(analysisMessages.noTheme({ theme, known: themes.join(', ') }))
  }
  const others = parts.filter(one => one !== own)
  const levers = leverParts(open, own.policy)
  const all = [...others, ...levers]
  const paths = pathsOf(
    open,
    outcome,
    Array.from({ length: 2 ** all.length }, (_, coalition) => inForce(all, coalition)),
    options,
  )
  const at = (path: ArrayLike<number>): number =>
    meanIn(path, outcome, open.region.start, open.simulator.horizon.stepsPerYear)
  const place = (outside: number, inside: number): number => outside + 2 ** others.length * inside
  const values = splitWithin(others.length, levers.length, (outside, inside) => paths[place(outside, inside)])
  return levers.map(({ id, label, kind }, index) => {
    const [value, alone] = [at(values[index]), at(paths[place(0, 1 << index)]) - at(paths[0])]
    return { id, label, kind, levers: [id], value, alone, together: value - alone, path: [...values[index]] }
  })
}

const atOnce = 32

/** The range of 80 % of simulations for a change; every simulation is run with and without the policy. */
export const changeRange = async (
  open: OpenRegion,
  { policy, assumptions }: SetInputs,
  outcome: ExplainedOutcome,
  { members, seed }: Pick<EnsembleSettings, 'members' | 'seed'>,
  { many, advance }: { readonly many: RunMany; readonly advance: (runs: number) => Promise<void> | void },
): Promise<Band> => {
  const read = outcomeIn(open, outcome)
  const draw = memberInput(open.linked, open.simulator, { members, seed })
  const changes: number[] = []
  for (let from = 0; from < members; from += atOnce) {
    const draws = Array.from({ length: Math.min(atOnce, members - from) }, (_, at) => draw(from + at))
    const runs = many(
      draws.flatMap(one => [{}, policy].map(chosen => ({ ...one, policy: chosen, assumptions }))),
      recordFor(outcome),
    )
    const means = allRuns(runs).map(read)
    for (let at = 0; at < draws.length; at++) changes.push(means[2 * at + 1]! - means[2 * at]!)
    await advance(draws.length)
  }
  return bandOf(changes)
}
