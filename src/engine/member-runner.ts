/**
 * Runs members of an ensemble and leaves what was recorded in a block: cell after cell, the members of a cell side by
 * side. Whatever runs the members (one after the other, or many at once) gives the same bits.
 */
import { leversOf, type Assumptions, type Policy } from './scenario.ts'
import type { Recording } from './recording.ts'
import { RunError, type RunInput, type Simulator } from './run.ts'

/** values[cell * width + lane] belongs to member from + lane. */
export interface MemberBlock {
  readonly width: number
  readonly values: Float64Array
  /** Largest residual of the accounts in the block, relative to its scale; 0 when they were not checked. */
  residual: number
}

export const createBlock = (recording: Recording, width: number): MemberBlock => ({
  width,
  values: new Float64Array(recording.cells * width),
  residual: 0,
})

/** What a member is run with. */
export type MemberDraw = (member: number) => Pick<RunInput, 'sampled' | 'shocks'>

export interface MemberRunner {
  readonly recording: Recording
  /** How many members are best run together. */
  readonly width: number
  /** Runs members from … from + count - 1 (count at most the block's width). */
  run(from: number, count: number, block: MemberBlock): void
}

export interface RunnerSettings {
  readonly policy?: Policy
  readonly assumptions?: Assumptions
  /** The accounts of members whose number is a multiple of this are checked; none for 0 (the default). */
  readonly auditEvery?: number
}

/** A member that could not be run to its end. */
export class MemberError extends RunError {
  readonly member: number
  constructor(member: number, problem: string) {
    super(`Member ${member} stops: ${problem} Nothing is left out of an ensemble silently; replay it alone to see why.`)
    this.member = member
  }
}

/** One member after the other. */
export function createMemberRunner(
  simulator: Simulator,
  recording: Recording,
  draw: MemberDraw,
  { policy = {}, assumptions = {}, auditEvery = 0 }: RunnerSettings,
): MemberRunner {
  const known = leversOf(simulator.program.model)
  for (const name of Object.keys(policy)) if (!known.has(name)) throw new RunError(`There is no lever '${name}'.`)
  const offsets = Int32Array.from(recording.series, ({ offset }) => offset)
  const { steps } = recording
  const runOne = (member: number, lane: number, block: MemberBlock): void => {
    const { values: into, width } = block
    const run = simulator.run({
      ...draw(member),
      policy,
      assumptions,
      record: [],
      audit: auditEvery > 0 && member % auditEvery === 0,
      observe: (values, step) => {
        for (let series = 0; series < offsets.length; series++) {
          const value = values[offsets[series]]
          if (!Number.isFinite(value)) {
            throw new RunError(`'${recording.series[series].name}' is not a number at ${recording.times[step]}.`)
          }
          into[(series * steps + step) * width + lane] = value
        }
      },
    })
    if (run.audit !== undefined && !(run.audit.largestResidual <= block.residual)) {
      block.residual = run.audit.largestResidual
    }
  }
  return {
    recording,
    width: 64,
    run: (from, count, block) => {
      block.residual = 0
      for (let lane = 0; lane < count; lane++) {
        try {
          runOne(from + lane, lane, block)
        } catch (problem) {
          if (problem instanceof RunError) throw new MemberError(from + lane, problem.message)
          throw problem
        }
      }
    },
  }
}
