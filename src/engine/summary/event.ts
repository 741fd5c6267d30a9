/** Events of a member, such as 'regionDebtToGdp@2037 > 1'; their counts give probabilities. */

import { messages as engineMessages } from '../../texts/engine.ts'
import { UsageError } from '../../language/messages.ts'
import type { LinkedModel } from '../../language/linked.ts'
import type { MemberBlock } from '../run/runner.ts'
import type { Recording } from '../recording.ts'
import { type OutcomeAddress, outcomeReader, parseOutcome } from '../outcome-address.ts'

export interface Event {
  readonly text: string
  readonly outcome: OutcomeAddress
  readonly above: boolean
  readonly threshold: number
}

/** 'regionUnemployment > 0.06' is an event of every step by itself; with a time it is one event. */
export function parseEvent(
  model: LinkedModel,
  text: string,
  time: { readonly start: number; readonly end: number; readonly stepsPerYear: number },
): Event {
  const [, outcome, sign, threshold] = /^(.*?)\s*([<>])\s*(\S+)$/.exec(text.trim()) ?? []
  if (outcome === undefined || !Number.isFinite(Number(threshold))) {
    throw new UsageError(engineMessages.notEvent({ text }))
  }
  const address = parseOutcome(model, outcome, time, true)
  const name = address.window === undefined ? address.series : address.text
  return {
    text: `${name} ${sign} ${Number(threshold)}`,
    outcome: address,
    above: sign === '>',
    threshold: Number(threshold),
  }
}

/** The counters that an event takes: one, or one for each step. */
export const eventSize = ({ outcome }: Event, recording: Recording): number =>
  outcome.window === undefined ? recording.steps : 1

/** Adds the event of the first `count` members of a block to its counters. */
export function eventCounter(
  recording: Recording,
  event: Event,
): (block: MemberBlock, count: number, counters: Float64Array) => void {
  const { outcome, above, threshold } = event
  const occurs = (value: number): boolean => (above ? value > threshold : value < threshold)
  if (outcome.window !== undefined) {
    const read = outcomeReader(recording, outcome)
    return (block, count, counters) => {
      for (let lane = 0; lane < count; lane++) if (occurs(read(block, lane))) counters[0]++
    }
  }
  const series = recording.series.findIndex(({ name }) => name === outcome.series)
  if (series < 0) throw new UsageError(engineMessages.notRecorded({ name: outcome.series }))
  return ({ values, width }, count, counters) => {
    for (let step = 0; step < recording.steps; step++) {
      const first = (series * recording.steps + step) * width
      for (let lane = 0; lane < count; lane++) if (occurs(values[first + lane])) counters[step]++
    }
  }
}
