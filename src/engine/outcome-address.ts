/**
 * A number of a run, as people write it: 'regionOutput@2037' (mean of the year), 'regionOutput@2037Q4' (that quarter),
 * 'regionOutput@2033-2037' (mean over the years), 'output[CN-LN]@2040'.
 */
import type { LinkedModel } from '../language/linked.ts'
import { blockReader } from './run/reader.ts'
import type { MemberBlock } from './run/runner.ts'
import { type Recording, RecordingError, seriesOf } from './recording.ts'

export interface OutcomeAddress {
  readonly text: string
  /** 'regionOutput', 'output[CN-LN]'. */
  readonly series: string
  /** Calendar time, from included, to excluded; undefined for each step by itself. */
  readonly window: readonly [from: number, to: number] | undefined
}

const form = 'write name@2037, name@2037Q4 or name@2033-2037, and name[area]@2037 for one area'

/** Without a time when `everyStep` is allowed. */
export function parseOutcome(
  model: LinkedModel,
  text: string,
  time: { readonly start: number; readonly end: number; readonly stepsPerYear: number },
  everyStep = false,
): OutcomeAddress {
  const [, series, when] = /^([^@]+?)\s*(?:@\s*(.+))?$/.exec(text.trim()) ?? []
  if (series === undefined) throw new RecordingError(`'${text}' is no outcome; ${form}`)
  const found = seriesOf(model, series)
  if (found.length > 1) {
    const some = found.slice(0, 12).map(({ name }) => name)
    throw new RecordingError(`'${series}' has several values; name one: ${some.join(', ')}`)
  }
  if (when === undefined) {
    if (everyStep) return { text, series: found[0].name, window: undefined }
    throw new RecordingError(`'${text}': when? ${form}`)
  }
  const window = windowOf(when)
  if (window === undefined) throw new RecordingError(`'${text}': '${when}' is no time; ${form}`)
  if (!(window[0] >= time.start && window[0] < window[1] && window[1] <= time.end)) {
    throw new RecordingError(
      `'${text}': the run goes from ${time.start} to the end of ${Math.ceil(time.end) - 1}; name a time within`,
    )
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
  if (!recording.series.some(({ name }) => name === series)) throw new RecordingError(`'${series}' was not recorded.`)
  if (window === undefined) throw new RecordingError(`'${series}' has a value for each step, not one.`)
  const [from, to] = window
  const read = blockReader(recording)
  return (block, lane) => read(block, lane).meanOver(series, from, to)
}
