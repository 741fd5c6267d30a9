/**
 * Finds where each dimension gets its current label while a text is read: from the target or from a surrounding sum.
 */

import type { Complaints } from './complaints.ts'
import { messages as linker } from '../texts/linker.ts'
import type { LinkedDimension, SumLoop, Variable } from './linked.ts'
import type { Selector, Syntax } from './parse.ts'

export const bit = (dimension: LinkedDimension): number => 1 << dimension.rank

const originalOf = (dimension: LinkedDimension): LinkedDimension => dimension.copyOf ?? dimension

/** A sum being read: the dimensions it names, or those it collects, and the ranges that restrict it. */
export interface SumFrame {
  readonly named: number | undefined
  collected: number
  ranges: Map<LinkedDimension, SumLoop> | undefined
}

export class Labels {
  private readonly complaints: Complaints
  private readonly dimensions: ReadonlyMap<string, LinkedDimension>
  private target = 0
  private readonly frames: SumFrame[] = []

  constructor(complaints: Complaints, dimensions: ReadonlyMap<string, LinkedDimension>) {
    this.complaints = complaints
    this.dimensions = dimensions
  }

  begin(over: readonly LinkedDimension[]): void {
    this.target = 0
    for (let at = 0; at < over.length; at++) this.target |= bit(over[at])
    this.frames.length = 0
  }

  /** Begins the body of a sum over named dimensions, or over all that the body turns out to need. */
  open(named: readonly LinkedDimension[]): SumFrame {
    let mask: number | undefined
    for (const dimension of named) mask = (mask ?? 0) | bit(dimension)
    const frame: SumFrame = { named: mask, collected: 0, ranges: undefined }
    this.frames.push(frame)
    return frame
  }

  close(): void {
    this.frames.pop()
  }

  /**
   * The dimension of a variable that has a label, or both ends of a range; of the name of another dimension, the one with
   * the same labels.
   */
  owner(variable: Variable, selector: Selector, syntax: Syntax): LinkedDimension | undefined {
    const { from, to } = selector
    const other = selector.range ? undefined : this.dimensions.get(from ?? '')
    const owners = variable.dimensions.filter(dimension => {
      const { positions, numbers } = dimension
      if (other !== undefined) return dimension !== other && originalOf(dimension) === originalOf(other)
      return from === undefined && to === undefined
        ? numbers !== undefined
        : (from === undefined || positions.has(from)) && (to === undefined || positions.has(to))
    })
    if (owners.length === 1) return owners[0]
    this.complaints.unknownSelector(variable, selector, owners, syntax)
    return undefined
  }

  /** Restricts the innermost sum over a dimension. */
  range(dimension: LinkedDimension, selector: Selector, syntax: Syntax): void {
    const low = selector.from === undefined ? 0 : (dimension.positions.get(selector.from) ?? 0)
    const high = selector.to === undefined ? dimension.labels.length - 1 : (dimension.positions.get(selector.to) ?? 0)
    if (low > high) {
      this.complaints.problem(linker.emptyRange({ range: `${selector.from ?? ''}..${selector.to ?? ''}` }), syntax)
    }
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const frame = this.frames[at]
      if (frame.named !== undefined && (frame.named & bit(dimension)) === 0) continue
      frame.ranges ??= new Map()
      const before = frame.ranges.get(dimension)
      if (before !== undefined && (before.low !== low || before.high !== high)) {
        this.complaints.problem(linker.twoRanges({ name: dimension.name }), syntax)
      }
      frame.ranges.set(dimension, { dimension, low, high })
      frame.collected |= bit(dimension)
      return
    }
    this.complaints.problem(linker.rangeOutside({ name: dimension.name }), syntax)
  }

  /** Finds what gives dimensions their present labels: a sum around, or the target. Returns those that nothing gives. */
  bind(wanted: number): number {
    let missing = wanted
    for (let at = this.frames.length - 1; at >= 0 && missing !== 0; at--) {
      const frame = this.frames[at]
      if (frame.named !== undefined) {
        missing &= ~frame.named
        continue
      }
      // A sum that names none takes what nothing outside it gives.
      let outside = this.target
      for (let outer = 0; outer < at; outer++) outside |= this.frames[outer].named ?? this.frames[outer].collected
      frame.collected |= missing & ~outside
      return 0
    }
    return missing & ~this.target
  }

  unbound(dimension: LinkedDimension, syntax: Syntax, what: string): void {
    const example = dimension.labels[0] ?? '…'
    const { name } = this.complaints.request
    this.complaints.problem(linker.unbound({ what, dimension: dimension.name, name, example }), syntax)
  }
}
