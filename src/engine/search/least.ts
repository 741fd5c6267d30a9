/**
 * Finds the least burden at which a condition holds, in a box of levers: bisection along one lever, the covariance matrix
 * adaptation evolution strategy over several. Knows no model: it is given what is known of a point.
 *
 * Points lie between 0 and 1 in every dimension. The slack of a point is 0 or more where the condition holds; of a chance
 * it is the margin by which the simulation that decides it meets the target, so that it changes without jumps.
 */

import { minimise } from '../calibrate/cma-es.ts'

interface Judged {
  readonly slack: number
  readonly burden: number
}

type JudgePoints = (points: readonly Float64Array[]) => Promise<readonly Judged[]>

export interface LeastTask {
  /** The value in force without a policy. */
  readonly from: Float64Array
  readonly judge: JudgePoints
  readonly seed: number
  /** Points that a search over several levers may ask for; some more bring the last ones back to the boundary. */
  readonly mostPoints: number
}

export interface Least extends Judged {
  /** That of the least burden; the one that comes nearest where the condition holds nowhere. */
  readonly point: Float64Array
  readonly met: boolean
  readonly points: number
  /** Of one lever: false where more of it sometimes moves the condition back. Undefined for several. */
  readonly monotone?: boolean
}

interface Found extends Judged {
  readonly point: Float64Array
}

/** Parts into which a range is divided at once: the points of a round are judged together. */
const parts = 8
/** Rounds after which a bracket is 1/4096 of the width of the grid. */
const rounds = 4
const gridPoints = 16

const isBetter = (one: Judged, other: Judged): boolean =>
  one.slack >= 0 ? other.slack < 0 || one.burden < other.burden : other.slack < 0 && one.slack > other.slack

const better = (found: readonly Found[]): Found => found.reduce((best, one) => (isBetter(one, best) ? one : best))

const between = (a: Float64Array, b: Float64Array, share: number): Float64Array =>
  a.map((value, at) => value + share * (b[at] - value))

const judged = async (judge: JudgePoints, points: readonly Float64Array[]): Promise<Found[]> => {
  const all = await judge(points)
  return points.map((point, at) => ({ point, slack: all[at].slack, burden: all[at].burden }))
}

/** Between a point where the condition fails and one where it holds: the last one that holds, towards the first. */
const boundary = async (judge: JudgePoints, fails: Found, holds: Found): Promise<Found> => {
  let [low, high] = [fails, holds]
  for (let round = 0; round < rounds; round++) {
    const inside = Array.from({ length: parts - 1 }, (_, at) => between(low.point, high.point, (at + 1) / parts))
    const row = [low, ...(await judged(judge, inside)), high]
    const first = row.findIndex(({ slack }) => slack >= 0)
    ;[low, high] = [row[first - 1], row[first]]
  }
  return high
}

const alongOne = async (from: Found, judge: JudgePoints): Promise<Least> => {
  const spread = Array.from({ length: gridPoints + 1 }, (_, at) => Float64Array.of(at / gridPoints))
  const grid = await judged(
    judge,
    spread.filter(([value]) => value !== from.point[0]),
  )
  const line = [...grid, from].toSorted((a, b) => a.point[0] - b.point[0])
  const start = line.indexOf(from)
  const sides = [line.slice(start), line.slice(0, start + 1).toReversed()]
  const candidates: Found[] = [...line]
  for (const side of sides) {
    const first = side.findIndex(({ slack }) => slack >= 0)
    if (first > 0) candidates.push(await boundary(judge, side[first - 1], side[first]))
  }
  const changes = line.slice(1).map((one, at) => one.slack - line[at].slack)
  const monotone = changes.every(change => change >= 0) || changes.every(change => change <= 0)
  const best = better(candidates)
  return { ...best, met: best.slack >= 0, points: line.length + 2 * rounds * (parts - 1), monotone }
}

/** The distance of the first candidates of a search from its start. */
const firstSpread = 0.15
/** Above any burden: points where the condition fails are ranked by how far they are from it. */
const outOfReach = 1e6

const inBox = (point: Float64Array): Float64Array => point.map(value => Math.min(1, Math.max(0, value)))

const outside = (point: Float64Array): number =>
  point.reduce((sum, value) => sum + Math.max(0, -value, value - 1) ** 2, 0)

/** Every lever alone at each of its bounds, then all of them together where each does most by itself. */
const towards = async (from: Found, judge: JudgePoints): Promise<Found[]> => {
  const alone = [...from.point.keys()].flatMap(at => [0, 1].map(bound => from.point.with(at, bound)))
  const found = await judged(judge, alone)
  const corner = from.point.map((value, at) => {
    const best = more(found[2 * at], found[2 * at + 1])
    return best.slack > from.slack ? best.point[at] : value
  })
  return [...found, ...(await judged(judge, [corner]))]
}

const more = (one: Found, other: Found): Found => (one.slack >= other.slack ? one : other)

/** Takes each lever back towards its standard as far as the condition allows, and all of them together. */
const pulledBack = async (best: Found, from: Found, judge: JudgePoints): Promise<Found> => {
  let found = best
  const pull = async (target: Float64Array): Promise<void> => {
    const [end] = await judged(judge, [target])
    found = better([found, end, ...(end.slack < 0 ? [await boundary(judge, end, found)] : [])])
  }
  await pull(from.point)
  for (let at = 0; at < from.point.length; at++)
    if (found.point[at] !== from.point[at]) await pull(found.point.with(at, from.point[at]))
  return found
}

const overSeveral = async (from: Found, { judge, seed, mostPoints }: LeastTask): Promise<Least> => {
  const first = await towards(from, judge)
  let best = better([from, ...first])
  let points = 1 + first.length
  const search = async (start: Float64Array, costOf: (one: Judged) => number): Promise<void> => {
    await minimise({
      seed,
      start,
      spread: firstSpread,
      population: Math.max(8, 4 + 2 * start.length),
      mostEvaluations: Math.max(16, mostPoints - points),
      costTolerance: 1e-4,
      costs: async candidates => {
        const found = await judged(judge, candidates.map(inBox))
        points += found.length
        best = better([best, ...found])
        return found.map((one, at) => costOf(one) + outside(candidates[at]))
      },
    })
  }
  const reach = first.at(-1)!
  const start = best.slack >= 0 ? await boundary(judge, from, best) : reach
  await search(start.point, ({ slack, burden }) => (slack >= 0 ? burden : outOfReach - slack))
  if (best.slack >= 0) best = await pulledBack(best, from, judge)
  return { ...best, met: best.slack >= 0, points }
}

/** Nothing has to be done where the condition holds without a policy. */
export const leastBurden = async (task: LeastTask): Promise<Least> => {
  const [from] = await judged(task.judge, [task.from])
  if (from.slack >= 0) return { ...from, met: true, points: 1 }
  return task.from.length === 1 ? alongOne(from, task.judge) : overSeveral(from, task)
}
