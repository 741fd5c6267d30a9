/**
 * How the verdict changes when one input moves over its range: the moves of evidence-ranking.ts for that input alone.
 */

import type { RunMany } from '../engine/run/many.ts'
import type { Assumptions, Policy } from '../engine/scenario.ts'
import { morrisOrder, sensitivityPoints } from '../engine/sensitivity-design.ts'
import type { RegionData } from '../regions/types.ts'
import { designOf, judgeRuns, moveBetween, pathEnds, type RankedInput, rankedBy } from './evidence-ranking.ts'
import { assumptionsAt, uncertainInputsOf } from './uncertain-inputs.ts'
import { uncertainPathsOf } from './uncertain-paths.ts'
import type { JudgedMember } from './fold.ts'
import type { OpenRegion } from './simulation.ts'

export interface InputSensitivity extends RankedInput {
  /** Moves that were made, and of both their ends how many simulations are revived, by their weights. */
  readonly moves: number
  readonly revived: { readonly low: number; readonly high: number }
  /** Moves left out because one of their ends has no solution. */
  readonly failed: number
}

export interface InputSensitivitySettings {
  /** As `uncertainInputsOf` and `uncertainPathsOf` name it. */
  readonly input: string
  readonly policy: Policy
  /** Values that are taken as known; those of the input itself are left aside. */
  readonly assumptions: Assumptions
  readonly walks: number
  readonly seed: number
}

/** Walks between two pauses. */
const batch = 4

/**
 * Undefined where nothing of that name is uncertain. The numbers are those of the whole ranking, to the bit. `runsOn` runs
 * the region with another path; `pause` is waited for between batches, with the moves made.
 */
export const rankOne = async (
  open: OpenRegion,
  runsOn: (region: RegionData) => RunMany,
  { input: name, policy, assumptions, walks, seed }: InputSensitivitySettings,
  pause: (moves: number) => Promise<void> | void = () => {},
): Promise<InputSensitivity | undefined> => {
  const inputs = uncertainInputsOf(open)
  const names = inputs.map(one => one.name)
  const input = inputs.find(one => one.name === name)
  const path = input === undefined ? uncertainPathsOf(open).find(one => one.name === name) : undefined
  const asked = input ?? path
  if (asked === undefined) return undefined
  const own = new Set(asked.cells.map(({ address }) => address))
  const others = Object.fromEntries(Object.entries(assumptions).filter(([address]) => !own.has(address)))
  const points = sensitivityPoints(names, seed, designOf(walks))
  const order = morrisOrder(names.length, seed)
  const factor = names.toSorted().indexOf(name)
  const assumptionsOf = (row: number): Assumptions => ({
    ...assumptionsAt(inputs, one => points.get(one)!(row), open.region.areas),
    ...others,
  })
  const runsAt = path === undefined ? undefined : pathEnds.map(share => runsOn(path.movedTo(share)))
  const plain = runsOn(open.region)
  const judge = (runMany: RunMany, rows: readonly number[]): (JudgedMember | undefined)[] =>
    judgeRuns(
      open,
      runMany,
      rows.map(row => ({ policy, assumptions: assumptionsOf(row) })),
    )
  const ends: [low: JudgedMember | undefined, high: JudgedMember | undefined][] = []
  for (let from = 0; from < walks; from += batch) {
    const starts = Array.from({ length: Math.min(batch, walks - from) }, (_, at) => (from + at) * (names.length + 1))
    if (runsAt === undefined) {
      const rows = starts.map((start, at) => start + order(from + at, factor))
      const judged = judge(
        plain,
        rows.flatMap(row => [row, row + 1]),
      )
      for (const [at, row] of rows.entries()) {
        const [first, second] = [judged[2 * at], judged[2 * at + 1]]
        ends.push(points.get(name)!(row + 1) > points.get(name)!(row) ? [first, second] : [second, first])
      }
    } else {
      const [low, high] = runsAt.map(runMany => judge(runMany, starts))
      for (const at of starts.keys()) ends.push([low![at], high![at]])
    }
    const waiting = pause(ends.length)
    if (waiting !== undefined) await waiting
  }
  const moves = ends.map(([low, high]) => moveBetween(low, high))
  const made = ends.filter((_, at) => moves[at] !== undefined)
  const revived = (end: 0 | 1): number => made.reduce((sum, pair) => sum + pair[end]!.weights.revived, 0)
  return {
    ...rankedBy(asked, moves, seed),
    moves: made.length,
    revived: { low: revived(0), high: revived(1) },
    failed: moves.length - made.length,
  }
}
