/**
 * The smallest moves of many unknowns that bring a few readings to their values: Gauss-Newton steps of least norm, whose
 * slopes Broyden's rule updates. Unknowns are in standard deviations.
 *
 * Broyden, C. G. (1965): A class of methods for solving nonlinear simultaneous equations. Mathematics of Computation 19.
 */

import { cholesky, solveLower, solveUpper } from './calibrate/symmetric-matrix.ts'

/** The largest distance of a reading that is met from its value, in its own scale. */
export const exactly = 1e-9

/** A step of finite differences, in standard deviations. */
const nudge = 1e-3

/** A whole step that leaves no more than this part of the distance is taken at once. */
const enough = 0.5

/** Lengths of shorter steps, which are tried side by side. */
const lengths = [0.7, 0.5, 0.35, 0.25, 0.125, 0.0625, 0.03125, 0.0078125]

/** Slopes are taken anew so often where steps no longer come nearer, and so many steps are made in all. */
const [mostFresh, mostSteps] = [4, 30]

/** A step that comes no nearer than this part of the distance before has stalled. */
const stalled = 0.98

type Row = Float64Array

export interface HoldTask {
  /** Distances of the readings from their values, at points side by side; undefined where a run stops. */
  readonly distances: (points: readonly Row[]) => ReadonlyArray<Row | undefined>
  readonly unknowns: number
}

export interface Moves {
  readonly point: Row
  /** Distances that are left. */
  readonly left: Row
}

const dot = (a: Row, b: Row): number => a.reduce((sum, value, at) => sum + value * b[at], 0)

const largest = (row: Row): number => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** By reading, the slopes in each unknown; undefined where a run beside the point stops. */
export const slopesOf = ({ distances, unknowns }: HoldTask, point: Row, here: Row): Row[] | undefined => {
  const beside = distances(
    Array.from({ length: unknowns }, (_, at) => point.map((value, other) => (other === at ? value + nudge : value))),
  )
  if (beside.includes(undefined)) return undefined
  return Array.from(here, (value, reading) => Float64Array.from(beside, row => (row![reading] - value) / nudge))
}

/**
 * The first reading whose slopes follow from those of others, with these: what holds it holds them too, or contradicts
 * them. No others where nothing moves it.
 */
export const dependent = (
  slopes: readonly Row[],
): { readonly at: number; readonly on: readonly number[] } | undefined => {
  const basis: Array<{ readonly row: Row; readonly of: Row }> = []
  for (const [at, slope] of slopes.entries()) {
    const size = Math.sqrt(dot(slope, slope))
    if (!(size > exactly)) return { at, on: [] }
    let row = slope.map(value => value / size)
    let of: Row = new Float64Array(slopes.length)
    of[at] = 1
    // Twice, because what is left of nearly parallel slopes is small.
    for (let pass = 0; pass < 2; pass++)
      for (const one of basis) {
        const part = dot(row, one.row)
        row = row.map((value, place) => value - part * one.row[place])
        of = of.map((value, place) => value - part * one.of[place])
      }
    const rest = Math.sqrt(dot(row, row))
    if (rest < 1e-4) return { at, on: [...of.keys()].filter(other => other !== at && Math.abs(of[other]) > 0.01) }
    basis.push({ row: row.map(value => value / rest), of: of.map(value => value / rest) })
  }
  return undefined
}

/** The point of least norm at which the readings would have their values if the slopes held everywhere. */
const foreseen = (slopes: readonly Row[], point: Row, here: Row): Row | undefined => {
  const count = slopes.length
  const scales = slopes.map(slope => Math.sqrt(dot(slope, slope)))
  const unit = slopes.map((slope, at) => slope.map(value => value / scales[at]))
  const products = Float64Array.from({ length: count * count }, (_, at) =>
    dot(unit[Math.floor(at / count)], unit[at % count]),
  )
  const wanted = Float64Array.from(unit, (slope, at) => dot(slope, point) - here[at] / scales[at])
  try {
    const factor = cholesky(products, count, 1e-14)
    const weights = solveUpper(factor, solveLower(factor, wanted))
    return point.map((_, unknown) => unit.reduce((sum, slope, at) => sum + slope[unknown] * weights[at], 0))
  } catch {
    return undefined
  }
}

/** The point between two that comes nearest: the second one where it is near enough, without a look at the others. */
const nearestOn = (task: HoldTask, point: Row, end: Row | undefined, left: Row) => {
  if (end === undefined) return undefined
  const triedOf = (parts: readonly number[]): Array<{ readonly row: Row; readonly point: Row }> => {
    const points = parts.map(part => point.map((value, at) => value + part * (end[at] - value)))
    return task.distances(points).flatMap((row, at) => (row === undefined ? [] : [{ row, point: points[at] }]))
  }
  const [whole] = triedOf([1])
  if (whole !== undefined && largest(whole.row) < enough * largest(left)) return whole
  const [best] = [...(whole === undefined ? [] : [whole]), ...triedOf(lengths)].toSorted(
    (a, b) => largest(a.row) - largest(b.row),
  )
  return best
}

/** From the slopes at no move at all; the nearest point that is found where the values are not reached. */
export const smallestMoves = (task: HoldTask, slopes: readonly Row[], from: Row): Moves => {
  let point: Row = new Float64Array(task.unknowns)
  let [left, known, fresh] = [from, slopes, 0]
  for (let step = 0; step < mostSteps && largest(left) > exactly; step++) {
    const best = nearestOn(task, point, foreseen(known, point, left), left)
    const near = best !== undefined && largest(best.row) < largest(left)
    const stops = !near || largest(best.row) > stalled * largest(left)
    if (near) {
      const moved = best.point.map((value, at) => value - point[at])
      const size = dot(moved, moved)
      const before = left
      known = known.map((slope, at) => {
        const beyond = (best.row[at] - before[at] - dot(slope, moved)) / size
        return slope.map((value, unknown) => value + beyond * moved[unknown])
      })
      ;[point, left] = [best.point, best.row]
    }
    if (!stops) continue
    const anew = fresh++ < mostFresh ? slopesOf(task, point, left) : undefined
    if (anew === undefined) break
    known = anew
  }
  return { point, left }
}
