/**
 * Draws from a distribution by generalised elliptical slice sampling (Nishihara, Murray and Adams 2014) in several
 * chains: a chain moves on a random ellipse through its point, and takes any point above a random height. There is no
 * step to tune: the arc shrinks towards the chain until it finds one. Moving along some directions at a time, in an
 * order drawn anew for each sweep, keeps arcs long where the density differs from the ellipse's.
 *
 * Where the density bends too much for any ellipse, or has several hills, chains also jump along differences of draws of
 * the warm-up (jumps.ts).
 *
 * A chain is a function of (seed, its number) and of the ellipse, so that it does not depend on how many points are
 * judged together. Between stages of the warm-up the ellipse is fitted anew to the draws of all chains; those draws
 * are not part of the sample.
 */
import { ln } from '../../language/elementary.ts'
import { normalQuantile } from '../distributions.ts'
import { createStream, type Stream } from '../random.ts'
import { type Archive, createArchive, jumpFrom } from './jumps.ts'
import { drawScale, type Ellipse, ellipseDensity, squaredDistance, whiten } from './ellipse.ts'
import { refitEllipse } from './refit-ellipse.ts'
import { timesLower } from './symmetric-matrix.ts'

/** ln of the density of many points, up to a constant; -Infinity for what is impossible. */
export type LogDensity = (points: readonly Float64Array[]) => Promise<ArrayLike<number>>

export interface SamplerTask {
  readonly seed: number
  /** All chains of a round are judged together. */
  readonly chains: number
  readonly draws: number
  /** Directions of the ellipse that are moved along at once; all when absent. An iteration is a sweep through all of them. */
  readonly block?: number
  /** Jumps after each sweep, once there is a warm-up to take them from; none when absent. */
  readonly jumps?: number
  /** Iterations between draws that are kept; 1 when absent. */
  readonly every?: number
  /** Iterations of each stage of the warm-up; the ellipse is fitted anew after each. */
  readonly warmUp: readonly number[]
  /** The first ellipse; the chains start on draws from it. */
  readonly ellipse: Ellipse
  readonly logDensity: LogDensity
  /** Called after each round of judgements, with the iterations of all chains that are done. */
  readonly progress?: (done: number, all: number) => void
}

export interface SamplerResult {
  /** chains[chain][draw]. */
  readonly chains: readonly (readonly Float64Array[])[]
  /** ln of the density of each draw. */
  readonly logDensities: readonly Float64Array[]
  /** Points judged, warm-up included. */
  readonly evaluations: number
  /** Points judged for each iteration of the sample: 1 would be a draw of the ellipse itself. */
  readonly evaluationsPerDraw: number
  readonly ellipse: Ellipse
}

const TURN = 2 * Math.PI
/** Starts that are impossible are moved half-way to the centre, so often. */
const mostStarts = 20

export async function sample(task: SamplerTask): Promise<SamplerResult> {
  check(task)
  const { seed, chains: count, draws, every = 1, warmUp, logDensity, block = task.ellipse.centre.length } = task
  const streams = Array.from({ length: count }, (_, chain) => createStream(seed, `chain ${chain}`))
  let evaluations = 0
  const judge: LogDensity = async points => {
    evaluations += points.length
    const found = await logDensity(points)
    if (found.length !== points.length) throw new Error(`${found.length} densities for ${points.length} points.`)
    return found
  }
  const all = count * (warmUp.reduce((sum, stage) => sum + stage, 0) + draws * every)
  let done = 0
  let { ellipse } = task
  let archive: Archive | undefined
  let states = await startStates(ellipse, streams, judge)
  let iteration = 1
  const stage = async (iterations: number, keep: (chain: number, state: State, at: number) => void): Promise<void> => {
    const jumps = archive === undefined ? 0 : (task.jumps ?? 0)
    const settings = { ellipse, archive, jumps, streams, states, judge, block, first: iteration, iterations, keep }
    states = await runStage(settings, moved => {
      task.progress?.(done + moved, all)
    })
    iteration += iterations
    done += iterations * count
  }
  for (const iterations of warmUp) {
    const later = states.map((): Float64Array[] => [])
    await stage(iterations, (chain, { point }, at) => {
      if (at >= iterations >> 1) later[chain].push(point)
    })
    ellipse = refitEllipse(task.ellipse, later)
    archive = createArchive(later)
  }
  const before = evaluations
  const kept = states.map((): Float64Array[] => [])
  const densities = states.map(() => new Float64Array(draws))
  await stage(draws * every, (chain, { point, density }, at) => {
    if ((at + 1) % every !== 0) return
    densities[chain][kept[chain].length] = density
    kept[chain].push(point)
  })
  return {
    chains: kept,
    logDensities: densities,
    evaluations,
    evaluationsPerDraw: (evaluations - before) / (draws * every * count),
    ellipse,
  }
}

