/** The thresholds at which lenders and supervisors look closer, as data with their sources. */

import type { Both } from '../../language/messages.ts'

export interface DebtSource {
  readonly text: Both<string>
  readonly address: string
}

export const macGuidance: DebtSource = {
  text: {
    en: 'IMF, Staff Guidance Note for Public Debt Sustainability Analysis in Market-Access Countries, 2013',
    zh: '国际货币基金组织《市场融资国家公共债务可持续性分析工作人员指引》，2013年',
  },
  address: 'https://www.elibrary.imf.org/view/journals/007/2013/040/article-A001-en.xml',
}

export const srdsfGuidance: DebtSource = {
  text: {
    en: 'IMF, Staff Guidance Note on the Sovereign Risk and Debt Sustainability Framework for Market Access Countries, 2022',
    zh: '国际货币基金组织《市场融资国家主权风险与债务可持续性框架工作人员指引》，2022年',
  },
  address: 'https://www.elibrary.imf.org/view/journals/007/2022/039/article-A001-en.xml',
}

const riskClasses: DebtSource = {
  text: {
    en: 'Risk classes of local debt of the Ministry of Finance, as reported by China Banking News, 12 January 2021',
    zh: '财政部地方政府债务风险等级，据 China Banking News 2021年1月12日报道',
  },
  address:
    'https://www.chinabankingnews.com/2021/01/12/china-expected-to-step-up-measures-to-contain-debt-risk-via-quotas-based-on-regional-assessments/',
}

export const pensionDebtSource: DebtSource = {
  text: {
    en: 'Holzmann, Palacios and Zviniene, Implicit Pension Debt: Issues, Measurement and Scope in International Perspective, World Bank, 2004 (estimates made with PROST)',
    zh: '霍尔茨曼、帕拉西奥斯、兹维涅内《隐性养老金债务：问题、度量与国际比较》，世界银行，2004年（用PROST测算）',
  },
  address:
    'https://documents.worldbank.org/en/publication/documents-reports/documentdetail/947731468762352221/implicit-pension-debt-issues-measurement-and-scope-in-international-perspective',
}

/** Levels of risk, from the least; colours never stand without these words. */
export type Risk = 'low' | 'moderate' | 'elevated' | 'high'

export const riskWords: Readonly<Record<Risk, Both<string>>> = {
  low: { en: 'low', zh: '低' },
  moderate: { en: 'moderate', zh: '中' },
  elevated: { en: 'elevated', zh: '较高' },
  high: { en: 'high', zh: '高' },
}

export const benchmarkSets = ['emerging', 'advanced'] as const
export type BenchmarkSet = (typeof benchmarkSets)[number]

export interface Benchmark {
  readonly id: 'debtToGdp' | 'grossFinancingNeedToGdp'
  readonly names: Both<string>
  /** Shares of GDP. */
  readonly value: number
  readonly source: DebtSource
}

/** Ratios to GDP by which debt is judged. */
export const ratioNames = {
  debtToGdp: { en: 'Total local debt, % of GDP', zh: '全口径债务占地区生产总值的比重' },
  grossFinancingNeedToGdp: { en: 'Gross financing need, % of GDP', zh: '总融资需求占地区生产总值的比重' },
} as const satisfies Readonly<Record<string, Both<string>>>

const benchmarkValues: Readonly<Record<BenchmarkSet, readonly [debt: number, need: number]>> = {
  emerging: [0.7, 0.15],
  advanced: [0.85, 0.2],
}

/** The IMF's benchmarks of debt and of the gross financing need; meant for general government, not for one province. */
export const benchmarksOf = (set: BenchmarkSet): readonly Benchmark[] => {
  const [debt, need] = benchmarkValues[set]
  return [
    { id: 'debtToGdp', names: ratioNames.debtToGdp, value: debt, source: macGuidance },
    {
      id: 'grossFinancingNeedToGdp',
      names: ratioNames.grossFinancingNeedToGdp,
      value: need,
      source: macGuidance,
    },
  ]
}

/** Bounds of a reading between low, moderate and high. */
interface ProfileBenchmark {
  readonly id: 'spread' | 'shortTerm'
  readonly low: number
  readonly high: number
}

/**
 * Early-warning benchmarks of the debt profile in the IMF's framework for market-access countries: spreads of 200 and 600
 * points, short-term debt .5 and 1 points a year. docs/guide/debt.md says from where each is known, and which are
 * remembered.
 */
export const profileBenchmarks: Readonly<Record<BenchmarkSet, readonly ProfileBenchmark[]>> = {
  emerging: [
    { id: 'spread', low: 0.02, high: 0.06 },
    { id: 'shortTerm', low: 0.005, high: 0.01 },
  ],
  advanced: [
    { id: 'spread', low: 0.04, high: 0.06 },
    { id: 'shortTerm', low: 0.01, high: 0.015 },
  ],
}

export interface RiskBand {
  readonly risk: Risk
  readonly names: Both<string>
  /** Debt over own and transferred resources from which the class begins. */
  readonly from: number
}

/** The classes of the Ministry of Finance, by debt over all resources; they hold in its own nation only. */
export const ministryBands: {
  readonly nation: string
  readonly bands: readonly RiskBand[]
  readonly source: DebtSource
} = {
  nation: 'CN',
  bands: [
    { risk: 'low', names: { en: 'green', zh: '绿色' }, from: 0 },
    { risk: 'moderate', names: { en: 'yellow', zh: '黄色' }, from: 1.2 },
    { risk: 'elevated', names: { en: 'orange', zh: '橙色' }, from: 2 },
    { risk: 'high', names: { en: 'red', zh: '红色' }, from: 3 },
  ],
  source: riskClasses,
}

export const bandOfRatio = (ratio: number): RiskBand => ministryBands.bands.findLast(({ from }) => ratio >= from)!

/** Part of bank assets that the IMF's standard shock puts on the budget when banks have to be rescued (remembered: docs/guide/debt.md). */
export const bankRescueShare = 0.1
