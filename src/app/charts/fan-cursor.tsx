/** Cursor of a fan chart: its marks in the drawing, and the chart as a slider through time. */

import type { KeyboardEvent, PointerEvent, Ref } from 'react'
import { useNumbers, useSaid, useTexts } from '../shell/use.ts'
import { quarter } from '../state/quarters.ts'
import { useStore } from '../state/store.ts'
import { shellWords } from '../words/shell.ts'
import { type FanLine, firstQuarter, nameOf, pointAt, type LineValue, lineValuesAt } from './fan-lines.ts'
import type { Frame, Scales } from './geometry.ts'

/** Cursor and the values of the lines at it. */
export const CursorMarks = ({
  lines,
  chosen,
  scales,
  frame,
  show,
}: {
  readonly lines: readonly FanLine[]
  /** Marked, whatever it is; without one those of the two policies are. */
  readonly chosen: string | undefined
  readonly scales: Scales
  readonly frame: Frame
  readonly show: (value: number) => string
}) => {
  const numbers = useNumbers()
  const time = useStore(state => state.cursor)
  const x = scales.x(time + quarter / 2)
  if (x < frame.left || x > frame.right) return null
  const values = lineValuesAt(lines, time)
  const isOwn = ({ line: { kind, standard } }: LineValue): boolean =>
    (kind === 'base' || kind === 'pol') && standard !== true
  const marked =
    chosen !== undefined
      ? values.filter(({ line }) => line.id === chosen)
      : values.some(isOwn)
        ? values.filter(isOwn)
        : // Before the model there is what was measured.
          values.filter(({ line }) => line.kind === 'hist')
  const marks = marked.map(({ line, at, value }) => ({
    line,
    value,
    x: scales.x(at),
    y: scales.y(value),
  }))
  const wide = frame.width > 420
  const room = wide || chosen !== undefined
  const colourOf = ({ kind }: FanLine): string => (kind === 'base' ? 'tb' : kind === 'hist' ? 'k' : 'tp')
  const upper = marks.length > 1 ? Math.min(...marks.map(mark => mark.y)) : -1
  const isLate = (at: number): boolean => chosen !== undefined && at > frame.right - 40
  return (
    <g>
      <path className="cursor" d={`M${x.toFixed(1)} ${frame.top + 2}V${frame.bottom}`} />
      {wide ? (
        <text className="k mid halo" x={Math.max(frame.left + 32, x)} y={frame.top - 4}>
          {numbers.quarter(time)}
        </text>
      ) : null}
      {marks.map(mark => (
        <g key={mark.line.id} data-mark={mark.line.id}>
          <circle className={`ring ${mark.line.kind}`} cx={mark.x} cy={mark.y} r={room ? 4.5 : 3} />
          {room ? (
            <text
              className={`${colourOf(mark.line)} halo ${mark.y === upper || isLate(mark.x) ? 'end' : ''}`}
              x={mark.y === upper || isLate(mark.x) ? mark.x - 9 : mark.x + 9}
              y={mark.y === upper || mark.y > frame.bottom - 20 ? mark.y - 7 : mark.y + 17}
            >
              {show(mark.value)}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  )
}

/** A browser lays out and paints anew what is set, also to the same value: a drawing is changed only where it differs. */
export const putAttribute = (element: Element | null, name: string, value: string): void => {
  if (element !== null && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

export const putText = (element: Element | null, text: string): void => {
  if (element !== null && element.textContent !== text) element.textContent = text
}

/** Puts the ring of a line where the line now is. */
export const moveMark = (
  root: SVGSVGElement,
  line: FanLine,
  { y }: Scales,
  time: number,
  show: (value: number) => string,
) => {
  const mark = root.querySelector(`[data-mark="${line.id}"]`)
  const point = pointAt(line.points, time)
  if (mark === null || point === undefined) return
  const ring = mark.querySelector('circle')
  const text = mark.querySelector('text')
  const to = y(point[1])
  const from = Number(ring?.getAttribute('cy') ?? to)
  putAttribute(ring, 'cy', String(to))
  if (text !== null) putAttribute(text, 'y', String(Number(text.getAttribute('y')) + (to - from)))
  putText(text, show(point[1]))
}

/** The chart as a slider through time: what a screen reader says of it is the sentence, then the values at the cursor. */
export const ChartCursor = ({
  place,
  height,
  lines,
  chosen,
  show,
  times,
  now,
  sentence,
  pressed,
  left,
  moved,
  picked,
  children,
}: {
  readonly place: Ref<HTMLDivElement>
  readonly height: number
  readonly lines: readonly FanLine[]
  readonly chosen: string | undefined
  readonly show: (value: number) => string
  readonly times: readonly [number, number]
  readonly now: number | undefined
  readonly sentence: string
  readonly pressed: (event: KeyboardEvent) => void
  /** The focus went elsewhere. */
  readonly left: () => void
  readonly moved: (event: PointerEvent) => void
  readonly picked: (event: PointerEvent) => void
  readonly children: React.ReactNode
}) => {
  const { words, numbers } = useTexts(shellWords)
  const time = useStore(state => state.cursor)
  const values = lineValuesAt(lines, time)
  // One line is said first by its name, so that a change of line is heard at once.
  const one = values.find(({ line }) => line.id === chosen)
  const all = values.filter(({ line }) => line.label !== undefined || line.kind === 'hist')
  const said = (one === undefined ? all : [one]).map(({ line, value }) => `${nameOf(line)} ${show(value)}`).join(', ')
  const when = numbers.quarter(time)
  return (
    <div
      ref={place}
      className="chart picks"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={useSaid(sentence)}
      aria-description={words.chartKeys}
      aria-valuemin={firstQuarter(lines, times, now)}
      aria-valuemax={times[1] - quarter}
      aria-valuenow={time}
      aria-valuetext={useSaid(one === undefined ? `${when}: ${said}` : `${said}, ${when}`)}
      onKeyDown={pressed}
      onBlur={left}
      onPointerMove={event => {
        if (event.pointerType === 'mouse' && event.buttons === 0) moved(event)
      }}
      onPointerUp={picked}
    >
      {children}
    </div>
  )
}
