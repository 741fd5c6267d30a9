/** Lays out the back-test: errors of each series beside naive forecasts, with a verdict in words, and the accuracy targets. */

import type { NaiveName } from '../engine/score/rolling-origins.ts'
import type { Hindcast, Mark } from '../analysis/hindcast/hindcast.ts'
import type { ScoreLine, TimeSplit } from '../analysis/hindcast/score.ts'
import { lossesOf, forecastVerdict, percentIfAny as percent, sameLine } from '../analysis/hindcast/verdict.ts'
import { number } from '../analysis/numbers.ts'
import type { RegionData } from '../regions/types.ts'
import type { Screen } from './terminal/screen.ts'
import { type Cell, numberColumn, numberColumns, type TextColumn, textColumns } from './terminal/table.ts'

const columns: TextColumn[] = [
  ...textColumns('Series', 'area'),
  numberColumn('points', 0),
  ...numberColumns('model', 'last value', 'trend line', 'AR(1)', 'nation', 'unaided', 'bias'),
  ...textColumns('verdict'),
]

const rowOf = (line: ScoreLine, unaided: ScoreLine | undefined): Cell[] => [
  line.series,
  line.area,
  line.points,
  percent(line.rmse),
  percent(line.naive.lastValue),
  percent(line.naive.drift),
  percent(line.naive.firstOrder),
  percent(line.naive.peer),
  percent(unaided?.rmse),
  percent(line.bias),
  forecastVerdict(line),
]

const measuredOf = ({ measured }: Mark): string =>
  measured === undefined ? 'no points' : `${number(100 * measured, 2)} %`

const markLine = (mark: Mark, unaided: Mark | undefined): string =>
  `${mark.met ? 'met    ' : 'not met'}  ${mark.what}: ${measuredOf(mark)} (target: ${mark.wanted}${unaided === undefined ? '' : `; unaided: ${measuredOf(unaided)}`})`

export interface PageChoice {
  readonly horizon: number
  readonly split: TimeSplit
}

export const hindcastPage = (
  found: Hindcast,
  unaided: Hindcast,
  region: RegionData,
  parameters: string,
  { horizon, split }: PageChoice,
  screen: Screen,
): string => {
  const lines = found.scores.filter(line => line.horizon === horizon && line.split === split)
  const share = (benchmark: NaiveName): string => {
    const { won, pairs } = found.wins(benchmark, split, horizon)
    return `${won} of ${pairs}`
  }
  const lost = lines.filter(line => lossesOf(line).length > 0).length
  const years = split === 'holdout' ? 'years not used for fitting, 2019 to 2024' : 'years used for fitting, up to 2018'
  return [
    screen.heading(`Back-test of ${region.names.en}: ${horizon} year${horizon === 1 ? '' : 's'} ahead, ${years}`),
    screen.paragraph(
      `The model starts from every year from ${found.origins[0]} to ${found.origins[1]} with the data known at that time, and uses actual national conditions afterwards. Errors are root-mean-square errors in % (percentage points for shares). "Nation", or national growth less own gap, is the growth of the nation less the area's average gap to it over the last five years; "unaided" is the model with external conditions frozen at the start. Parameters: ${parameters}.`,
    ),
    screen.table(
      columns,
      lines.map(line => rowOf(line, sameLine(unaided.scores, line))),
    ),
    screen.paragraph(
      `The model is more accurate than the trend line for ${share('drift')} pairs of series and area, than national growth less the area's own gap for ${share('peer')}, than AR(1) for ${share('firstOrder')}, and than the last value for ${share('lastValue')}. At least one naive forecast is more accurate for ${lost} of ${lines.length}.`,
    ),
    found.marks.map((mark, at) => markLine(mark, unaided.marks[at])).join('\n'),
    screen.aside(
      'Unlike the model, the last value, the trend line and AR(1) do not use actual national conditions. See docs/hindcast.md for the full report.',
    ),
  ].join('\n\n')
}
