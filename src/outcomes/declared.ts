/**
 * The table of outcomes: what is read of a run and shown to people, each declared once, with its name, its unit and scale
 * in either language and the places where it is shown. Every list of outcomes is a filter of it (catalogue.ts).
 */

import type { Both, Language } from '../language/messages.ts'
import type { YearReading } from './year-values.ts'

/** The written form of a number for readers of one language; ¤ stands for the currency of the region. */
export interface OutcomeUnit {
  /** The text after the number. */
  readonly unit: string
  /** The whole of which it is a share: 'of GDP', '占地区生产总值的比重'. */
  readonly of?: string
  /** An addition in the head of a chart. */
  readonly more?: string
  /** The factor by which a stored number is multiplied. */
  readonly scale: number
  /** Digits after the point of a level, and of a change, which is smaller. */
  readonly digits: number
  readonly changeDigits: number
}

export interface Declared {
  readonly names: Both<string>
  /** As numbers are kept and as JSON gives them. */
  readonly unit: string
  /** Of the region, and of an area in it. */
  readonly variables: readonly [region: string, area: string]
  /** Read as a share of this figure of the nation, which is the same for all areas: its growth counts, its level has no unit. */
  readonly over?: string
  /** Growth, or how the year of a level is read: see `year-values.ts`. */
  readonly reading: YearReading
  /** Of others more is better. */
  readonly better?: 'lower'
  readonly shown: Both<OutcomeUnit>
  /** A row of the tables by year. */
  readonly table?: true
  /** Read in every simulation: over the window of the verdict or the whole horizon, or early, at the window's close, at the end. */
  readonly future?: Readonly<Partial<Record<'window' | 'horizon' | 'early' | 'close' | 'end', 'kept' | 'shown'>>>
  /** Drawn in the app, in this order; changes smaller than `noticeable`, in the unit kept, count as hardly any. */
  readonly chart?: { readonly order: number; readonly noticeable: number }
  /** Compared with current policy, in this order: in % of its value there, or as a difference in its unit. */
  readonly change?: { readonly order: number; readonly as: 'percent' | 'difference'; readonly digits: number }
  /** A smaller change is no gain or loss: a share of itself where it is compared in per cent, else in the unit kept; that of `chart` where absent. */
  readonly relevant?: number
  /** The verdict reads it. */
  readonly judged?: true
  /**
   * The form in which the error of the model widens it: in logarithms where the error of a series of the back-test, or the difference of two,
   * is known, or as a level by the typical ratio.
   */
  readonly error?: { readonly scale: 'log' | 'level'; readonly parts?: Readonly<Record<string, 1 | -1>> }
  /** On the page of a large ensemble. */
  readonly ensemble?: true
  /** Divided among the differences of two versions. */
  readonly headline?: true
  /** Offered for the value for money of measures. */
  readonly value?: true
  /** A test of stress shows it. */
  readonly stressed?: true
}

const shown = (unit: string, scale = 1, digits = 1, more?: string): OutcomeUnit => ({
  unit,
  scale,
  digits,
  // Whole yuan and ten thousand persons are exact enough for their changes.
  changeDigits: digits === 0 ? 0 : digits + 1,
  ...(more === undefined ? {} : { more }),
})

/** In per cent; `of` is the whole. */
const percent = (digits = 1, of: Both<string> = { en: '', zh: '' }, more?: Both<string>): Both<OutcomeUnit> => {
  const part = (language: Language, unit = '%'): OutcomeUnit => ({
    ...shown(unit, 100, digits, more?.[language]),
    changeDigits: digits + 1,
    ...(of[language] === '' ? {} : { of: of[language] }),
  })
  return { en: part('en'), zh: part('zh') }
}

const yearly = ({ en, zh }: Both<OutcomeUnit>): Both<OutcomeUnit> => ({
  en: { ...en, of: [en.of, 'a year'].filter(part => part !== undefined).join(' ') },
  zh: { ...zh, unit: '%/年' },
})

const ofGdp: Both<string> = { en: 'of GDP', zh: '占地区生产总值的比重' }

/** Money of a person and year: thousands in English, whole yuan in Chinese. */
const perPerson = (more?: Both<string>): Both<OutcomeUnit> => ({
  en: shown('thousand ¤ a year', 1, 1, `, constant prices${more?.en ?? ''}`),
  zh: shown('¤/年', 1000, 0, `，不变价${more?.zh ?? ''}`),
})

const money: Both<OutcomeUnit> = { en: shown('bn ¤ a year'), zh: shown('亿¤/年', 10, 0) }

