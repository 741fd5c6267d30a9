/** Draws lines over years as a picture of its own, without a browser. */

import { number } from '../../analysis/words/numbers.ts'
import { bandPath, domainOf, linePath, scalesOf, tickDigits, ticksOf } from '../../app/charts/geometry.ts'
import type { Language } from '../../language/messages.ts'
import { inMarkup, typeset } from '../../language/typeset.ts'
import { displayWidth, wrapText } from '../../language/width.ts'

const [width, base] = [720, 420]
const [lineHeight, widestLine] = [14, 112]
const frame = { left: 56, right: width - 16, top: 84, bottom: base - 56 }
const colours = ['#5b6470', '#b3452c', '#2f6f8f', '#8a6d1d', '#4d7c4a', '#7a5195']

export interface LineChart {
  readonly title: string
  readonly unit: string
  readonly years: readonly number[]
  /** Values by year, in the unit; nothing known is null. */
  readonly lines: ReadonlyArray<{ readonly name: string; readonly values: ReadonlyArray<number | null> }>
  /** Shaded, between two values of each year. */
  readonly bands?: ReadonlyArray<readonly [low: readonly number[], high: readonly number[]]>
  /** Below the chart. */
  readonly conditions: string
  readonly source: string
}

/** A picture that can be used by itself: it contains title, place, unit, key and source. */
export const chartPicture = (
  { title, unit, years, lines, bands = [], source, conditions }: LineChart,
  lang: Language,
): string => {
  const heading = inMarkup(typeset(title, lang))
  const below = [...wrapText(conditions, widestLine), source].filter(line => line !== '')
  const height = base + lineHeight * Math.max(0, below.length - 1)
  const paths = lines.map(({ values }) => years.map((year, at) => [year, values[at] ?? undefined] as const))
  const domain = domainOf([...paths.flatMap(points => points.map(([, value]) => value)), ...bands.flat(2)])
  const scales = scalesOf({ ...frame, width, height }, [years[0], years.at(-1)!], domain)
  const { x, y } = scales
  const pointsOf = ([low, high]: readonly [readonly number[], readonly number[]]) =>
    [years.map((year, at) => [year, low[at]] as const), years.map((year, at) => [year, high[at]] as const)] as const
  const ticks = ticksOf(domain)
  const digits = tickDigits(ticks)
  const round = (value: number): string => value.toFixed(1)
  const text = (at: readonly [number, number], words: string, attributes = ''): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" ${attributes}>${inMarkup(words)}</text>`
  const marked = years.filter(year => year % 5 === 0)
  let keyAt = frame.left
  const key = lines.map(({ name }, at) => {
    const from = keyAt
    keyAt += 40 + 7.2 * displayWidth(name)
    return `<path d="M${round(from)} 62h18" stroke="${colours[at % colours.length]}" stroke-width="2.5"/>${text([from + 24, 66], name)}`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${heading}" font-family="'Source Sans 3', 'Noto Sans SC', system-ui, sans-serif" font-size="13" fill="#1d232a">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${frame.left}" y="28" font-size="18" font-weight="600">${heading}</text>`,
    text([frame.left, 46], unit, 'fill="#5b6470"'),
    ...key,
    ...ticks.flatMap(tick => [
      `<path d="M${frame.left} ${round(y(tick))}H${frame.right}" stroke="#d9dde2"/>`,
      text([frame.left - 8, y(tick) + 4], number(tick, digits), 'text-anchor="end" fill="#5b6470"'),
    ]),
    ...marked.map(year => text([x(year), frame.bottom + 20], String(year), 'text-anchor="middle" fill="#5b6470"')),
    ...bands.map(band => `<path d="${bandPath(scales, ...pointsOf(band))}" fill="${colours[0]}" fill-opacity=".18"/>`),
    ...paths.map(
      (points, at) =>
        `<path d="${linePath(scales, points)}" fill="none" stroke="${colours[at % colours.length]}" stroke-width="2.5"/>`,
    ),
    ...below.map((line, at) => text([frame.left, base - 14 + lineHeight * at], line, 'font-size="11" fill="#5b6470"')),
    '</svg>',
    '',
  ].join('\n')
}