function check({ chains, draws, block = 1, every = 1, warmUp, ellipse }: SamplerTask): void {
  const whole = (value: number, least: number, what: string): void => {
    if (!Number.isInteger(value) || value < least) {
      throw new Error(`${value} ${what}: give a whole number from ${least}.`)
    }
  }
  whole(chains, 2, 'chains')
  whole(draws, 4, 'draws of a chain')
  whole(block, 1, 'directions in a block')
  whole(every, 1, 'iterations between draws')
  for (const stage of warmUp) whole(stage, 8, 'iterations of the warm-up')
  if (!(ellipse.degrees > 0)) throw new Error(`An ellipse of ${ellipse.degrees} degrees; give more than 0.`)
}

interface State {
  readonly point: Float64Array
  readonly density: number
}

/** Draws of the ellipse, one a chain. */
async function startStates(ellipse: Ellipse, streams: readonly Stream[], judge: LogDensity): Promise<State[]> {
  const { centre, factor } = ellipse
  const size = centre.length
  const points = streams.map(draw => {
    const step = timesLower(
      factor,
      Float64Array.from({ length: size }, (_, at) => normalQuantile(draw(0, 0, at))),
    )
    return step.map((x, at) => centre[at] + x)
  })
  const found = Float64Array.from(await judge(points))
  for (let attempt = 0; attempt < mostStarts && !found.every(isPossible); attempt++) {
    const bad = [...found.keys()].filter(chain => !isPossible(found[chain]))
    for (const chain of bad) points[chain] = points[chain].map((x, at) => (x + centre[at]) / 2)
    const again = await judge(bad.map(chain => points[chain]))
    bad.forEach((chain, at) => {
      found[chain] = again[at]
    })
  }
  if (!found.every(isPossible)) {
    throw new Error('A chain finds no possible point near the centre: the centre itself must be possible.')
  }
  return points.map((point, chain) => ({ point, density: found[chain] }))
}

const isPossible = (density: number): boolean => density > -Infinity && density < Infinity

/** One move of a chain under way: the ellipse through its point and the arc that is left of it. */
interface Move {
  /** The part that stays: the centre, and the directions that are not moved along. */
  readonly rest: Float64Array
  readonly from: Float64Array
  readonly to: Float64Array
  /** Height above which a point is taken, of density over that of the ellipse. */
  readonly height: number
  low: number
  high: number
  angle: number
  trials: number
}

/** A jump under way. */
interface Jump {
  readonly to: Float64Array
  /** ln of the density above which it is taken. */
  readonly above: number
}

interface Stage {
  readonly ellipse: Ellipse
  readonly archive: Archive | undefined
  /** In each iteration, after its sweep. */
  readonly jumps: number
  readonly streams: readonly Stream[]
  readonly states: readonly State[]
  readonly judge: LogDensity
  readonly block: number
  /** Number of the first iteration, by which draws are found. */
  readonly first: number
  readonly iterations: number
  readonly keep: (chain: number, state: State, at: number) => void
}

/** Chains do not wait for one another: each round judges one trial of every chain that is not done. */
async function runStage(stage: Stage, progress: (moved: number) => void): Promise<State[]> {
  const { ellipse, archive, jumps, streams, judge, first, iterations, keep } = stage
  const size = ellipse.centre.length
  const block = Math.min(stage.block, size)
  const inSweep = Math.ceil(size / block)
  const inIteration = inSweep + jumps
  const states = [...stage.states]
  const done = states.map(() => 0)
  const start = (chain: number): Move | Jump => {
    const iteration = first + Math.floor(done[chain] / inIteration)
    const place = done[chain] % inIteration
    const draw = streams[chain]
    if (place >= inSweep) return beginJump(archive!, states[chain], at => draw(iteration, 3 + place - inSweep, at))
    const directions = directionsOf(draw, { sweep: iteration, place, inSweep, block, size })
    return begin(ellipse, states[chain], draw, iteration * inSweep + place, directions)
  }
  const moves = states.map((_, chain) => start(chain))
  for (;;) {
    const active = [...done.keys()].filter(chain => done[chain] < iterations * inIteration)
    if (active.length === 0) return states
    const trials = active.map(chain => trialOf(moves[chain]))
    const densities = await judge(trials)
    active.forEach((chain, at) => {
      const move = moves[chain]
      const density = densities[at]
      if ('above' in move) {
        if (density > move.above) states[chain] = { point: trials[at], density }
      } else {
        const relative = density - ellipseDensity(ellipse, squaredDistance(ellipse, trials[at]))
        if (!(relative > move.height)) {
          const place = done[chain] % inIteration
          const number = (first + Math.floor(done[chain] / inIteration)) * inSweep + place
          shrink(move, streams[chain], number)
          return
        }
        states[chain] = { point: trials[at], density }
      }
      done[chain]++
      if (done[chain] % inIteration === 0) keep(chain, states[chain], done[chain] / inIteration - 1)
      moves[chain] = start(chain)
    })
    progress(Math.floor(done.reduce((sum, one) => sum + one, 0) / inIteration))
  }
}

