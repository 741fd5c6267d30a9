/** Series of the back-test: names, scores, and the naive forecasts that were more accurate. */

import type { ScoreRecord } from '../../../analysis/hindcast/record.ts'
import type { Panel } from '../../../analysis/hindcast/panels.ts'
import { indicatorOf, chartIds } from '../../../outcomes/catalogue.ts'
import { askWhy } from '../../shell/router.ts'
import { useLanguage } from '../../shell/use.ts'
import type { AppRecord } from '../../state/record.ts'
import { useStore } from '../../state/store.ts'
import { figureName } from '../../../model/names/series.ts'

/** Shown before all others. */
export const mainSeries: readonly string[] = [
  'outputGrowth',
  'residentsTotal',
  'share65',
  'employed',
  'wage',
  'ownRevenue',
  'housePrice',
  'landRevenue',
]

export const useSeriesName = (): ((series: string) => string) => {
  const language = useLanguage()
  return series => figureName(series, undefined, language)
}

/** From a series of an area to the forecast of what corresponds to it in the model; undefined where nothing does. */
export const askForecast = (
  { outcomes }: AppRecord,
  { series, scale, area }: Pick<Panel, 'series' | 'scale' | 'area'>,
): (() => void) | undefined => {
  const name = outcomes[series]
  if (name === undefined) return undefined
  const indicator = chartIds
    .map(indicatorOf)
    .find(({ reading, variables }) => variables[1] === name && (reading === 'growth') === (scale === 'growth'))
  return () => {
    const time = useStore.getState().cursor
    if (indicator === undefined) askWhy({ variable: { name, closing: false, labels: {} }, area, time })
    else askWhy({ indicator: indicator.id, area, time })
  }
}

/** Of the held-out years; undefined where there is none. */
export const heldOutScore = (
  { hindcast }: AppRecord,
  series: string,
  area: string,
  horizon: number,
): ScoreRecord | undefined =>
  hindcast.scores.find(
    score => score.series === series && score.area === area && score.horizon === horizon && score.split === 'holdout',
  )

export type Naive = 'naive' | 'drift' | 'ar1' | 'nation'

export const naives: readonly Naive[] = ['naive', 'drift', 'ar1', 'nation']

/** The naive forecasts that miss by no more than the model. */
export const lostTo = (score: ScoreRecord): Naive[] =>
  naives.filter(naive => {
    const error = score[naive]
    return error !== null && error <= score.rmse
  })

/** Pairs of series and area with a trend line to compare with, and those of them in which it misses by less. */
export const lostSeries = (
  { hindcast }: AppRecord,
  areas: readonly string[],
  horizon: number,
): { readonly pairs: number; readonly lost: readonly ScoreRecord[] } => {
  const pairs = hindcast.scores.filter(
    ({ area, horizon: ahead, split, drift }) =>
      areas.includes(area) && ahead === horizon && split === 'holdout' && drift !== null,
  )
  return { pairs: pairs.length, lost: pairs.filter(({ rmse, drift }) => drift !== null && drift <= rmse) }
}
