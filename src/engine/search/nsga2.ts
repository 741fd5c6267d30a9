/**
 * Finds non-dominated points of several objectives: NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002, "A fast and elitist
 * multiobjective genetic algorithm: NSGA-II", IEEE Transactions on Evolutionary Computation 6(2)) with simulated binary
 * crossover, polynomial mutation and constraint domination.
 *
 * Every draw is a function of (seed, generation, child); the points of a generation are judged together. Objectives may
 * depend on all points that were judged, as a regret does, and are therefore asked for anew in every generation.
 */

import { pow } from '../../language/elementary.ts'
import { createStream, type Stream } from '../random.ts'
import { dominates } from './pareto.ts'

export interface ParetoTask<Item> {
  readonly seed: number
  /** The first generation: at least four points, an even number; all lie between 0 and 1 in every dimension. */
  readonly start: readonly Float64Array[]
  readonly generations: number
  readonly judge: (points: readonly Float64Array[]) => Promise<readonly Item[]>
  /** Point of an item, if its judge moved it. */
  readonly pointOf?: (item: Item) => Float64Array
  /** Objectives of points, to be minimised, given all points judged so far. */
  readonly objectives: (items: readonly Item[], all: readonly Item[]) => ReadonlyArray<readonly number[]>
  /** By how much a point breaks a constraint; 0 where it breaks none. */
  readonly violation: (item: Item) => number
  /** Called after each generation with all points judged so far; true ends the search. */
  readonly progress?: (all: readonly Item[]) => boolean
}

const crossoverIndex = 15
const crossoverChance = 0.9
const mutationIndex = 20

/** All points that were judged, generation after generation. */
export const nsga2 = async <Item>(task: ParetoTask<Item>): Promise<Item[]> => {
  const { start, seed, generations, judge, pointOf } = task
  const placed = (given: readonly Float64Array[], found: readonly Item[]): Float64Array[] =>
    given.map((point, at) => pointOf?.(found[at]) ?? point)
  if (start.length < 4 || start.length % 2 === 1)
    throw new Error(`A generation of ${start.length} points; give an even number from 4.`)
  const draw = createStream(seed, 'genetic algorithm')
  let items = [...(await judge(start))]
  let points = placed(start, items)
  const all = [...items]
  if (task.progress?.(all) === true) return all
  for (let generation = 1; generation <= generations; generation++) {
    const ranked = rankOf(items, all, task)
    const children = childrenOf(points, ranked, draw, generation)
    const found = await judge(children)
    all.push(...found)
    const [both, bothItems] = [
      [...points, ...placed(children, found)],
      [...items, ...found],
    ]
    const kept = survivors(rankOf(bothItems, all, task), points.length)
    points = kept.map(at => both[at])
    items = kept.map(at => bothItems[at])
    if (task.progress?.(all) === true) break
  }
  return all
}

interface Ranked {
  readonly front: number
  readonly crowding: number
}

const rankOf = <Item>(
  items: readonly Item[],
  all: readonly Item[],
  { objectives, violation }: Pick<ParetoTask<Item>, 'objectives' | 'violation'>,
): Ranked[] => {
  const values = objectives(items, all)
  const broken = items.map(violation)
  const beats = (a: number, b: number): boolean =>
    broken[a] === 0 && broken[b] === 0 ? dominates(values[a], values[b]) : broken[a] < broken[b]
  const ranked = new Array<Ranked>(items.length)
  let left = items.map((_, at) => at)
  for (let front = 0; left.length > 0; front++) {
    const now = left.filter(at => !left.some(other => beats(other, at)))
    const crowding = crowdingOf(now.map(at => values[at]))
    now.forEach((at, place) => {
      ranked[at] = { front, crowding: crowding[place] }
    })
    const isNow = new Set(now)
    left = left.filter(at => !isNow.has(at))
  }
  return ranked
}

/** The distance between the neighbours of a point on its front; infinite at the ends. */
const crowdingOf = (front: ReadonlyArray<readonly number[]>): number[] => {
  const crowding = front.map(() => 0)
  const places = front.map((_, at) => at)
  for (let objective = 0; objective < (front[0]?.length ?? 0); objective++) {
    const order = places.toSorted((a, b) => front[a][objective] - front[b][objective])
    const [first, last] = [order[0], order.at(-1)!]
    const range = front[last][objective] - front[first][objective]
    crowding[first] = crowding[last] = Number.POSITIVE_INFINITY
    if (!(range > 0)) continue
    for (let at = 1; at < order.length - 1; at++)
      crowding[order[at]] += (front[order[at + 1]][objective] - front[order[at - 1]][objective]) / range
  }
  return crowding
}

/** Below 0 when the first goes before the second. */
const compare = (a: Ranked, b: Ranked): number =>
  a.front === b.front ? (a.crowding === b.crowding ? 0 : b.crowding > a.crowding ? 1 : -1) : a.front - b.front

const survivors = (ranked: readonly Ranked[], count: number): number[] =>
  ranked
    .map((_, at) => at)
    .toSorted((a, b) => compare(ranked[a], ranked[b]) || a - b)
    .slice(0, count)

const childrenOf = (
  points: readonly Float64Array[],
  ranked: readonly Ranked[],
  draw: Stream,
  generation: number,
): Float64Array[] => {
  const children: Float64Array[] = []
  for (let pair = 0; pair < points.length / 2; pair++) {
    let lane = 0
    const next = (): number => draw(pair, generation, lane++)
    const chosen = (): Float64Array => {
      const [a, b] = [Math.floor(next() * points.length), Math.floor(next() * points.length)]
      return points[compare(ranked[a], ranked[b]) <= 0 ? a : b]
    }
    const [one, other] = crossed(chosen(), chosen(), next)
    children.push(mutated(one, next), mutated(other, next))
  }
  return children
}

/** Simulated binary crossover within the bounds. */
const crossed = (a: Float64Array, b: Float64Array, next: () => number): [Float64Array, Float64Array] => {
  const [one, other] = [a.slice(), b.slice()]
  if (next() > crossoverChance) return [one, other]
  for (let at = 0; at < a.length; at++) {
    const [takes, share, swaps] = [next() <= 0.5, next(), next() <= 0.5]
    const [low, high] = [Math.min(a[at], b[at]), Math.max(a[at], b[at])]
    if (!takes || high - low < 1e-14) continue
    const spread = (room: number): number => {
      const alpha = 2 - pow(1 + (2 * room) / (high - low), -(crossoverIndex + 1))
      return share <= 1 / alpha
        ? pow(share * alpha, 1 / (crossoverIndex + 1))
        : pow(1 / (2 - share * alpha), 1 / (crossoverIndex + 1))
    }
    const below = bounded(0.5 * (low + high - spread(low) * (high - low)))
    const above = bounded(0.5 * (low + high + spread(1 - high) * (high - low)))
    ;[one[at], other[at]] = swaps ? [above, below] : [below, above]
  }
  return [one, other]
}

const bounded = (value: number): number => Math.min(1, Math.max(0, value))

/** Polynomial mutation of one dimension in as many as there are, on average. */
const mutated = (point: Float64Array, next: () => number): Float64Array =>
  point.map(value => {
    const [takes, share] = [next() <= 1 / point.length, next()]
    if (!takes) return value
    const power = mutationIndex + 1
    const step =
      share <= 0.5
        ? pow(2 * share + (1 - 2 * share) * pow(1 - value, power), 1 / power) - 1
        : 1 - pow(2 * (1 - share) + (2 * share - 1) * pow(value, power), 1 / power)
    return bounded(value + step)
  })
