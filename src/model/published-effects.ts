/**
 * Effects of spending, rates and rules that studies found, against which the model's own effects are held
 * (`heartland value --published`).
 */

import type { Both } from '../language/messages.ts'
import { rows } from '../texts/tables.ts'
import { type Study, studies } from './published-studies.ts'

/** Outcomes that studies measure: money, people, prices and floor space in their own units. */
export const measuredOutcomes = {
  output: { en: 'output', zh: '地区生产总值' },
  consumption: { en: 'consumption', zh: '居民消费' },
  births: { en: 'births', zh: '出生人口' },
  housePrice: { en: 'house price', zh: '房价' },
  homeSales: { en: 'home sales', zh: '商品房销售面积' },
  privateInvestment: { en: 'private investment', zh: '民间投资' },
  laborForce: { en: 'labour force', zh: '劳动力' },
  robots: { en: 'robots', zh: '机器人' },
} satisfies Record<string, Both<string>>

export type MeasuredOutcome = keyof typeof measuredOutcomes

export interface PublishedEffect {
  readonly lever: string
  readonly on: MeasuredOutcome
  /**
   * 'yuan': yuan at prices of the start for a yuan of outlay, as studies of nations and of households measure.
   * 'spending': yuan of output at current prices for a yuan that public spending rises, as studies between places
   * measure: what places produce and spend is deflated with an index of the nation or the province, so that a rise
   * of the place's own prices stays in, and transfers only serve to tell the rise of spending. 'percent': change of
   * the outcome in per cent.
   */
  readonly per: 'yuan' | 'spending' | 'percent'
  /** Value of the lever that the studies speak of; absent: the one at which all its effects are measured. */
  readonly setting?: number
  /** The year after the start of the measure that the studies speak of. */
  readonly year: number
  readonly estimates: ReadonlyArray<{ readonly value: number; readonly of: string; readonly study: Study }>
}

/** The rows of regions/published-effects.csv: those of one measure, outcome and year are estimates of one effect. */
export const publishedEffects: readonly PublishedEffect[] = [
  ...Map.groupBy(rows['published-effects'], ({ lever, on, per, setting, year }) =>
    [lever, on, per, setting, year].join(' '),
  ).values(),
].map(estimates => {
  const { lever, on, per, setting, year } = estimates[0]!
  return {
    lever,
    on: on as MeasuredOutcome,
    per: per as PublishedEffect['per'],
    ...(setting === '' ? {} : { setting: Number(setting) }),
    year: Number(year),
    estimates: estimates.map(({ value, of, study }) => ({ value: Number(value), of, study: studies.get(study)! })),
  }
})
