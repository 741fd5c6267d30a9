/** Finds what gives each dimension its present label while a text is read: the target, or a sum around. */

import type { Complaints, TextRequest } from './complaints.ts'
import type { LinkedDimension, SumLoop, Variable } from './linked.ts'
import type { Selector, Syntax } from './parse.ts'

export const bit = (dimension: LinkedDimension): number => 1 << dimension.rank

/** A sum being read: the dimensions it names, or those it collects, and the ranges that restrict it. */
export interface Frame {
  readonly named: number | undefined
  collected: number
  readonly ranges: Map<LinkedDimension, SumLoop>
}

export class Labels {
  private readonly request: TextRequest
  private readonly complaints: Complaints
  private readonly target: number
  private readonly frames: Frame[] = []

  constructor(request: TextRequest, complaints: Complaints) {
    this.request = request
    this.complaints = complaints
    this.target = request.over.reduce((mask, dimension) => mask | bit(dimension), 0)
  }

  /** Reads the body of a sum over named dimensions, or over all that the body turns out to need. */
  within<T>(named: readonly LinkedDimension[], read: () => T): { readonly body: T; readonly frame: Frame } {
    const frame: Frame = {
      named: named.length === 0 ? undefined : named.reduce((mask, dimension) => mask | bit(dimension), 0),
      collected: 0,
      ranges: new Map(),
    }
    this.frames.push(frame)
    const body = read()
    this.frames.pop()
    return { body, frame }
  }

  /** The dimension of a variable that has a label, or both ends of a range. */
  owner(variable: Variable, selector: Selector, syntax: Syntax): LinkedDimension | undefined {
    const { from, to } = selector
    const owners = variable.dimensions.filter(({ positions, numbers }) =>
      from === undefined && to === undefined
        ? numbers !== undefined
        : (from === undefined || positions.has(from)) && (to === undefined || positions.has(to)),
    )
    if (owners.length === 1) return owners[0]
    this.complaints.unknownSelector(variable, selector, owners, syntax)
    return undefined
  }

  /** Restricts the innermost sum over a dimension. */
  range(dimension: LinkedDimension, selector: Selector, syntax: Syntax): void {
    const low = selector.from === undefined ? 0 : (dimension.positions.get(selector.from) ?? 0)
    const high = selector.to === undefined ? dimension.labels.length - 1 : (dimension.positions.get(selector.to) ?? 0)
    if (low > high) this.complaints.problem(`the range '${selector.from ?? ''}..${selector.to ?? ''}' is empty`, syntax)
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const frame = this.frames[at]
      if (frame === undefined || (frame.named !== undefined && (frame.named & bit(dimension)) === 0)) continue
      const before = frame.ranges.get(dimension)
      if (before !== undefined && (before.low !== low || before.high !== high)) {
        this.complaints.problem(`one sum has two different ranges of '${dimension.name}'; write two sums`, syntax)
      }
      frame.ranges.set(dimension, { dimension, low, high })
      frame.collected |= bit(dimension)
      return
    }
    this.complaints.problem(
      `a range of labels stands only inside a sum over '${dimension.name}'; write sum(…, ${dimension.name})`,
      syntax,
    )
  }

  /** Finds what gives a dimension its present label: a sum around, or the target. */
  bind(dimension: LinkedDimension, syntax: Syntax, what: string): void {
    const wanted = bit(dimension)
    for (let at = this.frames.length - 1; at >= 0; at--) {
      const frame = this.frames[at]
      if (frame === undefined) continue
      if (frame.named !== undefined) {
        if ((frame.named & wanted) !== 0) return
        continue
      }
      if ((frame.collected & wanted) !== 0) return
      const outside = this.frames
        .slice(0, at)
        .reduce((mask, outer) => mask | (outer.named ?? outer.collected), this.target)
      if ((outside & wanted) !== 0) return
      frame.collected |= wanted
      return
    }
    if ((this.target & wanted) !== 0) return
    const example = dimension.labels[0] ?? '…'
    this.complaints.problem(
      `${what} varies over '${dimension.name}', which ${this.request.name} does not; index it, as in [${example}], or sum over '${dimension.name}'`,
      syntax,
    )
  }
}
