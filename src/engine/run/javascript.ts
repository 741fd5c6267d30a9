/** Runs members one after the other, with a simulator of any program: compiled to JavaScript, or interpreted. */

import { messages as engineMessages } from '../../texts/engine.ts'
import { ModelError } from '../../language/errors.ts'
import type { Recording } from '../recording.ts'
import { RunError, type Simulator } from '../run.ts'
import { addResidual, clearBlock, type MemberBlock, type MemberInput, type MemberRunner } from './runner.ts'

/** The accounts of members whose number is a multiple of `auditEvery` are checked; none for 0. */
export const createJavaScriptRunner = (
  simulator: Simulator,
  recording: Recording,
  inputOf: (member: number) => MemberInput,
  auditEvery = 0,
): MemberRunner => {
  const offsets = Int32Array.from(recording.series, ({ offset }) => offset)
  const { steps } = recording
  const runOne = (member: number, lane: number, block: MemberBlock): void => {
    const { values: into, width } = block
    const { audit } = simulator.run({
      ...inputOf(member),
      record: [],
      audit: auditEvery > 0 && member % auditEvery === 0,
      bounds: true,
      observe: (values, step) => {
        for (let series = 0; series < offsets.length; series++) {
          const value = values[offsets[series]]
          if (!Number.isFinite(value))
            throw new RunError(
              engineMessages.notFinite({ name: recording.series[series].name, time: recording.times[step] }),
            )
          into[(series * steps + step) * width + lane] = value
        }
      },
    })
    if (audit === undefined) return
    const { largestResidual: relative, where, when } = audit
    addResidual(block, { lane, relative, where, when })
  }
  return {
    recording,
    width: 64,
    run: (from, count, block) => {
      clearBlock(block)
      for (let lane = 0; lane < count; lane++) {
        try {
          runOne(from + lane, lane, block)
        } catch (problem) {
          if (!(problem instanceof RunError || problem instanceof ModelError)) throw problem
          block.failures.set(lane, problem.messages[0])
        }
      }
    },
  }
}
