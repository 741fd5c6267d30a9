/**
 * Makes a chart readable by keyboard: ← and → along its axis, ↑ and ↓ between lines, Enter or a click for the causes.
 */

import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react'
import { useSaid, useWords } from '../shell/use.ts'
import { shellWords } from '../words/shell.ts'

export interface ReadLine {
  readonly id: string
  readonly name: string
  /** By place on the axis; undefined where the line has a gap. */
  readonly values: ReadonlyArray<number | undefined>
}

export interface ReadAt {
  /** Place on the axis. */
  readonly at: number
  /** The line that the keys have chosen; without one all are told. */
  readonly chosen: string | undefined
}

export const ChartReader = ({
  place,
  height,
  sentence,
  axis,
  start,
  lines,
  nearest,
  tell,
  show,
  pick,
  children,
}: {
  readonly place: Ref<HTMLDivElement>
  readonly height: number
  /** Says range, ends and turning point. */
  readonly sentence: string
  /** Calendar or birth years, rising. */
  readonly axis: readonly number[]
  /** Place where reading begins. */
  readonly start: number
  readonly lines: readonly ReadLine[]
  /** The place on the axis that lies nearest to a distance from the left edge. */
  readonly nearest: (left: number) => number
  readonly tell: (year: number) => string
  readonly show: (value: number) => string
  readonly pick?: (year: number) => void
  /** The drawing, with what is read marked in it while the chart has the focus. */
  readonly children: (read: ReadAt) => ReactNode
}) => {
  const words = useWords(shellWords)
  const [read, setRead] = useState<ReadAt>({ at: start, chosen: undefined })
  const at = Math.min(read.at, axis.length - 1)
  const known = lines
    .flatMap(({ id, name, values }) => {
      const value = values[at]
      return value === undefined ? [] : [{ id, name, value }]
    })
    .toSorted((a, b) => b.value - a.value)
  const one = known.find(({ id }) => id === read.chosen)
  const said = (one === undefined ? known : [one]).map(({ name, value }) => `${name} ${show(value)}`).join(', ')
  const go = (to: number): void => setRead({ ...read, at: Math.max(0, Math.min(axis.length - 1, to)) })
  const pressed = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 10 : 1
    const among = known.findIndex(({ id }) => id === read.chosen)
    if (event.key === 'ArrowRight') go(at + step)
    else if (event.key === 'ArrowLeft') go(at - step)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(axis.length - 1)
    else if (event.key === 'ArrowDown') setRead({ at, chosen: known[among + 1]?.id })
    // Above the first there is none, and above none the last.
    else if (event.key === 'ArrowUp') setRead({ at, chosen: known[among < 0 ? known.length - 1 : among - 1]?.id })
    else if (event.key === 'Enter' && pick !== undefined) pick(axis[at])
    else return
    event.preventDefault()
  }
  const placeOf = (event: { readonly clientX: number; readonly currentTarget: Element }): number =>
    nearest(event.clientX - event.currentTarget.getBoundingClientRect().left)
  const when = tell(axis[at] ?? 0)
  return (
    <div
      ref={place}
      className="chart picks"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={useSaid(sentence)}
      aria-description={pick === undefined ? words.readerKeys : words.readerKeysWhy}
      aria-valuemin={axis[0]}
      aria-valuemax={axis.at(-1)}
      aria-valuenow={axis[at]}
      aria-valuetext={useSaid(one === undefined ? `${when}: ${said}` : `${said}, ${when}`)}
      onKeyDown={pressed}
      onBlur={() => setRead({ at, chosen: undefined })}
      onPointerMove={event => {
        if (event.pointerType === 'mouse' && event.buttons === 0) go(placeOf(event))
      }}
      onClick={event => {
        const to = placeOf(event)
        go(to)
        // A finger first marks what it is asked of.
        const touched = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
        if (!touched || to === at) pick?.(axis[to])
      }}
    >
      {children({ at, chosen: one?.id })}
    </div>
  )
}

/** Where on an axis a distance lies, for scales that rise. */
export const nearestPlace = (axis: readonly number[], year: number): number =>
  axis.reduce((best, one, at) => (Math.abs(one - year) < Math.abs(axis[best] - year) ? at : best), 0)
