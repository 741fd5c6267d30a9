/** Schedule of a lever: its path over the years with handles, and of each of its values in time the same as fields. */

import { type PointerEvent, useRef, useState } from 'react'
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

type Handle = 'start' | 'full' | 'end'

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
  readonly preview: (setting: LeverSetting) => void
  readonly commit: (setting: LeverSetting) => void
}

/** The lever over the years, with handles at the starts and ends of its stages. */
export const SchedulePath = ({ setting: given, standard, years, preview, commit }: ScheduleProps) => {
  const svg = useRef<SVGSVGElement>(null)
  const held = useRef<{ readonly at: number; readonly handle: Handle } | undefined>(undefined)
  const [moving, setMoving] = useState<LeverSetting | undefined>(undefined)
  /** The same without waiting for the next rendering: a finger may be taken away before it. */
  const reached = useRef<LeverSetting>(undefined)
  /** The setting before the hand came: a preview changes the one that is given. */
  const before = useRef<LeverSetting>(given)
  const setting = moving ?? given
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
  const handles = stages.flatMap((stage, place) => {
    const { start, ramp, end } = timesOf(stage)
    const full = Math.min(start + ramp, roomOf(setting, place, years).end)
    const last = { handle: 'end', x: Math.max(x(full), x(end ?? years.end)), y: y(stage.value) } as const
    return [
      { at: place, handle: 'start' as Handle, x: x(start), y: justBefore(start) },
      { at: place, handle: 'full' as Handle, x: x(full), y: y(stage.value) },
      ...(place === stages.length - 1 ? [{ at: place, ...last }] : []),
    ]
  })
  const corners = stages
    .map(timesOf)
    .flatMap(({ start, ramp, end = years.end }) => [start, start + ramp, end])
    .filter(time => time < years.end)
    .toSorted((a, b) => a - b)
  const line = [
    ...corners.map(time => `L${x(time)} ${justBefore(time)}V${at(time)}`),
    `L${right} ${justBefore(years.end)}`,
  ].join('')

  const timeAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect()
    if (box === undefined) return years.start
    const share = (((event.clientX - box.left) / box.width) * width - left) / (right - left)
    return years.start + share * (years.end - years.start)
  }
  const limit = (time: number, lowest: number, highest: number): number =>
    Math.min(highest, Math.max(lowest, Math.round(time)))
  const moved = (place: number, handle: Handle, time: number): Times => {
    const { start, ramp, end } = timesOf(stagesOf(before.current)[place]!)
    const room = roomOf(before.current, place, years)
    const last = Math.min(end ?? room.end, room.end)
    if (handle === 'start') {
      const next = limit(time, place === 0 ? room.start + 1 : Math.ceil(room.start), last - 1)
      return { start: next, ramp: Math.min(ramp, last - next), end }
    }
    if (handle === 'full') return { start, ramp: limit(time, start, last) - start, end }
    const next = limit(time, Math.max(start + 1, Math.ceil(start + ramp)), room.end)
    return { start, ramp, end: next >= room.end ? undefined : next }
  }
  const down = (event: PointerEvent): void => {
    const place = x(timeAt(event))
    // Of handles in one place the one that can still move that way.
    held.current = handles.reduce((best, one) =>
      Math.abs(one.x - place) < Math.abs(best.x - place) || (one.x === best.x && place > one.x) ? one : best,
    )
    event.currentTarget.setPointerCapture(event.pointerId)
    before.current = given
    // A finger may be about to scroll the page.
    if (event.pointerType === 'mouse') move(event)
  }
  const move = (event: PointerEvent): void => {
    if (held.current === undefined) return
    const { at: place, handle } = held.current
    const next = withTimes(before.current, place, moved(place, handle, timeAt(event)))
    reached.current = next
    setMoving(next)
    preview(next)
  }
  const leave = (next: LeverSetting | undefined): void => {
    const wasMoved = reached.current !== undefined
    held.current = undefined
    reached.current = undefined
    setMoving(undefined)
    if (wasMoved) commit(next ?? before.current)
  }
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${width} 34`}
      aria-hidden="true"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => leave(reached.current)}
      /* The browser took the finger for scrolling: the schedule stays as it was. */
      onPointerCancel={() => leave(undefined)}
    >
      <rect width={width} height="34" fill="transparent" />
      <path className="fillp" d={`M4 ${y(standard)}${line}V${y(standard)}z`} />
      <path className="path" d={`M4 ${y(standard)}${line}`} />
      {handles.map(one => (
        <circle key={`${one.at} ${one.handle}`} className="hd" cx={one.x} cy={one.y} r="3.5" />
      ))}
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
}: Omit<ScheduleProps, 'standard' | 'preview'> & { readonly name: string; readonly at: number }) => {
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
