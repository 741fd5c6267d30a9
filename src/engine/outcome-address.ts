/**
 * A number of a run, as people write it: 'regionOutput@2037' (mean of the year), 'regionOutput@2037Q4' (that quarter),
 * 'regionOutput@2033-2037' (mean over the years), 'output[CN-LN]@2040'.
 */
import { messages as engineMessages } from '../texts/engine.ts'
import { UsageError } from '../language/messages.ts'
import type { LinkedModel } from '../language/linked.ts'
import { RunError } from './run.ts'
import type { MemberBlock } from './run/runner.ts'
import { type Recording, seriesOf } from './recording.ts'

export interface OutcomeAddress {
  readonly text: string
  /** 'regionOutput', 'output[CN-LN]'. */
  readonly series: string
  /** Calendar time, from included, to excluded; undefined for each step by itself. */
  readonly window: readonly [from: number, to: number] | undefined
}

const form = 'name@2037, name@2037Q4, name@2033-2037, name[area]@2037'

/** Without a time when `everyStep` is allowed. */
export function parseOutcome(
  model: LinkedModel,
  text: string,
  time: { readonly start: number; readonly end: number; readonly stepsPerYear: number },
  everyStep = false,
): OutcomeAddress {
  const [, series, when] = /^([^@]+?)\s*(?:@\s*(.+))?$/.exec(text.trim()) ?? []
  if (series === undefined) throw new UsageError(engineMessages.notOutcome({ text, form }))
  const found = seriesOf(model, series)
  if (found.length > 1) {
    const some = found.slice(0, 12).map(({ name }) => name)
    throw new UsageError(engineMessages.severalValues({ name: series, some: some.join(', ') }))
  }
  if (when === undefined) {
    if (everyStep) return { text, series: found[0].name, window: undefined }
    throw new UsageError(engineMessages.timeMissing({ text, form }))
  }
  const window = windowOf(when)
  if (window === undefined) throw new UsageError(engineMessages.notTime({ text, when, form }))
  const [, first = '', last = ''] = /^(\d{4})-(\d{4})$/.exec(when) ?? []
  if (first > last) throw new UsageError(engineMessages.timeReversed({ text, first, last }))
  if (!(window[0] >= time.start && window[0] < window[1] && window[1] <= time.end)) {
    throw new UsageError(engineMessages.timeOutside({ text, start: time.start, last: Math.ceil(time.end) - 1 }))
  }
  return { text: `${found[0].name}@${when}`, series: found[0].name, window }
}

function windowOf(when: string): readonly [number, number] | undefined {
  const quarter = /^(\d{4})Q([1-4])$/.exec(when)
  if (quarter !== null) {
    const from = Number(quarter[1]) + (Number(quarter[2]) - 1) / 4
    return [from, from + 0.25]
  }
  const years = /^(\d{4})(?:-(\d{4}))?$/.exec(when)
  if (years === null) return undefined
  return [Number(years[1]), Number(years[2] ?? years[1]) + 1]
}

/** Reads the address in one member of a block. */
export function outcomeReader(
  recording: Recording,
  { series, window }: OutcomeAddress,
): (block: MemberBlock, lane: number) => number {
  const place = recording.series.findIndex(({ name }) => name === series)
  if (place < 0) throw new UsageError(engineMessages.notRecorded({ name: series }))
  if (window === undefined) throw new UsageError(engineMessages.everyStep({ name: series }))
  const { start, stepsPerYear, steps } = recording
  const first = Math.floor((window[0] - start) * stepsPerYear + 1e-6)
  const count = Math.round((window[1] - start) * stepsPerYear) - first
  if (first < 0 || first + count > steps) throw new RunError(engineMessages.noStep({ time: window[0] }))
  // Without a reader of the whole member: millions of numbers are read so.
  return ({ values, width }, lane) => {
    let sum = 0
    for (let step = 0, at = (place * steps + first) * width + lane; step < count; step++, at += width) sum += values[at]
    return sum / count
  }
}
