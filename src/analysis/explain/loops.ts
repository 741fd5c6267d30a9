/**
 * Measures the named feedback loops of a run: their direction and strength, what each contributes year by year, what a
 * policy changes in them, and which pass through an outcome.
 */

import { usage } from '../messages.ts'
import { UsageError } from '../../language/reported-error.ts'
import { loopGain } from '../../engine/explain/loop-gain.ts'
import { loopScores } from '../../engine/explain/loop-score.ts'
import type { RunInput } from '../../engine/run.ts'
import { inputsOf } from '../../language/trace.ts'
import type { LoopSign } from '../../model/loops/loop.ts'
import { feedbackLoops } from '../../model/loops.ts'
import type { OpenRegion } from '../simulation.ts'
import { movedLevers } from './parts.ts'
import { valuesOfRun } from './tree.ts'

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
  /**
   * Loop scores (`loopScores`) of each year after the first, area by area: comparable only with those of other loops in
   * the same area and year. Areas are scored apart because their changes can cancel out when they are added up.
   */
  readonly scores: ReadonlyArray<readonly number[]>
  readonly links: readonly MeasuredLink[]
  /** Variables in a diagram, in their order, with short names. */
  readonly shown: ReadonlyArray<{ readonly variable: string; readonly name: string }>
  /** Between the shown variables: the product of the signs on the way, and the levers that act there. */
  readonly arrows: readonly MeasuredLink[]
}

/** A loop beside others. */
export interface RankedLoop extends MeasuredLoop {
  /** Share of its score in those of all these loops, signs aside, by year, mean of the areas; above 0: reinforcing. */
  readonly shares: readonly number[]
  /** Mean of the shares, signs aside. */
  readonly meanShare: number
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
  input: Pick<RunInput, 'policy' | 'assumptions'>,
  { from = loopStart, years = loopYears, area }: LoopOptions = {},
): MeasuredLoop[] => {
  const { linked, region, simulator } = open
  const { stepsPerYear } = simulator.horizon
  const first = Math.round((from - region.start) * stepsPerYear)
  const last = first + Math.round(years * stepsPerYear)
  if (!(first >= 0 && first < last && last <= simulator.steps)) {
    throw new UsageError(usage.loopsOutside({ from, years, start: region.start, last: simulator.horizon.end - 1 }))
  }
  const values = valuesOfRun(open, input)
  const steps = values.slice(first, last)
  const paths = feedbackLoops.map(({ path }) => path)
  const areas = area === undefined ? (linked.dimensions.get('area')?.labels.map((_, at) => at) ?? [undefined]) : [area]
  const scores = areas.map(one => loopScores(linked, paths, values, stepsPerYear, one))
  const moved = Object.keys(movedLevers(open, input.policy ?? {}))
  return feedbackLoops.map(({ id, name, doc, sign, path, shown }, at): MeasuredLoop => {
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
      scores: scores.map(own => own[at]),
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

/** The years that scores are of. */
export const scoreYears = ({ region, simulator }: OpenRegion): number[] => {
  const first = Math.floor(region.start) + 1
  return Array.from({ length: simulator.horizon.end - first }, (_, at) => first + at)
}

/** Loops beside each other, the one that does most over the years first. */
export const rankLoops = (loops: readonly MeasuredLoop[]): RankedLoop[] => {
  const sums = (loops[0]?.scores ?? []).map((years, area) =>
    years.map((_, year) => loops.reduce((sum, { scores }) => sum + Math.abs(scores[area][year]), 0)),
  )
  const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / (values.length || 1)
  return loops
    .map((loop): RankedLoop => {
      const shares = (sums[0] ?? []).map((_, year) =>
        mean(sums.map((own, area) => (own[year] === 0 ? 0 : loop.scores[area][year] / own[year]))),
      )
      return { ...loop, shares, meanShare: mean(shares.map(Math.abs)) }
    })
    .toSorted((a, b) => b.meanShare - a.meanShare)
}

/**
 * The loops that pass through an outcome, ranked: those that lie nearest to it by the number of equations between, and
 * those at most one equation further away.
 */
export const loopsThrough = (open: OpenRegion, loops: readonly MeasuredLoop[], outcome: string): RankedLoop[] => {
  const distances = distancesTo(open, outcome)
  const far = loops.map(({ links }) =>
    Math.min(...links.map(({ from }) => distances.get(from) ?? Number.POSITIVE_INFINITY)),
  )
  const nearest = Math.min(...far)
  return rankLoops(loops.filter((_, at) => Number.isFinite(far[at]) && far[at] <= nearest + 1))
}

/** A policy's levers that act on a loop. */
export const leversOn = ({ links }: Pick<MeasuredLoop, 'links'>): string[] => [
  ...new Set(links.flatMap(({ levers }) => levers)),
]
