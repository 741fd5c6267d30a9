/** Lays out the back-test: errors of each series beside naive forecasts, with a verdict in words, and the accuracy targets. */

import type { Hindcast, Mark } from '../analysis/hindcast/hindcast.ts'
import type { ScoreLine, TimeSplit } from '../analysis/hindcast/score.ts'
import { lossesOf, forecastVerdict } from '../analysis/hindcast/verdict.ts'
import { number } from '../analysis/numbers.ts'
import type { RegionData } from '../regions/types.ts'
import { aside, heading, paragraph } from './terminal/page.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, type TextColumn, textTable } from './terminal/table.ts'

const percent = (value: number | undefined, digits = 1): string =>
  value === undefined ? '–' : number(100 * value, digits)

const columns: TextColumn[] = [
  { header: 'Series', kind: 'text' },
  { header: 'area', kind: 'text' },
  { header: 'points', kind: 'number', digits: 0 },
  { header: 'model', kind: 'number' },
  { header: 'last value', kind: 'number' },
  { header: 'trend line', kind: 'number' },
  { header: 'AR(1)', kind: 'number' },
  { header: 'bias', kind: 'number' },
  { header: 'verdict', kind: 'text' },
]

const rowOf = (line: ScoreLine): Cell[] => [
  line.series,
  line.area,
  line.points,
  percent(line.rmse),
  percent(line.naive.lastValue),
  percent(line.naive.drift),
  percent(line.naive.firstOrder),
  percent(line.bias),
  forecastVerdict(line),
]

const markLine = ({ what, wanted, measured, met }: Mark): string =>
  `${met ? 'met    ' : 'not met'}  ${what}: ${measured === undefined ? 'no points' : `${number(100 * measured, 2)} %`} (target: ${wanted})`

export interface PageChoice {
  readonly horizon: number
  readonly split: TimeSplit
}

export const hindcastPage = (
  found: Hindcast,
  region: RegionData,
  parameters: string,
  { horizon, split }: PageChoice,
  screen: Screen,
): string => {
  const lines = found.scores.filter(line => line.horizon === horizon && line.split === split)
  const { won, pairs } = found.wins[split].get(horizon) ?? { won: 0, pairs: 0 }
  const lost = lines.filter(line => lossesOf(line).length > 0).length
  const years = split === 'holdout' ? 'years not used for fitting, 2019 to 2024' : 'years used for fitting, up to 2018'
  return [
    heading(`Back-test of ${region.names.en}: ${horizon} year${horizon === 1 ? '' : 's'} ahead, ${years}`, screen),
    paragraph(
      `The model starts from every year from ${found.origins[0]} to ${found.origins[1]} with the data known at that time, and uses actual national conditions afterwards. Errors are root-mean-square errors in % (percentage points for shares). Parameters: ${parameters}.`,
      screen,
    ),
    textTable(columns, lines.map(rowOf), screen),
    paragraph(
      `The model is more accurate than the trend line for ${won} of ${pairs} pairs of series and area. At least one naive forecast is more accurate for ${lost} of ${lines.length}.`,
      screen,
    ),
    found.marks.map(markLine).join('\n'),
    aside(
      'Unlike the model, the naive forecasts do not use actual national conditions. See docs/hindcast.md for the full report.',
      screen,
    ),
  ].join('\n\n')
}