/** Retail sales per person relative to a place, which is 100. */
const retailTo = (place: string, words: Both<string>): Declared => ({
  names: {
    en: `Retail sales per person relative to ${place === 'SouthEast' ? 'the ' : ''}${words.en}`,
    zh: `人均社会消费品零售额与${words.zh}之比`,
  },
  unit: 'share',
  variables: [`regionRetailTo${place}`, `retailTo${place}`],
  reading: 'mean',
  shown: percent(0),
  table: true,
  future: { close: 'shown' },
})

/** In the order of tables. */
export const declared = {
  growth: {
    names: { en: 'GDP growth', zh: '地区生产总值增速' },
    unit: '1/year',
    variables: ['regionOutput', 'output'],
    reading: 'growth',
    shown: yearly(percent()),
    table: true,
    future: { window: 'shown', horizon: 'shown' },
    chart: { order: 2, noticeable: 0.0005 },
  },
  growthPerHead: {
    names: { en: 'Growth of GDP per person', zh: '人均地区生产总值增速' },
    unit: '1/year',
    variables: ['regionOutputPerHead', 'outputPerHead'],
    reading: 'growth',
    shown: yearly(percent()),
    table: true,
    future: { window: 'shown', horizon: 'kept' },
  },
  output: {
    names: { en: 'GDP', zh: '地区生产总值' },
    unit: 'CNY bn/year',
    variables: ['regionOutput', 'output'],
    reading: 'mean',
    shown: money,
    judged: true,
    error: { scale: 'log', parts: { output: 1 } },
    ensemble: true,
    value: true,
    stressed: true,
  },
  outputPerHead: {
    names: { en: 'GDP per person', zh: '人均地区生产总值' },
    unit: 'CNY k/person/year',
    variables: ['regionOutputPerHead', 'outputPerHead'],
    reading: 'mean',
    shown: perPerson(),
    table: true,
    future: { window: 'kept' },
    chart: { order: 3, noticeable: 0.3 },
    change: { order: 1, as: 'percent', digits: 1 },
    relevant: 0.002,
    judged: true,
    error: { scale: 'log', parts: { output: 1, residentsTotal: -1 } },
    ensemble: true,
    headline: true,
  },
  weight: {
    names: { en: 'Share of national output', zh: '占全国比重' },
    relevant: 0.0005,
    unit: 'share',
    variables: ['regionOutput', 'output'],
    over: 'nationalOutput',
    reading: 'mean',
    shown: percent(1, { en: 'at constant prices', zh: '按不变价' }),
    future: { horizon: 'kept' },
  },
  peopleWeight: {
    names: { en: 'Share of national residents', zh: '常住人口占全国比重' },
    unit: 'share',
    variables: ['regionResidents', 'residentsTotal'],
    over: 'nationalResidents',
    reading: 'mean',
    shown: percent(),
    future: { horizon: 'kept' },
  },
  consumption: {
    names: { en: 'Household consumption', zh: '居民消费' },
    unit: 'CNY bn/year',
    variables: ['regionConsumption', 'consumption'],
    reading: 'mean',
    shown: money,
    value: true,
  },
  consumptionPerHead: {
    names: { en: 'Household consumption per person', zh: '人均居民消费' },
    unit: 'CNY k/person/year',
    variables: ['regionRealConsumptionPerHead', 'realConsumptionPerHead'],
    reading: 'mean',
    shown: perPerson(),
    table: true,
    future: { window: 'kept' },
    change: { order: 2, as: 'percent', digits: 1 },
    relevant: 0.002,
    judged: true,
    error: { scale: 'log', parts: { consumptionPerHead: 1, price: -1 } },
  },
  population: {
    names: { en: 'Residents', zh: '常住人口' },
    unit: 'person m',
    variables: ['regionResidents', 'residentsTotal'],
    reading: 'end',
    shown: { en: shown('million'), zh: shown('万人', 100, 0) },
    table: true,
    future: { early: 'kept', close: 'kept', end: 'shown' },
    chart: { order: 6, noticeable: 0.1 },
    change: { order: 4, as: 'percent', digits: 1 },
    relevant: 0.002,
    error: { scale: 'log', parts: { residentsTotal: 1 } },
    ensemble: true,
    headline: true,
    value: true,
  },
  share65: {
    names: { en: 'Residents aged 65 and over', zh: '65岁及以上人口占比' },
    unit: 'share',
    variables: ['regionShare65', 'share65'],
    reading: 'end',
    better: 'lower',
    shown: percent(1, { en: 'of residents', zh: '占常住人口的比重' }),
    table: true,
    future: { early: 'kept', end: 'shown' },
    chart: { order: 7, noticeable: 0.001 },
    error: { scale: 'level' },
  },
  youthMigration: {
    names: { en: 'Net migration of ages 20–39', zh: '20—39岁净迁入率' },
    unit: '1/year',
    variables: ['regionYouthMigrationRate', 'youthMigrationRate'],
    reading: 'mean',
    shown: yearly(percent(2, { en: 'of the age group', zh: '占该年龄组人口的比重' })),
    table: true,
    future: { window: 'shown' },
    chart: { order: 5, noticeable: 0.0004 },
    change: { order: 5, as: 'difference', digits: 2 },
    judged: true,
    error: { scale: 'level' },
  },
  births: {
    names: { en: 'Births', zh: '出生人口' },
    unit: 'person m/year',
    variables: ['regionBirths', 'births'],
    reading: 'mean',
    shown: { en: shown('thousand a year', 1000, 0), zh: shown('万人/年', 100, 1) },
    table: true,
    future: { window: 'kept' },
    change: { order: 6, as: 'percent', digits: 1 },
    relevant: 0.01,
    judged: true,
    error: { scale: 'log', parts: { births: 1 } },
    value: true,
  },
  unemployment: {
    names: { en: 'Unemployment rate', zh: '失业率' },
    unit: 'share',
    variables: ['regionUnemployment', 'unemploymentRate'],
    reading: 'mean',
    better: 'lower',
    shown: percent(1, { en: 'of the labour force', zh: '占劳动力的比重' }),
    table: true,
    future: { window: 'shown' },
    chart: { order: 4, noticeable: 0.001 },
    judged: true,
    error: { scale: 'level' },
    ensemble: true,
  },
  employmentRate: {
    names: { en: 'Employment rate', zh: '就业率' },
    unit: 'share',
    variables: ['regionEmploymentRate', 'employmentRate'],
    reading: 'mean',
    shown: percent(1, { en: 'of residents aged 20–59', zh: '占20—59岁常住人口的比重' }),
    table: true,
    future: { window: 'kept' },
    change: { order: 3, as: 'difference', digits: 2 },
    relevant: 0.001,
    error: { scale: 'level' },
    value: true,
  },
  debtToGdp: {
    names: { en: 'Total local debt', zh: '全口径债务' },
    unit: 'share',
    variables: ['regionDebtToGdp', 'debtToGdp'],
    reading: 'end',
    better: 'lower',
    shown: percent(0, ofGdp, { en: ' (government bonds, LGFVs, arrears)', zh: '；含政府债券、城投债务、拖欠账款' }),
    table: true,
    future: { early: 'kept', close: 'shown', end: 'kept' },
    chart: { order: 1, noticeable: 0.01 },
    change: { order: 8, as: 'difference', digits: 1 },
    relevant: 0.005,
    error: { scale: 'level' },
    ensemble: true,
    headline: true,
    value: true,
    stressed: true,
  },
  grossFinancingNeed: {
    names: { en: 'Gross financing need', zh: '总融资需求' },
    unit: 'share',
    variables: ['regionGrossFinancingNeedToGdp', 'grossFinancingNeedToGdp'],
    reading: 'mean',
    better: 'lower',
    shown: percent(1, ofGdp),
    error: { scale: 'level' },
    stressed: true,
  },
  interestBurden: {
    names: { en: 'Interest burden', zh: '付息负担' },
    unit: 'share',
    variables: ['regionInterestBurden', 'interestBurden'],
    reading: 'mean',
    better: 'lower',
    shown: percent(1, { en: 'of own revenue and transfers', zh: '占地方一般公共预算收入和转移支付的比重' }),
    table: true,
    future: { window: 'kept' },
    chart: { order: 10, noticeable: 0.003 },
    error: { scale: 'level' },
    stressed: true,
  },
  comprehensiveDebtRatio: {
    names: { en: 'Total local debt', zh: '全口径债务' },
    unit: 'share',
    variables: ['regionComprehensiveDebtRatio', 'comprehensiveDebtRatio'],
    reading: 'end',
    better: 'lower',
    shown: percent(1, { en: 'of own and transferred resources', zh: '占综合财力的比重' }),
    error: { scale: 'level' },
    stressed: true,
  },
  distressDistance: {
    names: { en: 'Distance to distress', zh: '财政困境距离' },
    unit: 'share',
    variables: ['regionDistressDistance', 'distressDistance'],
    reading: 'mean',
    shown: percent(0, { en: 'of the nearest limit', zh: '占最近警戒线的比重' }),
    judged: true,
    error: { scale: 'level' },
    stressed: true,
  },
  publicNetWorth: {
    names: { en: 'Public net worth', zh: '公共部门净资产' },
    unit: 'share',
    variables: ['regionPublicNetWorthToGdp', 'publicNetWorthToGdp'],
    reading: 'end',
    shown: percent(1, ofGdp),
    error: { scale: 'level' },
  },
  financialNetWorth: {
    names: { en: 'Saleable public assets less debt', zh: '公共部门可变现净资产' },
    unit: 'share',
    variables: ['regionFinancialNetWorthToGdp', 'financialNetWorthToGdp'],
    reading: 'end',
    shown: percent(1, ofGdp),
    judged: true,
    error: { scale: 'level' },
  },
  pensionPerRetiree: {
    names: { en: 'Average pension', zh: '人均养老金' },
    unit: 'CNY k/person/year',
    variables: ['regionPensionPerRetiree', 'pensionPerRetiree'],
    reading: 'mean',
    shown: perPerson({ en: ', both schemes', zh: '，含职工和居民两项制度' }),
    table: true,
    future: { window: 'kept' },
    change: { order: 7, as: 'percent', digits: 1 },
    relevant: 0.002,
    judged: true,
    error: { scale: 'log' },
  },
  pensionSupport: {
    names: { en: 'Pension gap met by budgets', zh: '财政弥补的养老金缺口' },
    unit: 'share',
    variables: ['regionPensionSupportToGdp', 'pensionSupportToGdp'],
    reading: 'mean',
    better: 'lower',
    shown: percent(1, ofGdp),
    table: true,
    future: { close: 'kept' },
    chart: { order: 11, noticeable: 0.002 },
    judged: true,
    error: { scale: 'level' },
    ensemble: true,
  },
  contributorsPerPensioner: {
    names: { en: 'Contributors per pensioner', zh: '养老保险抚养比' },
    unit: 'share',
    variables: ['regionContributorsPerPensioner', 'contributorsPerPensioner'],
    reading: 'mean',
    shown: { en: shown('', 1, 2), zh: shown('缴费人数/领取人数', 1, 2) },
    table: true,
    future: { early: 'kept', end: 'shown' },
    chart: { order: 8, noticeable: 0.01 },
    error: { scale: 'level' },
  },
  consumptionShare: {
    names: { en: 'Household consumption share', zh: '居民消费率' },
    unit: 'share',
    variables: ['regionConsumptionToGdp', 'consumptionToGdp'],
    reading: 'mean',
    shown: percent(1, ofGdp),
    table: true,
    future: { close: 'kept' },
    chart: { order: 9, noticeable: 0.003 },
    error: { scale: 'level' },
    ensemble: true,
  },
  retailToBeijing: retailTo('Beijing', { en: 'Beijing', zh: '北京' }),
  retailToShanghai: retailTo('Shanghai', { en: 'Shanghai', zh: '上海' }),
  retailToSouthEast: retailTo('SouthEast', { en: 'south-east', zh: '东南沿海' }),
  fineDust: {
    names: { en: 'Fine dust (PM2.5)', zh: '细颗粒物（PM2.5）' },
    unit: 'ug/m3',
    variables: ['regionFineDust', 'fineDust'],
    reading: 'mean',
    better: 'lower',
    shown: { en: shown('µg/m³'), zh: shown('微克/立方米') },
    table: true,
    future: { close: 'shown' },
    chart: { order: 12, noticeable: 0.4 },
    error: { scale: 'log' },
  },
  housePrice: {
    names: { en: 'House price', zh: '房价' },
    unit: 'CNY k/m2',
    variables: ['regionHousePrice', 'housePrice'],
    reading: 'mean',
    shown: { en: shown('thousand ¤ per m²', 1, 2), zh: shown('¤/平方米', 1000, 0) },
    ensemble: true,
  },
  confidence: {
    names: { en: 'Confidence', zh: '信心指数' },
    unit: 'index',
    variables: ['regionConfidence', 'confidence'],
    reading: 'mean',
    shown: { en: shown('index', 1, 0, ', 100 = neutral'), zh: shown('', 1, 0, '100为中性水平') },
    table: true,
  },
} as const satisfies Readonly<Record<string, Declared>>
