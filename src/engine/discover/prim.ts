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

/** A box on the way: its bounds, and the rows in it by the values of each input that is peeled: ranks[place of the input]. */
interface Stage {
  readonly bounds: Bounds
  readonly ranks: readonly Int32Array[]
  /** The cases and events that lie in it. */
  readonly cases: number
  readonly events: number
}

const wholeStage = ({ columns, events }: Cases, inputs: readonly number[]): Stage => ({
  bounds: {
    low: new Float64Array(columns.length).fill(-Infinity),
    high: new Float64Array(columns.length).fill(Infinity),
  },
  ranks: inputs.map(at => Int32Array.from(events.keys()).sort((one, other) => columns[at][one] - columns[at][other])),
  cases: events.length,
  events: events.filter(Boolean).length,
})

/** The peel that leaves the densest box; undefined where none leaves enough cases. */
const peeled = (
  { columns, events }: Cases,
  inputs: readonly number[],
  { bounds, ranks, cases, events: inside }: Stage,
  peel: number,
  least: number,
): Stage | undefined => {
  const away = Math.max(1, Math.floor(peel * cases))
  let best: { input: number; side: 'low' | 'high'; bound: number; cases: number; events: number } | undefined
  const take = (input: number, side: 'low' | 'high', bound: number, gone: number, lost: number): void => {
    const left = { cases: cases - gone, events: inside - lost }
    if (left.cases < least || gone === 0) return
    if (best === undefined || left.events / left.cases > best.events / best.cases)
      best = { input, side, bound, ...left }
  }
  for (const [place, input] of inputs.entries()) {
    const [column, rows] = [columns[input], ranks[place]]
    const [low, high] = [midway(column, rows, away), midway(column, rows, cases - away)]
    let [gone, lost] = [0, 0]
    for (; column[rows[gone]] < low; gone++) if (events[rows[gone]]) lost++
    take(input, 'low', low, gone, lost)
    ;[gone, lost] = [0, 0]
    for (; column[rows[cases - 1 - gone]] > high; gone++) if (events[rows[cases - 1 - gone]]) lost++
    take(input, 'high', high, gone, lost)
  }
  if (best === undefined) return undefined
  const { input, side, bound, ...left } = best
  const column = columns[input]
  const keeps = (row: number): boolean => (side === 'low' ? column[row] >= bound : column[row] <= bound)
  return {
    bounds: { ...bounds, [side]: bounds[side].with(input, bound) },
    ranks: ranks.map(rows => rows.filter(keeps)),
    ...left,
  }
}

/** Between two neighbours, so that a bound is no value of the sample. */
const midway = (column: Float64Array, rows: Int32Array, at: number): number =>
  (column[rows[at - 1]] + column[rows[at]]) / 2

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
  const size = cases.events.length
  const least = Math.max(2, Math.ceil(leastMass * size))
  const steps: Step[] = []
  const first = wholeStage(cases, inputs)
  for (let stage: Stage | undefined = first; stage !== undefined; ) {
    const { bounds, cases: inside, events }: Stage = stage
    steps.push({
      coverage: events / Math.max(1, first.events),
      density: events / inside,
      mass: inside / size,
      inputs: restrictedIn(bounds).length,
      bounds,
    })
    stage = events === inside ? undefined : peeled(cases, inputs, stage, peel, least)
  }
  return steps
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

export const casesIn = ({ columns, events }: Cases, { restrictions }: Pick<Box, 'restrictions'>): boolean[] =>
  events.map((_, row) =>
    restrictions.every(({ input, low, high }) => columns[input][row] >= low && columns[input][row] <= high),
  )
