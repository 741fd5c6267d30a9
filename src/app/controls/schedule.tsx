/** Schedule of a lever: its path over the years as a small picture, and the times of each of its values as fields. */

import {
  defaultRamp,
  defaultStart,
  leverAt,
  type LeverSetting,
  type LeverStage,
  settingFrom,
  stagesOf,
} from '../../engine/scenario.ts'
import { useWords } from '../shell/use.ts'
import { quarter } from '../state/quarters.ts'
import { whatIfWords } from '../words/what-if.ts'
import { TypedNumber } from './typed-number.tsx'

const width = 118
const left = 6
const right = 112
const above = 8
const below = 26

interface Years {
  /** In which a run opens and closes. */
  readonly start: number
  readonly end: number
}

interface Times {
  readonly start: number
  readonly ramp: number
  readonly end: number | undefined
}

const timesOf = ({ start = defaultStart, ramp = defaultRamp, end }: LeverStage): Times => ({ start, ramp, end })

/** The setting with another stage in one place, or with one less; undefined where none is left. */
export const withStage = (
  setting: LeverSetting,
  at: number,
  stage: LeverStage | undefined,
): LeverSetting | undefined => {
  const [first, ...later] = stagesOf(setting)
    .map((one, place) => (place === at ? stage : one))
    .flatMap(one => (one === undefined ? [] : [{ ...one, start: one.start ?? defaultStart }]))
  return first === undefined ? undefined : settingFrom([first, ...later])
}

const withTimes = (setting: LeverSetting, at: number, { start, ramp, end }: Times): LeverSetting => {
  const stage = { value: stagesOf(setting)[at]!.value, start, ramp, ...(end === undefined ? {} : { end }) }
  return withStage(setting, at, stage)!
}

/** Between what comes before and what comes after. */
const roomOf = (setting: LeverSetting, at: number, years: Years): Years => {
  const stages = stagesOf(setting)
  const before = at === 0 ? undefined : stages[at - 1]
  return {
    start: before === undefined ? years.start : Math.max(before.end ?? 0, (before.start ?? defaultStart) + quarter),
    end: stages[at + 1]?.start ?? years.end,
  }
}

const mostStages = 6

/** The setting with one more stage at its end, which at first changes nothing; undefined where no time is left. */
export const withNextStage = (setting: LeverSetting, years: Years): LeverSetting | undefined => {
  const stages = stagesOf(setting)
  const at = stages.length - 1
  const { value } = stages[at]!
  const { start, ramp, end } = timesOf(stages[at]!)
  const next = Math.round((Math.min(start + ramp, years.end) + (end ?? years.end)) / 2)
  if (stages.length === mostStages || next <= start || next >= (end ?? years.end)) return undefined
  const [first, ...later] = stagesOf(withTimes(setting, at, { start, ramp, end: undefined }))
  return settingFrom([
    first,
    ...later,
    { value, start: next, ramp: defaultRamp, ...(end === undefined ? {} : { end }) },
  ])
}

export interface ScheduleProps {
  readonly setting: LeverSetting
  readonly standard: number
  readonly years: Years
  readonly commit: (setting: LeverSetting) => void
}

/** The lever over the years. */
export const SchedulePath = ({ setting, standard, years }: Pick<ScheduleProps, 'setting' | 'standard' | 'years'>) => {
  const stages = stagesOf(setting)
  const beyond = stages.map(({ value }) => value - standard)
  /** Where all values lie below the standard, they too are drawn upwards. */
  const sign = Math.max(...beyond) <= 0 ? -1 : 1
  const [low, high] = [Math.min(0, ...beyond.map(one => sign * one)), Math.max(0, ...beyond.map(one => sign * one))]
  const x = (time: number): number =>
    Math.min(right, left + ((time - years.start) / (years.end - years.start)) * (right - left))
  const y = (value: number): number => below - ((sign * (value - standard) - low) / (high - low || 1)) * (below - above)
  const at = (time: number): number => y(leverAt(standard, setting, time))
  const justBefore = (time: number): number => at(time - 1e-6)
  const corners = stages
    .map(timesOf)
    .flatMap(({ start, ramp, end = years.end }) => [start, start + ramp, end])
    .filter(time => time < years.end)
    .toSorted((a, b) => a - b)
  const line = [
    ...corners.map(time => `L${x(time)} ${justBefore(time)}V${at(time)}`),
    `L${right} ${justBefore(years.end)}`,
  ].join('')

  return (
    <svg viewBox={`0 0 ${width} 34`} aria-hidden="true">
      <path className="fillp" d={`M4 ${y(standard)}${line}V${y(standard)}z`} />
      <path className="path" d={`M4 ${y(standard)}${line}`} />
    </svg>
  )
}

/** Start, full force and end of one stage of a lever: fields in a sentence. */
export const StageTimes = ({
  name,
  setting,
  at,
  years,
  commit,
}: Omit<ScheduleProps, 'standard'> & { readonly name: string; readonly at: number }) => {
  const words = useWords(whatIfWords)
  const times = timesOf(stagesOf(setting)[at]!)
  const { start, ramp, end } = times
  const room = roomOf(setting, at, years)
  const last = Math.min(end ?? room.end, room.end)
  /** Limits of each field: from, to. */
  const bounds: Readonly<Record<keyof Times, readonly [number, number]>> = {
    start: [room.start, last - quarter],
    ramp: [0, room.end - start],
    end: [start + quarter, room.end],
  }
  const take = (part: keyof Times, given: number | undefined): string | undefined => {
    // No last year, or one after the run: there is no end.
    const open = part === 'end' && (given === undefined || given >= years.end) && room.end === years.end
    const [low, high] = bounds[part]
    if (!open && !(given !== undefined && given >= low && given <= high))
      return words.outOfBounds(String(low), String(high))
    commit(withTimes(setting, at, { ...times, [part]: open ? undefined : given }))
    return undefined
  }
  const field = (part: keyof Times, label: string, size: number) => (
    <TypedNumber
      label={label}
      value={times[part] === undefined ? '' : String(times[part])}
      size={size}
      placeholder={part === 'end' ? words.stays : undefined}
      take={typed => take(part, typed)}
    />
  )
  return (
    <>
      {words.from} {field('start', words.startField(name), 4)}
      {words.fullIn} {field('ramp', words.rampField(name), 2)} {words.years(ramp)}{' '}
      {field('end', words.endField(name), 4)}
      {end === undefined ? null : words.yearEnd}
    </>
  )
}
