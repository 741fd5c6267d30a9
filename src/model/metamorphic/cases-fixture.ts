/**
 * Random cases for metamorphic relations: the parameters and shocks of a member of an ensemble under a random policy,
 * and how two runs are compared.
 */

import { inputKinds } from '../../language/linked.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import { openRegion } from '../../cli/testing/open-fixture.ts'
import { memberInput } from '../../engine/ensemble.ts'
import { createStream } from '../../engine/random.ts'
import type { Run, RunInput, Simulator } from '../../engine/run.ts'
import { leversOf, type LeverSetting, type Policy } from '../../engine/scenario.ts'
import type { Variable } from '../../language/linked.ts'

/** Long enough for policies that begin by 2029 to work through budgets, homes and people. */
export const horizonEnd = 2035
export const open: OpenRegion = openRegion('northeast', { horizonEnd })
export const { areas } = open.region
export const levers = leversOf(open.linked)
/** A scale that takes its unit from its parts, and placeholders for the time before the first step. */
const withoutMeaning = ['capacityScale', 'productivityBefore', 'realIncomePerHeadBefore']
/** Everything that is worked out, without the long columns by age. */
export const watched = [...open.linked.variables.values()].flatMap(({ name, kind, size }) =>
  size <= 12 && !inputKinds.includes(kind) && !withoutMeaning.includes(name) ? [name] : [],
)

export type Input = Omit<RunInput, 'record'>

export interface Case {
  readonly input: Input & { readonly policy: Policy; readonly sampled: ReadonlyMap<string, number> }
  /** The run of the case by itself; most relations compare with it. */
  readonly usual: Run
  /** A number in [0, 1) that only the case and the name decide. */
  readonly uniform: (name: string) => number
}

export interface Relation {
  readonly name: string
  /** The statement that must hold. */
  readonly says: string
  /** Nothing where it holds in a case, else what is wrong. */
  readonly broken: (one: Case) => string | undefined
}

export const runOn = (simulator: Simulator, input: Input, record: readonly string[] = watched): Run =>
  simulator.run({ ...input, record })
export const runUsual = (input: Input, record: readonly string[] = watched): Run => runOn(open.simulator, input, record)

export const variableOf = (name: string, { linked } = open): Variable => {
  const variable = linked.variables.get(name.replace(/^closing\((.*)\)$/, '$1'))
  if (variable === undefined) throw new Error(`no variable '${name}'`)
  return variable
}

const financing = [...levers.keys()].filter(name => name.startsWith('financedBy'))
const spending = [...levers.keys()].filter(name => !financing.includes(name))

/** A seventh of the levers anywhere within their bounds, at different times; half of the policies have financing. */
const randomPolicy = (uniform: Case['uniform']): Policy => {
  const pick = <T>(name: string, from: readonly T[]): T => from[Math.floor(uniform(name) * from.length)]!
  const setting = (name: string): LeverSetting => {
    const [low, high] = levers.get(name)!.bounds
    const end = pick(`${name} end`, [undefined, undefined, undefined, 2032])
    return {
      value: low + uniform(`${name} value`) * (high - low),
      start: pick(`${name} start`, [2026, 2027.5, 2029]),
      ramp: pick(`${name} ramp`, [0, 1, 3]),
      ...(end === undefined ? {} : { end }),
    }
  }
  const set = spending.filter(name => uniform(`${name} set`) < 1 / 7)
  const payer = uniform('financed') < 0.5 ? [pick('payer', financing)] : []
  return Object.fromEntries([...set, ...payer].map(name => [name, setting(name)]))
}

/** The first `count` cases of a seed. */
export const casesOf = (seed: number, count: number): ((at: number) => Case) => {
  const draw = memberInput(open.linked, open.simulator, { seed, members: count })
  return at => {
    const uniform = (name: string): number => createStream(seed, `case ${name}`)(at, 0, 0)
    const { sampled, shocks } = draw(at)
    const input = { sampled: sampled!, shocks: shocks!, policy: randomPolicy(uniform) }
    return { input, usual: runUsual(input), uniform }
  }
}

export interface Comparison {
  readonly names?: readonly string[]
  /** Largest difference, of the largest value in the run, of output where that is money, or of 1; 0: to the bit. */
  readonly tolerance: number
  /** Ratio of a value to that of the first run: 1 when absent. */
  readonly factor?: (variable: Variable) => number
  /** The element of the second run that stands for one of the first: the same when absent; undefined: not compared. */
  readonly element?: (variable: Variable, element: number) => number | undefined
  /** Steps that are compared: all when absent. */
  readonly steps?: number
}

/** Scale of differences where a variable is next to nothing: sums of large terms are not exact. */
const floorOf = ({ unit, dimensions }: Variable, run: Run): number => {
  if (!unit.powers.some(([base, power]) => base === 'CNY' && power === 1)) return 1
  const { values } = run.series.get(dimensions.length === 0 ? 'regionNominalOutput' : 'nominalOutput')!
  return values[0]!
}

/** The first variable that differs between two runs beyond the tolerance, with how and when. */
export const difference = (
  first: Run,
  second: Run,
  { names = watched, tolerance, factor = () => 1, element = (_, at) => at, steps }: Comparison,
): string | undefined => {
  for (const name of names) {
    const [one, other] = [first.series.get(name)!, second.series.get(name)!]
    const variable = variableOf(name)
    const times = factor(variable)
    const last = Math.min(steps ?? Infinity, one.values.length / one.size, other.values.length / other.size)
    for (let at = 0; at < one.size; at++) {
      const place = element(variable, at)
      if (place === undefined) continue
      let most = 0
      let largest = tolerance === 0 ? 0 : Math.abs(times) * floorOf(variable, first)
      let when = 0
      for (let step = 0; step < last; step++) {
        const expected = times * one.values[step * one.size + at]!
        const found = other.values[step * other.size + place]!
        const gap = Math.abs(found - expected)
        // Keeps what is no number.
        if (!(gap <= most) && !Number.isNaN(most)) [most, when] = [gap, step]
        largest = Math.max(largest, Math.abs(expected))
      }
      if (!(most <= tolerance * largest))
        return `${name}, element ${at}, step ${when}: off by ${(most / largest).toPrecision(3)} of its scale`
    }
  }
  return undefined
}

/** Sum of a variable over its elements, mean of the steps of some years. */
export const totalOf = (run: Run, name: string, from: number, to = from): number => {
  const { size, values } = run.series.get(name)!
  const [first, end] = [(from - open.region.start) * run.stepsPerYear, (to + 1 - open.region.start) * run.stepsPerYear]
  let sum = 0
  for (let at = first * size; at < end * size; at++) sum += values[at]!
  return sum / (end - first)
}

/** A change against `sign`, or none at all unless it `mayRest`. */
export const wrongWay = (
  what: string,
  before: number,
  after: number,
  sign: number,
  mayRest = false,
): string | undefined => {
  const change = sign * (after - before)
  const room = 1e-9 * Math.max(Math.abs(before), Math.abs(after))
  return change > 0 || (mayRest && change >= -room) ? undefined : `${what}: ${before} -> ${after}`
}
