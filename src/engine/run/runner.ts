/**
 * The one interface to run members: inputs go in, a block of results comes out, cell after cell, the members of a cell
 * side by side. Whatever runs the members (one after the other, or many at once) leaves the same bits.
 */
import type { Message } from '../../language/messages.ts'
import { messages as engineMessages } from '../../texts/engine.ts'
import type { Recording } from '../recording.ts'
import { RunError, type RunInput } from '../run.ts'

export type MemberInput = Pick<RunInput, 'policy' | 'assumptions' | 'sampled' | 'shocks' | 'changes'>

/** The largest residual of the accounts of one member, relative to its scale. */
export interface MemberResidual {
  /** Place in the block. */
  readonly lane: number
  readonly relative: number
  readonly where: string
  /** Calendar time at which the step opened. */
  readonly when: number
}

/** values[cell * width + lane] belongs to member from + lane. */
export interface MemberBlock {
  readonly width: number
  readonly values: Float64Array
  /** Largest residual of the accounts in the block; 0 when they were not checked. */
  residual: number
  /** The members whose accounts were checked, in their order. */
  readonly residuals: MemberResidual[]
  /** Reasons why members failed, by their place in the block; their values mean nothing. */
  readonly failures: Map<number, Message>
}

export const createBlock = (
  { cells }: Pick<Recording, 'cells'>,
  width: number,
  values: Float64Array = new Float64Array(cells * width),
): MemberBlock => ({
  width,
  values,
  residual: 0,
  residuals: [],
  failures: new Map(),
})

/** Forgets what the members before left beside their values. */
export const clearBlock = (block: MemberBlock): void => {
  block.residual = 0
  block.residuals.length = 0
  block.failures.clear()
}

export const addResidual = (block: MemberBlock, residual: MemberResidual): void => {
  // Also true for NaN, which must be seen.
  if (!(residual.relative <= block.residual)) block.residual = residual.relative
  block.residuals.push(residual)
}

export interface MemberRunner {
  readonly recording: Recording
  /** The number of members that are best run together. */
  readonly width: number
  /** Runs members from … from + count - 1 (count at most the block's width). A member that fails disturbs no other. */
  run(from: number, count: number, block: MemberBlock): void
}

/** A member that could not be run to its end. */
export class MemberError extends RunError {
  readonly member: number
  constructor(member: number, { text }: Message) {
    super(engineMessages.memberStops({ member, problem: text }))
    this.member = member
  }
}

/** For those who need every member: the first one that failed is an error. */
export const checkFailures = (from: number, { failures }: MemberBlock): void => {
  if (failures.size === 0) return
  const lane = Math.min(...failures.keys())
  throw new MemberError(from + lane, failures.get(lane)!)
}

/** Runs members from … to - 1 block by block; those of a block are to be read before the next ones overwrite them. */
export function* eachBlock(
  runner: MemberRunner,
  [from, to]: readonly [from: number, to: number],
  block: MemberBlock,
): Generator<readonly [first: number, count: number]> {
  for (let first = from; first < to; first += block.width) {
    const count = Math.min(block.width, to - first)
    runner.run(first, count, block)
    yield [first, count]
  }
}
