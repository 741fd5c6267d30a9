/**
 * Finds boxes of inputs in which an event is frequent: the patient rule induction method (Friedman and Fisher 1999, "Bump
 * hunting in high-dimensional data", Statistics and Computing 9), with the coverage, density and tests of restrictions of
 * Bryant and Lempert (2010, "Thinking inside the box", Technological Forecasting and Social Change 77).
 */

import { exp, ln } from '../../language/elementary.ts'

/** Values of inputs by row: columns[input][row]. */
export interface Cases {
  readonly columns: readonly Float64Array[]
  /** True where the event comes. */
  readonly events: readonly boolean[]
}

interface Restriction {
  readonly input: number
  /** Both ends are included; infinite where that side is free. */
  readonly low: number
  readonly high: number
  /** Chance to see so high a density in the box if the restriction said nothing (Bryant and Lempert's quasi-p-value). */
  readonly chance: number
}

export interface Box {
  readonly restrictions: readonly Restriction[]
  /** Share of all events that lie in the box. */
  readonly coverage: number
  /** Share of the cases in the box in which the event comes. */
  readonly density: number
  /** Share of all cases that lie in the box. */
  readonly mass: number
}

export interface PrimSettings {
  /** Share of the cases that a step takes away: 0.05. */
  readonly peel?: number
  /** Share of all cases that a box keeps at least: 0.05. */
  readonly leastMass?: number
  /** Restrictions whose chance is above this are taken back: 0.05. */
  readonly mostChance?: number
  /** Inputs that a box restricts at most, so that people can read it: 4. */
  readonly mostInputs?: number
}

export interface PrimResult {
  readonly box: Box
  /** The trade-off: each step of the peeling, from all cases on. */
  readonly steps: ReadonlyArray<Pick<Box, 'coverage' | 'density' | 'mass'> & { readonly inputs: number }>
}

interface Bounds {
  readonly low: Float64Array
  readonly high: Float64Array
}

const rowsIn = ({ columns }: Cases, bounds: Bounds, rows: readonly number[]): number[] => {
  const { low, high } = bounds
  const restricted = restrictedIn(bounds)
  return rows.filter(row => restricted.every(at => columns[at][row] >= low[at] && columns[at][row] <= high[at]))
}

const eventsIn = ({ events }: Cases, rows: readonly number[]): number => rows.filter(row => events[row]).length

const restrictedIn = ({ low, high }: Bounds): number[] =>
  [...low.keys()].filter(at => low[at] > -Infinity || high[at] < Infinity)

/** The peel that leaves the densest box; undefined where none leaves enough cases. */
const peeled = (
  cases: Cases,
  inputs: readonly number[],
  bounds: Bounds,
  rows: readonly number[],
  peel: number,
  least: number,
) => {
  let best: { bounds: Bounds; rows: number[]; density: number } | undefined
  const take = (next: Bounds, keeps: (row: number) => boolean): void => {
    const left = rows.filter(keeps)
    if (left.length < least || left.length === rows.length) return
    const density = eventsIn(cases, left) / left.length
    if (best === undefined || density > best.density) best = { bounds: next, rows: left, density }
  }
  const away = Math.max(1, Math.floor(peel * rows.length))
  for (const at of inputs) {
    const column = cases.columns[at]
    const sorted = Float64Array.from(rows, row => column[row]).sort()
    const [low, high] = [midway(sorted, away), midway(sorted, sorted.length - away)]
    take({ ...bounds, low: bounds.low.with(at, low) }, row => column[row] >= low)
    take({ ...bounds, high: bounds.high.with(at, high) }, row => column[row] <= high)
  }
  return best
}

/** Between two neighbours, so that a bound is no value of the sample. */
const midway = (sorted: Float64Array, at: number): number => (sorted[at - 1] + sorted[at]) / 2

/** Chance of so many events or more among so many cases, each with the same probability; summed by logarithms. */
const binomialTail = (events: number, cases: number, probability: number): number => {
  if (probability >= 1 || events === 0) return 1
  if (probability <= 0) return 0
  const odds = ln(probability) - ln(1 - probability)
  let logTerm = cases * ln(1 - probability)
  let above = 0
  for (let at = 0; at <= cases; at++) {
    if (at >= events) above += exp(logTerm)
    logTerm += ln((cases - at) / (at + 1) || 1) + odds
  }
  return Math.min(1, above)
}

