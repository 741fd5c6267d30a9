/** Finds the inputs of one value: what its equation reads at its own labels, with sums combined. */

import { valueOf } from './emit/interpret.ts'
import { operandsOf, rankAt, startOf } from './expression.ts'
import type { EquationNode, Expression, Piece, Variable } from './linked.ts'

/** First and last position in a dimension; equal for a single label. */
export type PositionRange = readonly [low: number, high: number]

/** A value or, inside sums, several labels of it taken together. */
export interface CausePoint {
  readonly variable: Variable
  readonly closing: boolean
  /** One for each of the variable's dimensions. */
  readonly ranges: readonly PositionRange[]
}

/** Ranges by the rank of the dimension. */
type Present = Map<number, PositionRange>

const isSingle = ([low, high]: PositionRange): boolean => low === high

const samePoint = (a: CausePoint, b: CausePoint): boolean =>
  a.variable === b.variable &&
  a.closing === b.closing &&
  a.ranges.every(([low, high], at) => low === b.ranges[at]?.[0] && high === b.ranges[at]?.[1])

/** People, money or area (also per year) add up; shares, prices and rates are averaged. */
export const addsUp = (variable: Variable): boolean => {
  const powers = variable.unit.powers.filter(([base]) => base !== '10' && base !== '12' && base !== 'year')
  return powers.length > 0 && powers.every(([, exponent]) => exponent > 0)
}

/** The number at a point: of several labels the sum, or the mean where adding makes no sense. */
export const valueAt = (point: CausePoint, values: Float64Array): number => {
  const { variable, ranges } = point
  let total = 0
  let count = 0
  const visit = (at: number, offset: number): void => {
    const range = ranges[at]
    if (range === undefined) {
      total += values[offset] ?? Number.NaN
      count++
      return
    }
    for (let position = range[0]; position <= range[1]; position++)
      visit(at + 1, offset + position * (variable.strides[at] ?? 1))
  }
  visit(0, startOf(point))
  return count <= 1 || addsUp(variable) ? total : total / count
}

/** Collects what an expression reads at present labels. */
class Reader {
  readonly points: CausePoint[] = []
  private readonly values: Float64Array
  private readonly present: Present

  constructor(values: Float64Array, present: Present) {
    this.values = values
    this.present = present
  }

  private add(point: CausePoint): void {
    if (!this.points.some(known => samePoint(known, point))) this.points.push(point)
  }

  read(expression: Expression): void {
    switch (expression.op) {
      case 'read': {
        const { variable, closing, positions } = expression
        const ranges = variable.dimensions.map((dimension, at): PositionRange => {
          const fixed = positions[at] ?? -1
          return fixed >= 0
            ? [fixed, fixed]
            : (this.present.get(rankAt(dimension, fixed)) ?? [0, dimension.labels.length - 1])
        })
        this.add({ variable, closing, ranges })
        return
      }
      case 'if':
        this.choice(expression)
        return
      case 'sum':
        this.within(
          expression.loops.map(({ dimension, low, high }) => [dimension.rank, [low, high]]),
          expression.body,
        )
        return
      case 'shift': {
        const { rank, labels } = expression.dimension
        const [low, high] = this.present.get(rank) ?? [0, labels.length - 1]
        if (high > 0) this.within([[rank, [Math.max(0, low - 1), high - 1]]], expression.body)
        return
      }
      default:
        for (const part of operandsOf(expression)) this.read(part)
    }
  }

  private within(changed: ReadonlyArray<readonly [rank: number, range: PositionRange]>, body: Expression): void {
    const before = changed.map(([rank]) => [rank, this.present.get(rank)] as const)
    for (const [rank, range] of changed) this.present.set(rank, range)
    this.read(body)
    for (const [rank, range] of before) {
      if (range === undefined) this.present.delete(rank)
      else this.present.set(rank, range)
    }
  }

  /** Only the chosen branch counts, where one is chosen. */
  private choice({ condition, yes, no }: Extract<Expression, { op: 'if' }>): void {
    this.read(condition)
    const chosen = this.truth(condition)
    if (chosen !== false) this.read(yes)
    if (chosen !== true) this.read(no)
  }

  private truth(condition: Expression): boolean | undefined {
    const positions = new Int32Array(32)
    for (const [rank, range] of this.present) {
      if ((condition.mask & (1 << rank)) !== 0 && !isSingle(range)) return undefined
      positions[rank] = range[0]
    }
    return valueOf(condition, this.values, positions) !== 0
  }
}

const overlap = (piece: Piece, ranges: readonly PositionRange[]): PositionRange[] | undefined => {
  const shared = piece.loops.map(({ low, high }, at): PositionRange => {
    const [from, to] = ranges[at] ?? [low, high]
    return [Math.max(low, from), Math.min(high, to)]
  })
  return shared.some(([low, high]) => low > high) ? undefined : shared
}

/** Two points that differ in one dimension only and touch there, as one; undefined when they do not. */
const joined = (a: CausePoint, b: CausePoint): CausePoint | undefined => {
  if (a.variable !== b.variable || a.closing !== b.closing) return undefined
  let differing = -1
  for (let at = 0; at < a.ranges.length; at++) {
    const [low, high] = a.ranges[at] ?? [0, 0]
    const [from, to] = b.ranges[at] ?? [0, 0]
    if (low === from && high === to) continue
    if (differing >= 0 || from > high + 1 || low > to + 1) return undefined
    differing = at
  }
  const ranges = a.ranges.map((range, at): PositionRange => {
    const other = b.ranges[at] ?? range
    return at === differing ? [Math.min(range[0], other[0]), Math.max(range[1], other[1])] : range
  })
  return { ...a, ranges }
}

/** Adds a point to a list, joined with one it touches when several labels are asked for anyway. */
const include = (found: CausePoint[], point: CausePoint, several: boolean): void => {
  if (found.some(known => samePoint(known, point))) return
  const at = several ? found.findIndex(known => joined(known, point) !== undefined) : -1
  const known = found[at]
  const both = known === undefined ? undefined : joined(known, point)
  if (both === undefined) found.push(point)
  else found[at] = both
}

/** The reads of an equation at the given labels of its variable; hidden variables are replaced by their own reads. */
export const causesOf = (node: EquationNode, ranges: readonly PositionRange[], values: Float64Array): CausePoint[] => {
  const found: CausePoint[] = []
  const several = ranges.some(range => !isSingle(range))
  for (const piece of node.pieces) {
    const shared = overlap(piece, ranges)
    if (shared === undefined) continue
    const present: Present = new Map(piece.loops.map(({ dimension }, at) => [dimension.rank, shared[at] ?? [0, 0]]))
    const reader = new Reader(values, present)
    reader.read(piece.expression)
    for (const point of reader.points) {
      const { variable } = point
      const inner =
        variable.kind !== 'hidden'
          ? [point]
          : variable.value === undefined || variable.state
            ? []
            : causesOf(variable.value, point.ranges, values)
      for (const cause of inner) include(found, cause, several)
    }
  }
  return found
}
