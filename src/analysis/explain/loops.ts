/**
 * Measures the named feedback loops of a run: their direction and strength, what a policy changes in them, and which
 * lead to an outcome.
 */

import { usage } from '../messages.ts'
import { UsageError } from '../../language/reported-error.ts'
import { loopGain } from '../../engine/explain/loop-gain.ts'
import type { RunInput } from '../../engine/run.ts'
import { inputsOf } from '../../language/trace.ts'
import { feedbackLoops, type LoopSign } from '../../model/loops.ts'
import type { OpenRegion } from '../simulation.ts'
import { movedLevers } from './parts.ts'

interface MeasuredLink {
  readonly from: string
  readonly to: string
  readonly sign: -1 | 0 | 1
  /** Levers of the policy that the equation of `to` reads. */
  readonly levers: readonly string[]
}

export interface MeasuredLoop {
  readonly id: string
  readonly name: string
  readonly doc: string
  /** As the loop is meant. */
  readonly sign: LoopSign
  /** As measured: 'none' where a link does not move here (a bound, a rule that is not in force). */
  readonly acts: LoopSign | 'none'
  /** Share of a rise of the first variable, held for the years, that the loop has added (or, below 0, taken off) at their end. */
  readonly gain: number
  readonly path: readonly number[]
  readonly links: readonly MeasuredLink[]
  /** Variables in a diagram, in their order, with short names. */
  readonly shown: ReadonlyArray<{ readonly variable: string; readonly name: string }>
  /** Between the shown variables: the product of the signs on the way, and the levers that act there. */
  readonly arrows: readonly MeasuredLink[]
}

export interface LoopOptions {
  /** Calendar time from which the first variable is held; 2030 when absent. */
  readonly from?: number
  /** For how many years; 5 when absent. */
  readonly years?: number
  /** Place of an area, or all together. */
  readonly area?: number
}

export const loopStart = 2030
export const loopYears = 5

/** The whole way between two shown variables as one arrow. */
const arrowsOf = (links: readonly MeasuredLink[], shown: readonly string[]): MeasuredLink[] => {
  const arrows: MeasuredLink[] = []
  const first = links.findIndex(({ from }) => from === shown[0])
  let begun: MeasuredLink | undefined
  for (let at = 0; at < links.length; at++) {
    const link = links[(first + at) % links.length]
    const levers = [...new Set([...(begun?.levers ?? []), ...link.levers])]
    const sign = ((begun?.sign ?? 1) * link.sign) as MeasuredLink['sign']
    begun = { from: begun?.from ?? link.from, to: link.to, sign: Object.is(sign, -0) ? 0 : sign, levers }
    if (!shown.includes(link.to)) continue
    arrows.push(begun)
    begun = undefined
  }
  return arrows
}

/** All loops along one run. */
export const measureLoops = (
  open: OpenRegion,
  input: Omit<RunInput, 'record' | 'observe'>,
  { from = loopStart, years = loopYears, area }: LoopOptions = {},
): MeasuredLoop[] => {
  const { linked, region, simulator } = open
  const { stepsPerYear } = simulator.horizon
  const first = Math.round((from - region.start) * stepsPerYear)
  const last = first + Math.round(years * stepsPerYear)
  if (!(first >= 0 && first < last && last <= simulator.steps)) {
    throw new UsageError(usage.loopsOutside({ from, years, start: region.start, last: simulator.horizon.end - 1 }))
  }
  const steps: Float64Array[] = []
  simulator.run({
    ...input,
    record: [],
    observe: (values, step) => {
      if (step >= first && step < last) steps.push(Float64Array.from(values))
    },
  })
  const moved = Object.keys(movedLevers(open, input.policy ?? {}))
  return feedbackLoops.map(({ id, name, doc, sign, path, shown }): MeasuredLoop => {
    const { gain, path: gains, links } = loopGain(linked, path, steps, area)
    const measured = links.map((link): MeasuredLink => {
      const read = inputsOf(linked, link.to)
      return { ...link, levers: moved.filter(lever => read.includes(lever)) }
    })
    const names = path.filter(variable => variable in shown)
    const acts = gain > 0 ? 'reinforcing' : gain < 0 ? 'balancing' : 'none'
    return {
      id,
      name,
      doc,
      sign,
      acts,
      gain,
      path: gains,
      links: measured,
      shown: names.map(variable => ({ variable, name: shown[variable] })),
      arrows: arrowsOf(measured, names),
    }
  })
}

/** How many equations lie between each variable and an outcome that depends on it. */
const distancesTo = ({ linked }: OpenRegion, outcome: string): Map<string, number> => {
  const distances = new Map([[outcome, 0]])
  const queue = [outcome]
  for (const name of queue) {
    for (const input of inputsOf(linked, name)) {
      if (distances.has(input)) continue
      distances.set(input, distances.get(name)! + 1)
      queue.push(input)
    }
  }
  return distances
}

/** The loops that lead to an outcome, the nearest first and, of those equally near, the strongest. */
export const loopsTowards = (open: OpenRegion, loops: readonly MeasuredLoop[], outcome: string): MeasuredLoop[] => {
  const distances = distancesTo(open, outcome)
  const distance = ({ links }: MeasuredLoop): number =>
    Math.min(...links.map(({ from }) => distances.get(from) ?? Number.POSITIVE_INFINITY))
  return loops
    .filter(loop => Number.isFinite(distance(loop)))
    .toSorted((a, b) => distance(a) - distance(b) || Math.abs(b.gain) - Math.abs(a.gain))
}

/** A policy's levers that act on a loop. */
export const leversOn = ({ links }: Pick<MeasuredLoop, 'links'>): string[] => [
  ...new Set(links.flatMap(({ levers }) => levers)),
]
