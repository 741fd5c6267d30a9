/**
 * Finds the least value of a function without derivatives: the covariance matrix adaptation evolution strategy, with
 * the weights, negative ones included, and the rates of Hansen's tutorial (2016, arXiv:1604.00772).
 *
 * Every candidate of a generation is a function of (seed, generation, candidate) and of the generations before; the
 * candidates of a generation are judged together. Nothing depends on how the function divides them among threads.
 */
import { exp, ln } from '../../language/elementary.ts'
import { normalQuantile } from '../distributions.ts'
import { createStream, type Stream } from '../random.ts'
import { symmetricEigen } from './symmetric-matrix.ts'

/** Costs of many points; Infinity for a point that is impossible. */
type CostFunction = (points: readonly Float64Array[]) => Promise<ArrayLike<number>>

export interface CmaTask {
  readonly seed: number
  readonly start: Float64Array
  /** Distance of the first candidates from the start in each direction: a third of the width worth searching. */
  readonly spread: number
  readonly costs: CostFunction
  /** Candidates in a generation; 4 + 3 ln(dimensions) when absent. More are steadier, and fill SIMD batches better. */
  readonly population?: number
  readonly mostEvaluations: number
  /** Ends when the costs of the better half of a generation and the best ones of the last ones differ by less: 1e-9 when absent. */
  readonly costTolerance?: number
  /** Called after each generation. */
  readonly progress?: (evaluations: number, best: number) => void
}

/** Reason for which a search ended; 'mostEvaluations' means that it was cut short. */
export type CmaEnd = 'costTolerance' | 'pointTolerance' | 'condition' | 'mostEvaluations'

export interface CmaResult {
  /** The best point that was judged. */
  readonly point: Float64Array
  readonly cost: number
  /** The mean of the last search distribution. */
  readonly mean: Float64Array
  readonly evaluations: number
  readonly generations: number
  readonly end: CmaEnd
}

const mostCondition = 1e14
/** Steps below this share of the first spread move nothing any more. */
const leastStep = 1e-12

export async function minimise(task: CmaTask): Promise<CmaResult> {
  const size = task.start.length
  check(task)
  const rates = ratesFor(size, task.population ?? 4 + Math.floor(3 * ln(size)))
  const { population } = rates
  const draw = createStream(task.seed, 'evolution strategy')
  const search = createSearch(task.start, task.spread, rates)
  const bests: number[] = []
  let point = task.start.slice()
  let cost = Infinity
  let evaluations = 0
  for (let generation = 0; ; generation++) {
    const steps = Array.from({ length: population }, (_, candidate) => search.step(draw, generation, candidate))
    const points = steps.map(step => step.map((one, at) => search.mean[at] + search.spread * one))
    // A cost that is not a number is as bad as can be.
    const costs = Float64Array.from(await task.costs(points), value => (value === value ? value : Infinity))
    if (costs.length !== population) throw new Error(`${costs.length} costs for ${population} points.`)
    evaluations += population
    // Equal costs keep the order of their candidates.
    const order = costs
      .map((_, at) => at)
      .sort((a, b) => (costs[a] === costs[b] ? a - b : costs[a] < costs[b] ? -1 : 1))
    const best = order[0]
    if (costs[best] < cost) {
      cost = costs[best]
      point = points[best]
    }
    if (generation === 0 && !(costs[best] < Infinity)) {
      throw new Error(
        `None of the ${population} points round the start is possible: start elsewhere, or with a smaller spread than ${task.spread}.`,
      )
    }
    bests.push(costs[best])
    search.update(order, steps)
    task.progress?.(evaluations, cost)
    const end = endOf(task, bests, costs, order, search, evaluations + population)
    if (end !== undefined) {
      return { point, cost, mean: search.mean.slice(), evaluations, generations: generation + 1, end }
    }
  }
}

function check({ start, spread, mostEvaluations, population = 4 }: CmaTask): void {
  if (start.length < 2 || !start.every(value => Number.isFinite(value))) {
    throw new Error('A search needs at least two dimensions and a start of finite numbers.')
  }
  if (!(spread > 0 && spread < Infinity)) throw new Error(`A spread of ${spread}; it must be above 0.`)
  if (!Number.isInteger(population) || population < 4) {
    throw new Error(`A population of ${population}; give a whole number from 4.`)
  }
  if (!(mostEvaluations >= population)) {
    throw new Error(`At most ${mostEvaluations} evaluations do not suffice for one generation of ${population}.`)
  }
}

