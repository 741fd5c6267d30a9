/**
 * What studies found of the effects of spending, rates and rules, against which the model's own effects are held
 * (`heartland value --published`).
 */

import type { Both } from '../language/messages.ts'
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

export const publishedEffects: readonly PublishedEffect[] = [
  {
    lever: 'publicInvestment',
    on: 'output',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.2, of: 'public investment of developing economies', study: studies.furceri2017 },
      { value: 0.4, of: 'public investment of 129 countries', study: studies.adarov2024 },
    ],
  },
  {
    lever: 'publicInvestment',
    on: 'output',
    per: 'yuan',
    year: 5,
    estimates: [{ value: 1.1, of: 'public investment of 129 countries', study: studies.adarov2024 }],
  },
  {
    lever: 'extraTransfers',
    on: 'output',
    per: 'spending',
    // Instruments that grow or last over years tell the effect on the level of output, not that of the first year.
    year: 5,
    estimates: [
      { value: 0.6, of: 'spending out of transfers to poor counties', study: studies.guo2016 },
      { value: 0.75, of: 'spending of provinces, 2001–2008', study: studies.chen2017 },
      { value: 1.4, of: 'spending of provinces, 2010–2015', study: studies.chen2017 },
      { value: 1, of: 'earmarked transfers to local governments of China', study: studies.huang2018 },
      { value: 2, of: 'spending out of federal transfers, municipalities of Brazil', study: studies.corbi2019 },
    ],
  },
  {
    lever: 'healthReimbursement',
    on: 'consumption',
    per: 'yuan',
    year: 5,
    estimates: [
      { value: 0, of: 'public health spending, rural households', study: studies.barnett2010 },
      { value: 1.25, of: 'health, education and pensions in equal parts', study: studies.baldacci2010 },
      { value: 2, of: 'public health spending, urban households', study: studies.barnett2010 },
    ],
  },
  {
    lever: 'residentTopUp',
    on: 'consumption',
    per: 'yuan',
    year: 5,
    estimates: [{ value: 1.25, of: 'health, education and pensions in equal parts', study: studies.baldacci2010 }],
  },
  {
    lever: 'voucherProgramme',
    on: 'consumption',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.1, of: 'vouchers in several countries, low', study: studies.shen2020 },
      { value: 0.24, of: 'vouchers in several countries, high', study: studies.shen2020 },
      { value: 3.2, of: 'digital coupons on an online platform', study: studies.ding2024 },
      { value: 3.4, of: 'digital coupons in Hangzhou, low, in the week of use', study: studies.liu2020 },
      { value: 5.8, of: 'digital coupons in Hangzhou, high, in the week of use', study: studies.liu2020 },
    ],
  },
  {
    lever: 'benefitCoverage',
    on: 'consumption',
    per: 'yuan',
    year: 1,
    estimates: [
      { value: 0.5, of: 'spending of the unemployed out of a yuan, low', study: studies.landais2021 },
      { value: 1, of: 'spending out of benefits is below one', study: studies.chodorowReich2019 },
    ],
  },
  {
    lever: 'childAllowance',
    on: 'births',
    per: 'percent',
    year: 5,
    estimates: [
      { value: 3, of: 'introduction of 2,500 euros a birth in Spain', study: studies.gonzalez2021 },
      { value: 6, of: 'its cancellation, with the sign turned', study: studies.gonzalez2021 },
      { value: 12, of: 'up to 8,000 dollars a birth in Quebec, all families', study: studies.milligan2005 },
      { value: 25, of: 'families who received the full amount', study: studies.milligan2005 },
    ],
  },
  {
    lever: 'robotSubsidy',
    on: 'output',
    per: 'percent',
    setting: 40,
    year: 12,
    estimates: [
      {
        value: 0,
        of: 'not significant where the make-up of the workforce is left out',
        study: studies.bekhtiar2021,
      },
      { value: 0.2, of: 'half of the next, in industries that use robots', study: studies.bekhtiar2021 },
      {
        value: 0.4,
        of:
          '0.36 points a year in 17 countries from 1993 to 2007, when robots per hour worked rose by 150 %, for the ' +
          '12 % that the subsidy adds',
        study: studies.graetz2018,
      },
    ],
  },
  {
    lever: 'taxReliefShare',
    on: 'privateInvestment',
    per: 'percent',
    year: 5,
    estimates: [
      { value: 0, of: 'credit for investment in the Northeast, all firms', study: studies.cai2011 },
      {
        value: 8,
        of: '28 % for a credit of 17 % of investment; relief of 1 % of output is a twentieth of private investment',
        study: studies.zhang2018,
      },
    ],
  },
  {
    lever: 'farmModernisation',
    on: 'output',
    per: 'yuan',
    year: 12,
    estimates: [
      { value: 1.26, of: 'rural power lines', study: studies.fan2002 },
      { value: 1.88, of: 'irrigation', study: studies.fan2002 },
      { value: 9.59, of: 'agricultural research', study: studies.fan2002 },
    ],
  },
  {
    lever: 'mortgageRateChange',
    on: 'housePrice',
    per: 'percent',
    setting: -1,
    year: 5,
    estimates: [
      { value: 1, of: 'a few per cent at most, low', study: studies.liu2021 },
      { value: 6.8, of: 'a point of the real rate, 1980–2008, without other causes', study: studies.glaeser2010 },
    ],
  },
  {
    lever: 'downPayment',
    on: 'housePrice',
    per: 'percent',
    setting: 35,
    year: 5,
    estimates: [
      { value: -3.7, of: '20 points more at the Inner Ring of Shanghai', study: studies.shen2023 },
      { value: -10, of: 'a higher minimum in Beijing, homes concerned', study: studies.ye2022 },
    ],
  },
  {
    lever: 'propertyTaxRate',
    on: 'housePrice',
    per: 'percent',
    setting: 0.5,
    year: 12,
    estimates: [
      { value: -1.9, of: 'two thirds of the present value, for the share of homes taxed', study: studies.oates1969 },
    ],
  },
  {
    lever: 'homePurchaseProgramme',
    on: 'housePrice',
    per: 'percent',
    year: 12,
    estimates: [{ value: 0, of: 'no lasting rise: supply of land overshot', study: studies.xu2024 }],
  },
  {
    lever: 'businessReform',
    on: 'output',
    per: 'percent',
    year: 5,
    estimates: [{ value: 2.5, of: 'all structural reforms of the nation together', study: studies.imf2023 }],
  },
]
