/** An external path as a small chart: the region's own values, and the values as set. */

import { pathScale } from '../../language/path-bounds.ts'
import { changedPoints, type PathSetting } from '../../engine/outside.ts'
import { valueOnPath } from '../../engine/path-value.ts'
import { linePath, scalesOf } from '../charts/geometry.ts'
import { useTexts } from '../shell/use.ts'
import { resultOf, timeOfPiece } from '../state/conditions.ts'
import { everyYears } from '../state/quarters.ts'
import { conditionsWords } from '../words/conditions.ts'
import type { PathAbout } from '../worker/answers/conditions.ts'
import { stepDigits, stepOf } from './steps.ts'

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
}: {
  readonly path: PathAbout
  readonly setting: PathSetting | undefined
  readonly title: string
  /** From the unit in which the path is set to the one that readers see, which stands behind the number. */
  readonly scale: number
  readonly unit: string
  /** First year that can be set, and the year in which a run closes. */
  readonly years: readonly [first: number, end: number]
}) => {
  const { words, numbers } = useTexts(conditionsWords)
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
  const [low, high] = rangeOf([...own, ...drawn].map(([, value]) => value))
  const scales = scalesOf(frame, [start, end], [low, high])
  const { x, y } = scales
  const digits = Math.min(3, stepDigits(stepOf([low, high]) * scale))
  const marks = [low, high].map(value => numbers.plain(value * scale, digits))
  return (
    <svg className="path-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.chart(title, unit)}>
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
      {setting?.pieces.map(piece => (
        <circle
          key={piece.from}
          className="dot"
          r={4}
          cx={x(timeOfPiece(piece))}
          cy={y(resultOf(path, setting.change, piece))}
        />
      ))}
    </svg>
  )
}