function endOf(
  { costTolerance = 1e-9, spread, mostEvaluations }: CmaTask,
  bests: readonly number[],
  costs: Float64Array,
  order: Float64Array,
  search: Search,
  next: number,
): CmaEnd | undefined {
  const window = 10 + Math.ceil((30 * search.mean.length) / order.length)
  if (bests.length >= window) {
    const recent = bests.slice(-window)
    const range = Math.max(...recent, costs[order[order.length >> 1]]) - Math.min(...recent)
    if (range < costTolerance) return 'costTolerance'
  }
  if (search.longest() < leastStep * spread) return 'pointTolerance'
  if (search.condition() > mostCondition) return 'condition'
  return next > mostEvaluations ? 'mostEvaluations' : undefined
}

interface Rates {
  readonly size: number
  readonly population: number
  /** By rank; the first half is above 0 and sums to 1. */
  readonly weights: Float64Array
  readonly parents: number
  /** Variance effective number of parents. */
  readonly effective: number
  readonly forSpread: number
  readonly damping: number
  readonly forPath: number
  readonly forRankOne: number
  readonly forRankMany: number
  /** Expected length of a standard normal vector. */
  readonly length: number
}

/** Table 1 of the tutorial. */
function ratesFor(size: number, population: number): Rates {
  const raw = Float64Array.from({ length: population }, (_, at) => ln((population + 1) / 2) - ln(at + 1))
  const sumOf = (from: number, to: number, power: number): number => {
    let sum = 0
    for (let at = from; at < to; at++) sum += power === 1 ? raw[at] : raw[at] * raw[at]
    return sum
  }
  const parents = raw.findLastIndex(weight => weight > 0) + 1
  const effective = sumOf(0, parents, 1) ** 2 / sumOf(0, parents, 2)
  const effectiveNegative = sumOf(parents, population, 1) ** 2 / sumOf(parents, population, 2)
  const forRankOne = 2 / ((size + 1.3) ** 2 + effective)
  const forRankMany = Math.min(
    1 - forRankOne,
    (2 * (0.25 + effective + 1 / effective - 2)) / ((size + 2) ** 2 + effective),
  )
  const negative = Math.min(
    1 + forRankOne / forRankMany,
    1 + (2 * effectiveNegative) / (effective + 2),
    (1 - forRankOne - forRankMany) / (size * forRankMany),
  )
  const positiveSum = sumOf(0, parents, 1)
  const negativeSum = -sumOf(parents, population, 1)
  const forSpread = (effective + 2) / (size + effective + 5)
  return {
    size,
    population,
    weights: raw.map((weight, at) => (at < parents ? weight / positiveSum : (negative * weight) / negativeSum)),
    parents,
    effective,
    forSpread,
    damping: 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (size + 1)) - 1) + forSpread,
    forPath: (4 + effective / size) / (size + 4 + (2 * effective) / size),
    forRankOne,
    forRankMany,
    length: Math.sqrt(size) * (1 - 1 / (4 * size) + 1 / (21 * size * size)),
  }
}

interface Search {
  readonly mean: Float64Array
  readonly spread: number
  /** A draw of the search distribution with mean 0, before it is multiplied by the spread. */
  step(draw: Stream, generation: number, candidate: number): Float64Array
  /** Moves on: candidates by rank, and their steps. */
  update(order: Float64Array, steps: readonly Float64Array[]): void
  /** Ratio of the largest and the least eigenvalue of the covariance. */
  condition(): number
  /** The longest axis of the search distribution. */
  longest(): number
}