const beginJump = (archive: Archive, { point, density }: State, draw: (at: number) => number): Jump => ({
  to: jumpFrom(archive, point, draw),
  above: density + ln(draw(6)),
})

const trialOf = (move: Move | Jump): Float64Array => ('above' in move ? move.to : pointAt(move))

interface Place {
  readonly sweep: number
  readonly place: number
  readonly inSweep: number
  readonly block: number
  readonly size: number
}

/** The directions of a move: each sweep takes them in an order of its own, block by block. */
function directionsOf(draw: Stream, { sweep, place, inSweep, block, size }: Place): Uint8Array {
  const chosen = new Uint8Array(size)
  if (inSweep === 1) return chosen.fill(1)
  const order = Array.from({ length: size }, (_, at) => at)
  const places = order.map(at => draw(sweep, 2, at))
  order.sort((a, b) => places[a] - places[b])
  const from = place * block
  for (const at of order.slice(from, from + block)) chosen[at] = 1
  return chosen
}

function begin(
  ellipse: Ellipse,
  { point, density }: State,
  draw: Stream,
  number: number,
  directions: Uint8Array,
): Move {
  const { factor } = ellipse
  const white = whiten(ellipse, point)
  const square = white.reduce((sum, x) => sum + x * x, 0)
  const scale = Math.sqrt(drawScale(ellipse, square, draw(number, 1, 0)))
  const angle = TURN * draw(number, 1, 2)
  const fresh = white.map((_, at) => (directions[at] === 1 ? scale * normalQuantile(draw(number, 0, at)) : 0))
  const from = timesLower(
    factor,
    white.map((x, at) => (directions[at] === 1 ? x : 0)),
  )
  return {
    rest: point.map((x, at) => x - from[at]),
    from,
    to: timesLower(factor, fresh),
    height: density - ellipseDensity(ellipse, square) + ln(draw(number, 1, 1)),
    low: angle - TURN,
    high: angle,
    angle,
    trials: 0,
  }
}

/** A quarter of a turn: its first 33 bits, so that a few of them are exact, and what it has beyond. */
const QUARTER = 1.57079632673412561417
const QUARTER_REST = 6.07710050650619224932e-11

/** Taylor's series up to an eighth of a turn either side: the first term left out is below 1e-17. */
const SINE = [1, -6, 120, -5040, 362880, -39916800, 6227020800, -1307674368000, 355687428096000]
const COSINE = [1, -2, 24, -720, 40320, -3628800, 479001600, -87178291200, 20922789888000]

const series = (inverses: readonly number[], square: number): number => {
  let sum = 0
  for (let at = inverses.length - 1; at >= 0; at--) sum = sum * square + 1 / inverses[at]
  return sum
}

/** With the same bits on every machine, which those of `Math` need not have; good to about 2e-16 for angles (in radians) of up to ten turns. */
export function pointOnCircle(angle: number): { readonly cosine: number; readonly sine: number } {
  const quarters = Math.round(angle / QUARTER)
  const rest = angle - quarters * QUARTER - quarters * QUARTER_REST
  const square = rest * rest
  const sine = rest * series(SINE, square)
  const cosine = series(COSINE, square)
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return { cosine, sine }
    case 1:
      return { cosine: -sine, sine: cosine }
    case 2:
      return { cosine: -cosine, sine: -sine }
    default:
      return { cosine: sine, sine: -cosine }
  }
}

function pointAt({ rest, from, to, angle }: Move): Float64Array {
  const { cosine, sine } = pointOnCircle(angle)
  return rest.map((x, at) => x + (from[at] * cosine + to[at] * sine))
}

/** The arc between the trial and the chain's point, at angle 0, is left. */
function shrink(move: Move, draw: Stream, number: number): void {
  if (move.angle < 0) move.low = move.angle
  else move.high = move.angle
  move.trials++
  if (!(move.high - move.low > 1e-12)) {
    throw new Error(
      'A chain cannot move: the density of its own point is not found again. Does it depend on other points or on chance?',
    )
  }
  move.angle = move.low + (move.high - move.low) * draw(number, 1, 2 + move.trials)
}
