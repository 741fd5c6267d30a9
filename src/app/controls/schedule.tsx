/** Schedule of a lever: a path with three handles, and the same as three fields in a sentence. */

import { type PointerEvent, useRef, useState } from 'react'
import { defaultRamp, defaultStart, type LeverSetting } from '../../engine/scenario.ts'
import { useWords } from '../shell/use.ts'
import { quarter } from '../state/quarters.ts'
import { whatIfWords } from '../words/what-if.ts'

const width = 118
const left = 6
const right = 112
const above = 8
const below = 26

export interface ScheduleProps {
  readonly name: string
  readonly setting: LeverSetting
  /** Years in which a run opens and closes. */
  readonly start: number
  readonly end: number
  readonly preview: (setting: LeverSetting) => void
  readonly commit: (setting: LeverSetting) => void
  readonly children?: React.ReactNode
}

type Handle = 'start' | 'full' | 'end'

interface Times {
  readonly start: number
  readonly ramp: number
  readonly end: number | undefined
}

const timesOf = ({ start = defaultStart, ramp = defaultRamp, end }: LeverSetting): Times => ({ start, ramp, end })

const settingWith = ({ value }: LeverSetting, { start, ramp, end }: Times): LeverSetting => ({
  value,
  start,
  ramp,
  ...(end === undefined ? {} : { end }),
})

export const Schedule = (props: ScheduleProps) => {
  const { name, setting, preview, commit } = props
  const words = useWords(whatIfWords)
  const svg = useRef<SVGSVGElement>(null)
  const held = useRef<Handle | undefined>(undefined)
  const [moving, setMoving] = useState<Times | undefined>(undefined)
  /** The same without waiting for the next rendering: a finger may be taken away before it. */
  const reached = useRef<Times>(undefined)
  /** The setting before the hand came: a preview changes the one that is given. */
  const before = useRef<LeverSetting>(setting)
  const times = moving ?? timesOf(setting)
  const { start, ramp, end } = times
  const x = (time: number): number => left + ((time - props.start) / (props.end - props.start)) * (right - left)
  const from = x(start)
  const full = Math.min(x(start + ramp), right)
  const to = end === undefined ? right : Math.max(full, x(end))
  const ends = end === undefined
  const path = `M4 ${below}H${from}L${full} ${above}H${to}${ends ? '' : `V${below}H114`}`

  const timeAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect()
    if (box === undefined) return start
    const share = (((event.clientX - box.left) / box.width) * width - left) / (right - left)
    return props.start + share * (props.end - props.start)
  }
  const limit = (time: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(time)))
  const moved = (handle: Handle, time: number): Times => {
    const last = end ?? props.end
    if (handle === 'start') {
      const next = limit(time, props.start + 1, last - 1)
      return { start: next, ramp: Math.min(ramp, last - next), end }
    }
    if (handle === 'full') return { start, ramp: limit(time, start, Math.min(last, props.end)) - start, end }
    const next = limit(time, Math.max(start + 1, Math.ceil(start + ramp)), props.end)
    return { start, ramp, end: next >= props.end ? undefined : next }
  }
  const down = (event: PointerEvent): void => {
    const at = x(timeAt(event))
    const places: ReadonlyArray<readonly [Handle, number]> = [
      ['start', from],
      ['full', full],
      ['end', to],
    ]
    // Of handles in one place the one that can still move that way.
    held.current = places.reduce((best, one) =>
      Math.abs(one[1] - at) < Math.abs(best[1] - at) || (one[1] === best[1] && at > one[1]) ? one : best,
    )[0]
    event.currentTarget.setPointerCapture(event.pointerId)
    before.current = setting
    // A finger may be about to scroll the page.
    if (event.pointerType === 'mouse') move(event)
  }
  const move = (event: PointerEvent): void => {
    if (held.current === undefined) return
    const next = moved(held.current, timeAt(event))
    reached.current = next
    setMoving(next)
    preview(settingWith(setting, next))
  }
  const leave = (next: Times | undefined): void => {
    const wasMoved = reached.current !== undefined
    held.current = undefined
    reached.current = undefined
    setMoving(undefined)
    if (wasMoved) commit(next === undefined ? before.current : settingWith(before.current, next))
  }
  const typed = (part: keyof Times, text: string): void => {
    const given = text.trim() === '' ? undefined : Number(text)
    if (given !== undefined && !Number.isFinite(given)) return
    if (part === 'end') {
      const next = given === undefined || given >= props.end ? undefined : Math.max(given, start + quarter)
      commit(settingWith(setting, { start, ramp, end: next }))
    } else if (given !== undefined && part === 'ramp') {
      commit(settingWith(setting, { start, ramp: Math.min(Math.max(0, given), props.end - start), end }))
    } else if (given !== undefined) {
      const next = Math.min(Math.max(given, props.start), (end ?? props.end) - quarter)
      commit(settingWith(setting, { start: next, ramp, end }))
    }
  }
  const field = (part: keyof Times, label: string, size: number) => {
    const value = times[part]
    return (
      <input
        key={`${part} ${String(value)}`}
        className="time"
        type="text"
        inputMode="decimal"
        size={size}
        aria-label={label}
        placeholder={part === 'end' ? words.stays : undefined}
        defaultValue={value === undefined ? '' : String(value)}
        onBlur={event => {
          if (event.target.value !== (value === undefined ? '' : String(value))) typed(part, event.target.value)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    )
  }
  return (
    <div className="when">
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
        <path className="fillp" d={`M${from} ${below}L${full} ${above}H${to}V${below}z`} />
        <path className="path" d={path} />
        <circle className="hd" cx={from} cy={below} r="3.5" />
        <circle className="hd" cx={full} cy={above} r="3.5" />
        <circle className="hd" cx={to} cy={above} r="3.5" />
      </svg>
      <span>
        {words.from} {field('start', words.startField(name), 4)}
        {words.fullIn} {field('ramp', words.rampField(name), 2)} {words.years(ramp)}{' '}
        {field('end', words.endField(name), 4)}
        {end === undefined ? null : words.yearEnd}
        {props.children}
      </span>
    </div>
  )
}
