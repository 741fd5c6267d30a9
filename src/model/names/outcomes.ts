/** The indicators that charts and maps show, by their ids in src/analysis/outcomes.ts. */

import type { Both } from '../../language/messages.ts'

export interface IndicatorWords {
  readonly title: string
  readonly unit: string
  /** Within a sentence, before a number. */
  readonly short: string
}

export const indicatorWords: Both<Readonly<Record<string, IndicatorWords>>> = {
  en: {
    growth: { title: 'GDP growth', unit: '% a year', short: 'GDP growth' },
    growthPerHead: { title: 'Growth of GDP per person', unit: '% a year', short: 'Growth of GDP per person' },
    outputPerHead: { title: 'GDP per person', unit: 'thousand ¤ a year, 2023 prices', short: 'GDP per person' },
    consumptionPerHead: {
      title: 'Household consumption per person',
      unit: 'thousand ¤ a year, 2023 prices',
      short: 'Consumption per person',
    },
    population: { title: 'Residents', unit: 'million', short: 'Residents' },
    share65: { title: 'Aged 65 and over', unit: '% of residents', short: 'The share of people aged 65 and over' },
    unemployment: { title: 'Unemployment rate', unit: '% of the labour force', short: 'Unemployment rate' },
    employmentRate: { title: 'Employment rate', unit: '% of residents aged 20–59', short: 'Employment rate' },
    births: { title: 'Births', unit: 'thousand a year', short: 'Births' },
    youthMigration: {
      title: 'Net migration of ages 20–39',
      unit: '% of the age group a year',
      short: 'Net migration of young people',
    },
    debtToGdp: { title: 'Total local debt', unit: '% of GDP: government bonds, LGFVs, arrears', short: 'Debt' },
    interestBurden: { title: 'Interest burden', unit: '% of own revenue and transfers', short: 'Interest burden' },
    pensionPerRetiree: {
      title: 'Average pension',
      unit: 'thousand ¤ a year, 2023 prices, both schemes',
      short: 'Average pension',
    },
    pensionSupport: { title: 'Pension gap met by budgets', unit: '% of GDP', short: 'Pension gap' },
    contributorsPerPensioner: {
      title: 'Contributors per pensioner',
      unit: 'persons',
      short: 'Contributors per pensioner',
    },
    consumptionShare: { title: 'Household consumption', unit: '% of GDP', short: 'Consumption share' },
    retailToBeijing: {
      title: 'Retail sales per person',
      unit: 'Beijing = 100',
      short: 'Retail sales relative to Beijing',
    },
    retailToShanghai: {
      title: 'Retail sales per person',
      unit: 'Shanghai = 100',
      short: 'Retail sales relative to Shanghai',
    },
    retailToSouthEast: {
      title: 'Retail sales per person',
      unit: 'south-east = 100',
      short: 'Retail sales relative to the south-east',
    },
    fineDust: { title: 'Fine dust (PM2.5)', unit: 'µg/m³', short: 'Fine dust' },
    confidence: { title: 'Confidence', unit: 'index, 100 = neutral', short: 'Confidence' },
  },
  zh: {
    growth: { title: '地区生产总值增速', unit: '%/年', short: '经济增速' },
    growthPerHead: { title: '人均地区生产总值增速', unit: '%/年', short: '人均增速' },
    outputPerHead: { title: '人均地区生产总值', unit: '¤，2023年价格', short: '人均地区生产总值' },
    consumptionPerHead: { title: '人均居民消费', unit: '¤，2023年价格', short: '人均消费' },
    population: { title: '常住人口', unit: '万人', short: '常住人口' },
    share65: { title: '65岁及以上人口占比', unit: '占常住人口的比重，%', short: '65岁及以上人口占比' },
    unemployment: { title: '失业率', unit: '占劳动力的比重，%', short: '失业率' },
    employmentRate: { title: '就业率', unit: '占20—59岁常住人口的比重，%', short: '就业率' },
    births: { title: '出生人口', unit: '万人/年', short: '出生人口' },
    youthMigration: { title: '20—39岁净迁入率', unit: '占该年龄组人口的比重，%/年', short: '青年净迁入率' },
    debtToGdp: {
      title: '全口径债务',
      unit: '占地区生产总值的比重，%；含政府债券、城投债务、拖欠账款',
      short: '债务率',
    },
    interestBurden: { title: '付息负担', unit: '占地方一般公共预算收入和转移支付的比重，%', short: '付息负担' },
    pensionPerRetiree: { title: '人均养老金', unit: '¤/年，2023年价格，含职工和居民两项制度', short: '人均养老金' },
    pensionSupport: { title: '财政弥补的养老金缺口', unit: '占地区生产总值的比重，%', short: '养老金缺口' },
    contributorsPerPensioner: { title: '抚养比（缴费人数/领取人数）', unit: '比值', short: '抚养比' },
    consumptionShare: { title: '居民消费率', unit: '占地区生产总值的比重，%', short: '居民消费率' },
    retailToBeijing: { title: '人均社会消费品零售额', unit: '北京=100', short: '相当于北京的人均零售额' },
    retailToShanghai: { title: '人均社会消费品零售额', unit: '上海=100', short: '相当于上海的人均零售额' },
    retailToSouthEast: { title: '人均社会消费品零售额', unit: '东南沿海=100', short: '相当于东南沿海的人均零售额' },
    fineDust: { title: '细颗粒物（PM2.5）', unit: '微克/立方米', short: '细颗粒物' },
    confidence: { title: '信心指数', unit: '100为中性水平', short: '信心指数' },
  },
}

/** In Chinese people are counted in ten thousands and output per person in yuan: what a value in the unit of the model is multiplied by, for charts. */
export const indicatorScale: Both<Readonly<Record<string, number>>> = {
  en: {},
  zh: { population: 100, outputPerHead: 1000, consumptionPerHead: 1000, pensionPerRetiree: 1000, births: 0.1 },
}
