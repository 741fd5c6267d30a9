/**
 * What a yuan of each kind of spending does: the effect on output and on household consumption per yuan of gross outlay,
 * one, five and twelve years after it begins, beside what studies found. A reform, whose cost follows from it or is none, shows its whole effect.
 */

import { readRun } from '../engine/run/reader.ts'
import type { Run } from '../engine/run.ts'
import { leversOf, type Policy, standardAt } from '../engine/scenario.ts'
import { outlaysOf, policyOutlay } from '../language/outlays.ts'
import { packageStart, playbooks } from '../model/playbooks.ts'
import { type PublishedEffect, publishedEffects } from '../model/published-effects.ts'
import type { OpenRegion } from './simulation.ts'

/** Years after the start of the measure. */
export const horizons: readonly number[] = [1, 5, 12]

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
  /** At each of `horizons`: yuan of output a year per yuan spent in that year; for a reform, change of output as a share. */
  readonly output: readonly number[]
  /** The same for household consumption; for a reform as a share of consumption. */
  readonly consumption: readonly number[]
  readonly published: ReadonlyArray<PublishedEffect & { readonly model: number; readonly verdict: Verdict }>
}

/** Where the model's effect lies against the estimates; 'one estimate' is no range. */
type Verdict = 'inside' | 'below' | 'above' | 'one estimate'

const record = ['regionOutput', 'regionConsumption', policyOutlay, 'price']

interface Totals {
  readonly output: number
  readonly consumption: number
  readonly outlay: number
}

/** Regional totals of a year, prices of the start, CNY bn. */
const totalsIn = ({ region }: OpenRegion, run: Run, year: number): Totals => {
  const reader = readRun(run)
  const outlay = region.areas.reduce(
    (sum, area) => sum + reader.mean(policyOutlay, year, area) / reader.mean('price', year, area),
    0,
  )
  return {
    output: reader.mean('regionOutput', year),
    consumption: reader.mean('regionConsumption', year),
    outlay,
  }
}

const verdictOf = (model: number, { estimates }: PublishedEffect): Verdict => {
  const values = estimates.map(({ value }) => value)
  if (values.length < 2) return 'one estimate'
  if (model < Math.min(...values)) return 'below'
  return model > Math.max(...values) ? 'above' : 'inside'
}

/** The value that packages give a reform, the farthest from its standard; the farther bound where none sets it. */
const reformValue = (name: string, standard: number, bounds: readonly [number, number]): number => {
  const set = playbooks.flatMap(({ levers }) => (Object.hasOwn(levers, name) ? [levers[name]] : []))
  const farther = (one: number, other: number): number =>
    Math.abs(other - standard) > Math.abs(one - standard) ? other : one
  return (set.length > 0 ? set : bounds).reduce(farther, standard)
}

/**
 * Central runs of one measure at a time, at once from the start of packages and for good, paid by the central government
 * so that no other spending gives way. A spending lever is set so that it spends 1 % of output in its first year, or as
 * much of it as its bounds allow. Levers of external conditions and of financing are left out.
 */
export const multipliersOf = (open: OpenRegion): Multiplier[] => {
  const { linked, simulator } = open
  const levers = leversOf(linked)
  const run = (policy: Policy): Run => simulator.run({ policy, record })
  const years = horizons.map(after => packageStart + after - 1)
  const before = run({})
  const baseline = years.map(year => totalsIn(open, before, year))
  const policyAt = (name: string, value: number): Policy => ({
    [name]: { value, start: packageStart, ramp: 0 },
    financedByCentre: { value: 1, start: packageStart, ramp: 0 },
  })
  const shareAt = (name: string, value: number): number => {
    const { outlay } = totalsIn(open, run(policyAt(name, value)), packageStart)
    return outlay / baseline[0].output
  }
  /** Outlays rise with the lever, nearly in proportion, so that a few corrections find the value that spends `size`. */
  const spendingValue = (name: string, standard: number, upper: number): number => {
    let value = upper
    for (let round = 0; round < 8; round++) {
      const share = shareAt(name, value)
      if (share <= 0 || Math.abs(share - size) <= 1e-6 * size) break
      const corrected = Math.min(upper, standard + ((value - standard) * size) / share)
      if (corrected === value) break
      value = corrected
    }
    return value
  }
  const measure = (name: string, value: number, spends: boolean): Multiplier => {
    const { doc, unit, standard } = levers.get(name)!
    const changed = run(policyAt(name, value))
    const effects = years.map((year, at) => {
      const after = totalsIn(open, changed, year)
      const per = (kind: 'output' | 'consumption'): number =>
        (after[kind] - baseline[at][kind]) / (spends ? after.outlay : baseline[at][kind])
      return { output: per('output'), consumption: per('consumption') }
    })
    const published = publishedEffects
      .filter(effect => spends && effect.lever === name)
      .map(effect => {
        const model = effects[horizons.indexOf(effect.year)][effect.on]
        return { ...effect, model, verdict: verdictOf(model, effect) }
      })
    return {
      lever: name,
      doc,
      unit,
      standard: standardAt(standard, packageStart),
      value,
      outlay: spends ? totalsIn(open, changed, packageStart).outlay / baseline[0].output : 0,
      output: effects.map(({ output }) => output),
      consumption: effects.map(({ consumption }) => consumption),
      published,
    }
  }
  const outside = new Set(['Financing', 'External restrictions'])
  const first = new Set(outlaysOf(levers).map(outlay => outlay.levers[0]))
  return [...levers].flatMap(([name, lever]): Multiplier[] => {
    if (outside.has(lever.theme)) return []
    const standard = standardAt(lever.standard, packageStart)
    if (lever.cost === undefined || lever.scaled === false) {
      // A lever that only says whom another lever's outlay covers has no effect by itself.
      if (lever.cost !== undefined && !first.has(name)) return []
      return [measure(name, reformValue(name, standard, lever.bounds), false)]
    }
    const value = spendingValue(name, standard, lever.bounds[1])
    return shareAt(name, value) < leastSize ? [] : [measure(name, value, true)]
  })
}