function createSearch(start: Float64Array, firstSpread: number, rates: Rates): Search {
  const { size, weights, parents, effective, forSpread, damping, forPath, forRankOne, forRankMany } = rates
  const mean = start.slice()
  const covariance = new Float64Array(size * size)
  for (let at = 0; at < size; at++) covariance[at * size + at] = 1
  let { vectors } = symmetricEigen(covariance, size)
  let axes = new Float64Array(size).fill(1)
  const path = new Float64Array(size)
  const spreadPath = new Float64Array(size)
  let spread = firstSpread
  let updates = 0
  let sinceEigen = 0
  // The covariance changes little in a generation: its eigenvectors may lag behind.
  const eigenEvery = Math.max(1, Math.floor(0.5 / (size * (forRankOne + forRankMany))))

  /** A vector in the coordinates of the axes. */
  const along = (vector: Float64Array): Float64Array =>
    axes.map((_, axis) => {
      let sum = 0
      for (let at = 0; at < size; at++) sum += vectors[axis * size + at] * vector[at]
      return sum
    })
  const combine = (coordinates: Float64Array): Float64Array => {
    const vector = new Float64Array(size)
    for (let axis = 0; axis < size; axis++) {
      for (let at = 0; at < size; at++) vector[at] += coordinates[axis] * vectors[axis * size + at]
    }
    return vector
  }

  const adaptCovariance = (order: Float64Array, steps: readonly Float64Array[], stalled: number): void => {
    // Bad steps count by their direction only (the tutorial's equation 46), so that the matrix stays positive definite.
    const scaled = Array.from(order, (candidate, at) => {
      const step = steps[candidate]
      if (weights[at] >= 0) return weights[at]
      const length = along(step).reduce((sum, one, axis) => sum + (one / axes[axis]) ** 2, 0)
      return (weights[at] * size) / length
    })
    const sum = weights.reduce((all, weight) => all + weight, 0)
    const kept = 1 + forRankOne * stalled - forRankOne - forRankMany * sum
    for (let row = 0; row < size; row++) {
      for (let column = 0; column <= row; column++) {
        let change = forRankOne * path[row] * path[column]
        for (let at = 0; at < order.length; at++) {
          const step = steps[order[at]]
          change += forRankMany * scaled[at] * step[row] * step[column]
        }
        const value = kept * covariance[row * size + column] + change
        covariance[row * size + column] = value
        covariance[column * size + row] = value
      }
    }
  }

  return {
    mean,
    get spread() {
      return spread
    },
    step: (draw, generation, candidate) =>
      combine(axes.map((axis, at) => axis * normalQuantile(draw(candidate, generation, at)))),
    update: (order, steps) => {
      updates++
      const move = new Float64Array(size)
      for (let at = 0; at < parents; at++) {
        for (let one = 0; one < size; one++) move[one] += weights[at] * steps[order[at]][one]
      }
      for (let at = 0; at < size; at++) mean[at] += spread * move[at]
      const white = combine(along(move).map((one, axis) => one / axes[axis]))
      const gain = Math.sqrt(forSpread * (2 - forSpread) * effective)
      let square = 0
      for (let at = 0; at < size; at++) {
        spreadPath[at] = (1 - forSpread) * spreadPath[at] + gain * white[at]
        square += spreadPath[at] ** 2
      }
      const length = Math.sqrt(square)
      const settled = 1 - repeated(1 - forSpread, 2 * updates)
      const moving = length / Math.sqrt(settled) < (1.4 + 2 / (size + 1)) * rates.length ? 1 : 0
      const pathGain = moving * Math.sqrt(forPath * (2 - forPath) * effective)
      for (let at = 0; at < size; at++) path[at] = (1 - forPath) * path[at] + pathGain * move[at]
      adaptCovariance(order, steps, (1 - moving) * forPath * (2 - forPath))
      spread *= exp(Math.min(1, (forSpread / damping) * (length / rates.length - 1)))
      if (++sinceEigen >= eigenEvery) {
        sinceEigen = 0
        const found = symmetricEigen(covariance, size, vectors)
        vectors = found.vectors
        axes = found.values.map(value => Math.sqrt(value))
      }
    },
    condition: () => (Math.max(...axes) / Math.min(...axes)) ** 2,
    longest: () => spread * Math.max(...axes),
  }
}

/** By repeated products: exact for whole exponents up to where the base has died away. */
function repeated(base: number, exponent: number): number {
  let product = 1
  for (let at = 0; at < exponent && product > 1e-17; at++) product *= base
  return product
}
