/** The indicators that charts and maps show, by their ids in src/analysis/outcomes.ts. */

import type { Both } from '../language.ts'

export interface IndicatorWords {
  readonly title: string
  readonly unit: string
  /** Within a sentence, before a number. */
  readonly short: string
}

export const indicatorWords: Both<Readonly<Record<string, IndicatorWords>>> = {
  en: {
    growth: { title: 'Growth', unit: '% a year', short: 'Growth' },
    growthPerHead: { title: 'Growth per head', unit: '% a year', short: 'Growth per head' },
    outputPerHead: { title: 'Output per head', unit: 'thousand yuan a year, 2023 prices', short: 'Output per head' },
    population: { title: 'Residents', unit: 'million', short: 'Residents' },
    share65: { title: 'Aged 65 and over', unit: '% of residents', short: 'Aged 65 and over' },
    unemployment: { title: 'Unemployment', unit: '% of the labour force', short: 'Unemployment' },
    youthMigration: {
      title: 'Net migration of ages 20–39',
      unit: '% of the age group a year',
      short: 'Youth migration',
    },
    debtToGdp: { title: 'Augmented debt', unit: '% of GDP: province, financing vehicles, arrears', short: 'Debt' },
    interestBurden: { title: 'Interest', unit: '% of own and transferred resources', short: 'Interest' },
    pensionSupport: { title: 'Pension gap met by budgets', unit: '% of GDP', short: 'Pension gap' },
    contributorsPerPensioner: {
      title: 'Contributors per pensioner',
      unit: 'persons',
      short: 'Contributors per pensioner',
    },
    consumptionShare: { title: 'Household consumption', unit: '% of GDP', short: 'Consumption' },
    retailToBeijing: { title: 'Retail per person', unit: 'Beijing = 100', short: 'Retail against Beijing' },
    retailToShanghai: { title: 'Retail per person', unit: 'Shanghai = 100', short: 'Retail against Shanghai' },
    retailToSouthEast: { title: 'Retail per person', unit: 'south-east = 100', short: 'Retail against the south-east' },
    fineDust: { title: 'Fine dust (PM2.5)', unit: 'µg/m³', short: 'Fine dust' },
    confidence: { title: 'Confidence', unit: 'index', short: 'Confidence' },
  },
  zh: {
    growth: { title: '经济增长', unit: '% / 年', short: '增速' },
    growthPerHead: { title: '人均增长', unit: '% / 年', short: '人均增速' },
    outputPerHead: { title: '人均产出', unit: '千元 / 年，2023 年价格', short: '人均产出' },
    population: { title: '常住人口', unit: '万人', short: '人口' },
    share65: { title: '65 岁及以上', unit: '占常住人口 %', short: '老龄占比' },
    unemployment: { title: '失业率', unit: '占劳动力 %', short: '失业率' },
    youthMigration: { title: '20—39 岁净迁移', unit: '占该年龄组 % / 年', short: '青年净迁移' },
    debtToGdp: { title: '全口径债务', unit: '占地区生产总值 %：政府债、平台债、欠款', short: '债务率' },
    interestBurden: { title: '利息负担', unit: '占自有与转移财力 %', short: '利息' },
    pensionSupport: { title: '财政补足的养老金缺口', unit: '占地区生产总值 %', short: '养老金缺口' },
    contributorsPerPensioner: { title: '每名退休者对应的缴费者', unit: '人', short: '缴费赡养比' },
    consumptionShare: { title: '居民消费', unit: '占地区生产总值 %', short: '消费占比' },
    retailToBeijing: { title: '人均零售额', unit: '北京 = 100', short: '相对北京的零售' },
    retailToShanghai: { title: '人均零售额', unit: '上海 = 100', short: '相对上海的零售' },
    retailToSouthEast: { title: '人均零售额', unit: '东南沿海 = 100', short: '相对东南沿海的零售' },
    fineDust: { title: '细颗粒物（PM2.5）', unit: '微克 / 立方米', short: '细颗粒物' },
    confidence: { title: '信心', unit: '指数', short: '信心' },
  },
}

/** People are counted in ten thousands in Chinese: what a value in the unit of the model is multiplied by, for charts. */
export const indicatorScale: Both<Readonly<Record<string, number>>> = { en: {}, zh: { population: 100 } }
