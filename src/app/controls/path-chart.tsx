/** An external path as a small chart: the region's own values, the values as set, and a handle for each of them. */

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { pathScale } from '../../language/path-bounds.ts'
import { changedPoints, type PathPiece, type PathSetting } from '../../engine/outside.ts'
import { valueOnPath } from '../../engine/path-value.ts'
import { linePath, scalesOf } from '../charts/geometry.ts'
import { useTexts } from '../shell/use.ts'
import { resultOf, asSet, timeOfPiece, valueFor } from '../state/conditions.ts'
import { everyYears } from '../state/quarters.ts'
import { conditionsWords } from '../words/conditions.ts'
import type { PathAbout } from '../worker/answers/conditions.ts'
import { onGrid, stepDigits, stepOf } from './steps.ts'

const frame = { width: 320, height: 96, left: 8, right: 312, top: 12, bottom: 78 }
const { width, height, left, right, top, bottom } = frame

type Range = readonly [low: number, high: number]

/** The range drawn, in the unit in which the path is set, with room to drag beyond it. */
const rangeOf = (values: readonly number[]): Range => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max(0.5 * (high - low), 0.15 * Math.max(Math.abs(low), Math.abs(high)), 0.05)
  return [low - room, high + room]
}

export const PathChart = ({
  path,
  setting,
  title,
  scale,
  unit,
  years,
  preview,
  commit,
}: {
  readonly path: PathAbout
  readonly setting: PathSetting | undefined
  readonly title: string
  /** From the unit in which the path is set to the one that readers see, which stands behind the number. */
  readonly scale: number
  readonly unit: string
  /** First year that can be set, and the year in which a run closes. */
  readonly years: readonly [first: number, end: number]
  readonly preview: (setting: PathSetting) => void
  /** The hand has let go. */
  readonly commit: () => void
}) => {
  const { words, numbers } = useTexts(conditionsWords)
  const svg = useRef<SVGSVGElement>(null)
  const [first, end] = years
  const start = first - 1
  const inUnit = pathScale(path.unit)
  const set =
    setting === undefined
      ? path.points
      : changedPoints(path.points, setting, setting.change === 'times' ? 1 : inUnit, end)
  const inChart = (points: PathAbout['points']) => {
    const within = points.filter(([time]) => time > start && time < end)
    const ends = [start, end].map(time => [time, valueOnPath(points, time)] as const)
    return [ends[0], ...within, ends[1]].map(([time, value]) => [time, value / inUnit] as const)
  }
  const [own, drawn] = [inChart(path.points), inChart(set)]
  const range = rangeOf([...own, ...drawn].map(([, value]) => value))
  /** Axes hold still under a hand. */
  const [hand, setHand] = useState<{ readonly at: number; readonly range: Range } | undefined>(undefined)
  const [low, high] = hand?.range ?? range
  const scales = scalesOf(frame, [start, end], [low, high])
  const { x, y } = scales
  const step = stepOf(range)
  const digits = Math.min(3, stepDigits(step * scale))
  const pieces = setting?.pieces ?? []

  const moved = (at: number, year: number, result: number): void => {
    if (setting === undefined) return
    const piece = pieces[at]
    const length = piece.to === undefined ? undefined : piece.to - piece.from
    const least = at === 0 ? first : Math.floor(pieces[at - 1].to ?? pieces[at - 1].from) + 1
    const most = at === pieces.length - 1 ? end - 1 : Math.floor(pieces[at + 1].from) - 1
    const from = Math.min(most - (length ?? 0), Math.max(least, Math.round(year)))
    const value = asSet(valueFor(path, setting.change, { from }, onGrid(result, step)))
    const next: PathPiece = { value, from, ...(length === undefined ? {} : { to: from + length }) }
    preview({ ...setting, pieces: pieces.with(at, next) })
  }
  const drag = (event: PointerEvent): void => {
    const box = svg.current?.getBoundingClientRect()
    if (hand === undefined || box === undefined) return
    const time = x.invert(((event.clientX - box.left) / box.width) * width)
    const result = y.invert(((event.clientY - box.top) / box.height) * height)
    moved(hand.at, Math.floor(time), Math.min(high, Math.max(low, result)))
  }
  const latest = useRef(commit)
  latest.current = commit
  const release = (): void => {
    if (hand === undefined) return
    setHand(undefined)
    commit()
  }
  // Keys commit a moment after the last one, so that a run of them is one step for undo.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const key = (event: KeyboardEvent, at: number): void => {
    if (setting === undefined) return
    const piece = pieces[at]
    const result = resultOf(path, setting.change, piece)
    const many = event.shiftKey ? 10 : 1
    const moves: Readonly<Record<string, readonly [years: number, steps: number]>> = {
      ArrowUp: [0, many],
      ArrowDown: [0, -many],
      PageUp: [0, 10],
      PageDown: [0, -10],
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
    }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    moved(at, piece.from + move[0], result + move[1] * step)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => latest.current(), 350)
  }
  const marks = [low, high].map(value => numbers.plain(value * scale, digits))
  return (
    <svg
      ref={svg}
      className="path-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={words.chart(title, unit)}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <path className="axis" d={`M${left} ${bottom}H${right}`} />
      <text x={left} y={top - 2}>
        {marks[1]}
        {unit}
      </text>
      <text x={left} y={bottom - 3}>
        {marks[0]}
      </text>
      {[first, ...everyYears(5, first + 2, end - 2), end - 1].map(year => (
        <text key={year} x={x(year + 0.5)} y={height - 4} textAnchor="middle">
          {year}
        </text>
      ))}
      <path className="own" d={linePath(scales, own)} />
      {setting === undefined ? null : <path className="set" d={linePath(scales, drawn)} />}
      {pieces.map((piece, at) => {
        const result = setting === undefined ? 0 : resultOf(path, setting.change, piece)
        const place = { cx: x(timeOfPiece(piece)), cy: y(result) }
        return (
          <g
            // The place of a handle is that of its row: a year that moves keeps the focus.
            key={at}
            className="handle"
            role="slider"
            tabIndex={0}
            aria-label={words.handle(title, piece.from)}
            aria-orientation="vertical"
            aria-valuemin={low * scale}
            aria-valuemax={high * scale}
            aria-valuenow={result * scale}
            aria-valuetext={`${numbers.plain(result * scale, digits)}${unit}`}
            onPointerDown={event => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setHand({ at, range })
            }}
            onKeyDown={event => key(event, at)}
          >
            <circle className="reach" r={16} {...place} />
            <circle className="dot" r={5.5} {...place} />
          </g>
        )
      })}
    </svg>
  )
}
