/** Shows an outcome by year, under current policy and under another one, as a picture, a table or JSON. */

import { csvFormatRows } from 'd3-dsv'
import { scaleLinear } from 'd3-scale'
import * as z from 'zod'
import { domainOf, tickDigits, ticksOf } from '../../../app/charts/geometry.ts'
import type { runRecord } from '../../../analysis/runs/central-run.ts'
import { number } from '../../../analysis/words/numbers.ts'
import { type Indicator, unitBehind } from '../../../outcomes/catalogue.ts'

/** The result of `heartland run --json`. */
export type RunResult = ReturnType<typeof runRecord>

export const chartSchema = z.object({
  title: z.string(),
  place: z.string(),
  unit: z.string(),
  lines: z
    .array(z.object({ name: z.string(), values: z.array(z.number().nullable()) }))
    .describe('one for each policy; values are in the unit, null where there is none'),
  years: z.array(z.int()),
  source: z.string(),
})

export type ChartData = z.infer<typeof chartSchema>

/** The outcome in one or two runs of the same region and years. */
export const chartData = ({ id, shown }: Pick<Indicator, 'id' | 'shown'>, runs: readonly RunResult[]): ChartData => {
  const [first] = runs
  const years = Object.keys(first.outcomes[id].values).map(Number)
  return {
    title: first.outcomes[id].label,
    place: first.of,
    unit: unitBehind(shown.en, 'en'),
    years,
    lines: runs.map(({ scenario, outcomes }) => ({
      name: scenario.name === 'baseline' ? 'Current policy' : scenario.name,
      values: years.map(year => {
        const value = outcomes[id].values[year] ?? null
        return value === null ? null : value * shown.en.scale
      }),
    })),
    source: `Heartland, model ${first.model}, data ${first.data}; central projection`,
  }
}

/** One row a year, one column a policy; the unit stands in the heads. */
export const chartCsv = ({ years, lines, title, unit }: ChartData): string =>
  `${csvFormatRows([
    ['year', ...lines.map(({ name }) => `${title} (${unit}): ${name}`)],
    ...years.map((year, at) => [year, ...lines.map(({ values }) => values[at] ?? '')].map(String)),
  ])}\n`

const [width, height] = [720, 420]
const frame = { left: 56, right: width - 16, top: 84, bottom: height - 56 }
const colours = ['#5b6470', '#b3452c']

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A picture that can be used by itself: it contains title, place, unit, key and source. */
export const chartPicture = ({ title, place, unit, years, lines, source }: ChartData): string => {
  const domain = domainOf(lines.flatMap(({ values }) => values.map(value => value ?? undefined)))
  const x = scaleLinear([years[0], years.at(-1)!], [frame.left, frame.right])
  const y = scaleLinear(domain, [frame.bottom, frame.top])
  const ticks = ticksOf(domain)
  const digits = tickDigits(ticks)
  const round = (value: number): string => value.toFixed(1)
  const text = (at: readonly [number, number], words: string, attributes = ''): string =>
    `<text x="${round(at[0])}" y="${round(at[1])}" ${attributes}>${escaped(words)}</text>`
  const pathOf = (values: ReadonlyArray<number | null>): string => {
    let path = ''
    values.forEach((value, at) => {
      if (value === null) return
      path += `${path === '' || values[at - 1] === null ? 'M' : 'L'}${round(x(years[at]))} ${round(y(value))}`
    })
    return path
  }
  const marked = years.filter(year => year % 5 === 0)
  let keyAt = frame.left
  const key = lines.map(({ name }, at) => {
    const from = keyAt
    keyAt += 40 + 7.2 * [...name].length
    return `<path d="M${round(from)} 62h18" stroke="${colours[at]}" stroke-width="2.5"/>${text([from + 24, 66], name)}`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`${title}, ${place}`)}" font-family="'Source Sans 3', 'Noto Sans SC', system-ui, sans-serif" font-size="13" fill="#1d232a">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text([frame.left, 28], `${title}, ${place}`, 'font-size="18" font-weight="600"'),
    text([frame.left, 46], unit, 'fill="#5b6470"'),
    ...key,
    ...ticks.flatMap(tick => [
      `<path d="M${frame.left} ${round(y(tick))}H${frame.right}" stroke="#d9dde2"/>`,
      text([frame.left - 8, y(tick) + 4], number(tick, digits), 'text-anchor="end" fill="#5b6470"'),
    ]),
    ...marked.map(year => text([x(year), frame.bottom + 20], String(year), 'text-anchor="middle" fill="#5b6470"')),
    ...lines.map(
      ({ values }, at) => `<path d="${pathOf(values)}" fill="none" stroke="${colours[at]}" stroke-width="2.5"/>`,
    ),
    text([frame.left, height - 14], source, 'font-size="11" fill="#5b6470"'),
    '</svg>',
    '',
  ].join('\n')
}
