/**
 * Runs of the same members under several policies share what they compute until their inputs begin to differ: most
 * policies begin some years after the start.
 */

import type { BatchState } from '../simd/batch.ts'
import type { RunOrder } from './inputs.ts'
import type { Changes, SharedInputs } from './shared-inputs.ts'

/** The largest residual of a member's accounts so far, and where and when it was found. */
export interface WorstResidual {
  readonly relative: number
  readonly place: number
  readonly step: number
}

/** Members from … + count - 1 before the first step in which their runs may differ. */
export interface Begun {
  readonly from: number
  readonly count: number
  readonly state: BatchState
  readonly draws: Float64Array
  /** Recorded values: series after series, step after step, each as wide as the batch. */
  readonly recorded: Float64Array
  readonly worst: readonly WorstResidual[]
}

/** The common beginning of several orders; the batches kept are those that ran last. */
export class Beginning {
  /** Steps that all of them share. */
  readonly steps: number
  private readonly most: number
  private readonly kept: Begun[] = []

  constructor(steps: number, most: number) {
    this.steps = steps
    this.most = most
  }

  find(from: number, count: number): Begun | undefined {
    return this.kept.find(begun => begun.from === from && begun.count === count)
  }

  /** One that gives way to the next, if there are too many: its memory can be used again. */
  spare(): Begun | undefined {
    return this.kept.length < this.most ? undefined : this.kept.shift()
  }

  keep(begun: Begun): void {
    this.kept.push(begun)
  }
}

export const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (!Object.is(a[at], b[at])) return false
  return true
}

const sameChanges = (a: Changes, b: Changes): boolean =>
  sameNumbers(a.elements, b.elements) && sameNumbers(a.values, b.values)

const sameStart = (a: SharedInputs, b: SharedInputs): boolean =>
  a.start === b.start &&
  a.stepsPerYear === b.stepsPerYear &&
  a.steps === b.steps &&
  a.setBySteps === b.setBySteps &&
  sameNumbers(a.held, b.held) &&
  sameNumbers(a.first, b.first)

/** Steps that the inputs of two runs have in common; 0 where they start differently. */
const commonInputs = (a: SharedInputs, b: SharedInputs): number => {
  if (!sameStart(a, b)) return 0
  const differing = a.changes.findIndex((changes, step) => !sameChanges(changes, b.changes[step]))
  return differing < 0 ? a.steps : differing
}

/** Steps that two orders begin with in common. */
const commonSteps = (a: RunOrder, b: RunOrder): number =>
  a.draws !== b.draws || a.recording !== b.recording || a.auditEvery !== b.auditEvery
    ? 0
    : commonInputs(a.shared, b.shared)

/**
 * A beginning kept from one call to the next: its first steps under `inputs`. Whoever keeps it answers for it that
 * members, what is recorded and which accounts are checked are the same.
 */
export interface KeptBeginning {
  readonly inputs: SharedInputs
  readonly beginning: Beginning
}

/** True if runs under these inputs start as the kept ones do, though they may part before its steps are over. */
export const startsAs = ({ inputs }: KeptBeginning, own: SharedInputs): boolean => sameStart(inputs, own)

/** By order: what it shares with what was kept, undefined where its inputs differ too early. */
export const beginningsFrom = (
  { inputs, beginning }: KeptBeginning,
  orders: readonly RunOrder[],
): Array<Beginning | undefined> =>
  orders.map(({ shared }) => (commonInputs(inputs, shared) < beginning.steps ? undefined : beginning))

/** By order: what it shares with others, undefined where nothing; `most` batches are kept of each. */
export const beginningsOf = (orders: readonly RunOrder[], most: number): Array<Beginning | undefined> => {
  const groups: Array<{ readonly members: number[]; steps: number }> = []
  orders.forEach((order, at) => {
    for (const group of groups) {
      const steps = Math.min(group.steps, commonSteps(orders[group.members[0]], order))
      if (steps === 0) continue
      group.members.push(at)
      group.steps = steps
      return
    }
    groups.push({ members: [at], steps: order.shared.steps })
  })
  const found = new Array<Beginning | undefined>(orders.length).fill(undefined)
  for (const { members, steps } of groups) {
    if (members.length < 2) continue
    const beginning = new Beginning(steps, most)
    for (const at of members) found[at] = beginning
  }
  return found
}