/** @internal For tests: the measures of a box whose rows are known. */
export const boxOf = (cases: Cases, bounds: Bounds, rows: readonly number[]): Box => {
  const all = cases.events.map((_, row) => row)
  const events = eventsIn(cases, rows)
  return {
    restrictions: restrictedIn(bounds).map(input => {
      const without = rowsIn(cases, freed(bounds, input), all)
      const probability = eventsIn(cases, without) / without.length
      const chance = binomialTail(events, rows.length, probability)
      return { input, low: bounds.low[input], high: bounds.high[input], chance }
    }),
    coverage: events / Math.max(1, eventsIn(cases, all)),
    density: events / Math.max(1, rows.length),
    mass: rows.length / cases.events.length,
  }
}

const freed = ({ low, high }: Bounds, at: number): Bounds => ({
  low: low.with(at, -Infinity),
  high: high.with(at, Infinity),
})

/** Takes back the restriction that says least, as long as there is one that says too little. */
const simplified = (cases: Cases, bounds: Bounds, mostChance: number): Box => {
  const all = cases.events.map((_, row) => row)
  const box = boxOf(cases, bounds, rowsIn(cases, bounds, all))
  const worst = box.restrictions.reduce(
    (most: Restriction | undefined, one) => (most === undefined || one.chance > most.chance ? one : most),
    undefined,
  )
  if (worst === undefined || worst.chance <= mostChance) return box
  return simplified(cases, freed(bounds, worst.input), mostChance)
}

/** Harmonic mean of coverage and density: one number for the trade-off. */
const balance = ({ coverage, density }: Pick<Box, 'coverage' | 'density'>): number =>
  coverage + density === 0 ? 0 : (2 * coverage * density) / (coverage + density)

type Step = PrimResult['steps'][number] & { readonly bounds: Bounds }

/** Peels one step after the other until too few cases are left, or only events. */
const peeling = (cases: Cases, inputs: readonly number[], { peel = 0.05, leastMass = 0.05 }: PrimSettings): Step[] => {
  const least = Math.max(2, Math.ceil(leastMass * cases.events.length))
  const size = cases.columns.length
  let bounds: Bounds = { low: new Float64Array(size).fill(-Infinity), high: new Float64Array(size).fill(Infinity) }
  let rows = cases.events.map((_, row) => row)
  const all = Math.max(1, eventsIn(cases, rows))
  const steps: Step[] = []
  for (;;) {
    const events = eventsIn(cases, rows)
    steps.push({
      coverage: events / all,
      density: events / rows.length,
      mass: rows.length / cases.events.length,
      inputs: restrictedIn(bounds).length,
      bounds,
    })
    const next = events === rows.length ? undefined : peeled(cases, inputs, bounds, rows, peel, least)
    if (next === undefined) return steps
    bounds = next.bounds
    rows = next.rows
  }
}

/**
 * The box with the best balance of coverage and density, without restrictions that chance would explain. All inputs are
 * peeled first, to find those that matter; the box is peeled over these alone, because with many inputs some are always
 * restricted by chance.
 */
export const prim = (cases: Cases, settings: PrimSettings = {}): PrimResult => {
  const { mostChance = 0.05, mostInputs = 4 } = settings
  const balanced = (steps: readonly Step[]): Box => {
    const best = steps.reduce((found, one) => (balance(one) > balance(found) ? one : found))
    return simplified(cases, best.bounds, mostChance)
  }
  const first = peeling(cases, [...cases.columns.keys()], settings)
  const matter = balanced(first)
    .restrictions.toSorted((a, b) => a.chance - b.chance)
    .slice(0, mostInputs)
  const steps = peeling(
    cases,
    matter.map(({ input }) => input),
    settings,
  )
  return {
    box: balanced(steps),
    steps: steps.map(({ coverage, density, mass, inputs }) => ({ coverage, density, mass, inputs })),
  }
}

/** Rows of the cases that lie in a box. */
export const casesIn = ({ columns, events }: Cases, { restrictions }: Pick<Box, 'restrictions'>): boolean[] =>
  events.map((_, row) =>
    restrictions.every(({ input, low, high }) => columns[input][row] >= low && columns[input][row] <= high),
  )
