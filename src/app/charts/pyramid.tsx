/** Population pyramid: men on the left, women on the right, at three points in time. */

import { scaleLinear } from 'd3-scale'
import { useNumbers, useSaid, useWidth } from '../shell/use.ts'
import { tickDigits } from './geometry.ts'
import { textWidth } from './labels.tsx'

/** By sex (women, men) and five-year group from the youngest. */
export type AgeGroups = readonly [women: readonly number[], men: readonly number[]]

export interface PyramidLabel {
  readonly text: string
  /** Place of the age group whose edge it points at. */
  readonly group: number
  readonly of: 'start' | 'before' | 'after'
  readonly side: 'men' | 'women'
}

const rowHeight = 15
const gap = 40
const top = 24

export const Pyramid = ({
  start,
  before,
  after,
  labels,
  men,
  women,
  sentence,
  firstWidth,
}: {
  readonly start: AgeGroups
  readonly before: AgeGroups
  readonly after: AgeGroups
  readonly labels: readonly PyramidLabel[]
  readonly men: string
  readonly women: string
  readonly sentence: string
  readonly firstWidth: number
}) => {
  const [place, measured] = useWidth(firstWidth)
  const width = Math.min(580, measured)
  const numbers = useNumbers()
  const count = before[0].length
  const height = top + count * rowHeight + 24
  const most = Math.max(...[start, before, after].flatMap(one => one.flat()))
  const half = (width - gap) / 2
  const x = scaleLinear([0, most], [0, half - 12]).nice(4)
  const ticks = x.ticks(4).filter(tick => tick > 0 && x(tick) <= half)
  const digits = tickDigits(ticks)
  const y = (group: number): number => top + (count - 1 - group) * rowHeight
  const at = (sex: 0 | 1, value: number): number => (sex === 1 ? half - x(value) : half + gap + x(value))
  const base = (sex: 0 | 1): number => (sex === 1 ? half : half + gap)
  const outline = (sex: 0 | 1, values: readonly number[]): string =>
    `M${base(sex)} ${y(0) + rowHeight}${values
      .map((value, group) => `H${at(sex, value).toFixed(1)}V${y(group).toFixed(1)}`)
      .join('')}H${base(sex)}`
  const shapes = { start, before, after }
  return (
    <div ref={place} className="chart" role="img" aria-label={useSaid(sentence)} style={{ height }}>
      <svg className="pyr" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        {([1, 0] as const).map(sex => (
          <g key={sex}>
            {ticks.map(tick => (
              <g key={tick}>
                <path className="grid" d={`M${at(sex, tick).toFixed(1)} ${top - 2}V${height - 20}`} />
                <text className="mid" x={at(sex, tick)} y={height - 5}>
                  {numbers.plain(tick, digits)}
                </text>
              </g>
            ))}
            {before[sex].map((value, group) => (
              <rect
                key={String(group)}
                className={sex === 1 ? 'm' : 'f'}
                x={Math.min(base(sex), at(sex, value))}
                y={y(group) + 0.75}
                width={x(value)}
                height={rowHeight - 1.5}
              />
            ))}
            <path className="then" d={outline(sex, start[sex])} />
            <path className="ghost" d={outline(sex, after[sex])} />
          </g>
        ))}
        {before[0].map((_, group) =>
          group % 2 === 0 ? (
            <text key={String(group)} className="mid" x={half + gap / 2} y={y(group) + rowHeight - 3}>
              {group === count - 1 ? `${group * 5}+` : String(group * 5)}
            </text>
          ) : null,
        )}
        <text className="k" x="0" y="12">
          {men}
        </text>
        <text className="k end" x={width} y="12">
          {women}
        </text>
        {labels.map(({ text, group, of, side }) => {
          const sex = side === 'men' ? 1 : 0
          const edge = at(sex, shapes[of][sex][group])
          const middle = y(group) + rowHeight / 2
          const [from, anchor] = side === 'men' ? [0, ''] : [width, 'end']
          return (
            <g key={text}>
              <path
                className={of === 'after' ? 'lead pol' : 'lead'}
                d={`M${side === 'men' ? Math.min(edge - 4, textWidth(text) + 6) : Math.max(edge + 4, width - textWidth(text) - 6)} ${middle}H${side === 'men' ? edge - 2 : edge + 2}`}
              />
              <text
                className={`halo ${anchor} ${of === 'after' ? 'tp' : of === 'before' ? 'tb' : ''}`}
                x={from}
                y={middle + 4}
              >
                {text}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
