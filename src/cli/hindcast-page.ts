/** What `heartland hindcast` prints: the marks, and each series beside the naive forecasts, losses in plain words. */

import type { Hindcast, Mark } from '../analysis/hindcast/hindcast.ts'
import type { ScoreLine, Split } from '../analysis/hindcast/score.ts'
import { lossesOf, verdictOf } from '../analysis/hindcast/verdict.ts'
import { number } from '../analysis/numbers.ts'
import type { RegionData } from '../regions/types.ts'
import { aside, heading, paragraph } from './terminal/page.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, type Column, table } from './terminal/table.ts'

const percent = (value: number | undefined, digits = 1): string =>
  value === undefined ? '–' : number(100 * value, digits)

const columns: Column[] = [
  { header: 'Series', kind: 'text' },
  { header: 'area', kind: 'text' },
  { header: 'points', kind: 'number', digits: 0 },
  { header: 'model', kind: 'number' },
  { header: 'last value', kind: 'number' },
  { header: 'drift', kind: 'number' },
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
  verdictOf(line),
]

const markLine = ({ what, wanted, measured, met }: Mark): string =>
  `${met ? 'met   ' : 'missed'}  ${what}: ${measured === undefined ? 'no points' : `${number(100 * measured, 2)} %`} (${wanted})`

export interface PageChoice {
  readonly horizon: number
  readonly split: Split
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
  const years = split === 'holdout' ? 'held-out years 2019 to 2024' : 'training years up to 2018'
  return [
    heading(`Hindcast of ${region.names.en}: ${horizon} year${horizon === 1 ? '' : 's'} ahead, ${years}`, screen),
    paragraph(
      `Opened again in every year from ${found.origins[0]} to ${found.origins[1]} with what was known then, and run with what the nation did afterwards. Errors are root mean squares in % (shares in points). Parameters: ${parameters}.`,
      screen,
    ),
    table(columns, lines.map(rowOf), screen),
    paragraph(
      `${won} of ${pairs} pairs of series and area miss by less than the drift. ${lost} of ${lines.length} lose to at least one naive forecast.`,
      screen,
    ),
    found.marks.map(markLine).join('\n'),
    aside(
      'The naive forecasts do not know what the nation did; the model does. docs/hindcast.md has all of it.',
      screen,
    ),
  ].join('\n\n')
}
