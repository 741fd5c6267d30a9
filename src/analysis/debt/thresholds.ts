/** The thresholds at which lenders and supervisors look closer, as data with their sources. */

import type { Both } from '../../language/messages.ts'
import { words } from './lines.ts'

export interface DebtSource {
  readonly text: Both<string>
  readonly address: string
}

export const macGuidance: DebtSource = {
  text: words.sources.macGuidance,
  address: 'https://www.elibrary.imf.org/view/journals/007/2013/040/article-A001-en.xml',
}

export const srdsfGuidance: DebtSource = {
  text: words.sources.srdsfGuidance,
  address: 'https://www.elibrary.imf.org/view/journals/007/2022/039/article-A001-en.xml',
}

const riskClasses: DebtSource = {
  text: words.sources.riskClasses,
  address:
    'https://www.chinabankingnews.com/2021/01/12/china-expected-to-step-up-measures-to-contain-debt-risk-via-quotas-based-on-regional-assessments/',
}

export const pensionDebtSource: DebtSource = {
  text: words.sources.pensionDebt,
  address:
    'https://documents.worldbank.org/en/publication/documents-reports/documentdetail/947731468762352221/implicit-pension-debt-issues-measurement-and-scope-in-international-perspective',
}

/** Levels of risk, from the least; colours never stand without these words. */
export type Risk = 'low' | 'moderate' | 'elevated' | 'high'

export const riskWords: Readonly<Record<Risk, Both<string>>> = words.risks

export const benchmarkSets = ['emerging', 'advanced'] as const
export type BenchmarkSet = (typeof benchmarkSets)[number]

export interface Benchmark {
  readonly id: 'debtToGdp' | 'grossFinancingNeedToGdp'
  readonly names: Both<string>
  /** Shares of GDP. */
  readonly value: number
  readonly source: DebtSource
}

const benchmarkValues: Readonly<Record<BenchmarkSet, readonly [debt: number, need: number]>> = {
  emerging: [0.7, 0.15],
  advanced: [0.85, 0.2],
}

/** The IMF's benchmarks of debt and of the gross financing need; meant for general government, not for one province. */
export const benchmarksOf = (set: BenchmarkSet): readonly Benchmark[] => {
  const [debt, need] = benchmarkValues[set]
  return [
    { id: 'debtToGdp', names: words.ratios.debtToGdp, value: debt, source: macGuidance },
    {
      id: 'grossFinancingNeedToGdp',
      names: words.ratios.grossFinancingNeedToGdp,
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
    { risk: 'low', names: words.bands.low, from: 0 },
    { risk: 'moderate', names: words.bands.moderate, from: 1.2 },
    { risk: 'elevated', names: words.bands.elevated, from: 2 },
    { risk: 'high', names: words.bands.high, from: 3 },
  ],
  source: riskClasses,
}

export const bandOfRatio = (ratio: number): RiskBand => ministryBands.bands.findLast(({ from }) => ratio >= from)!

/** Part of bank assets that the IMF's standard shock puts on the budget when banks have to be rescued (remembered: docs/guide/debt.md). */
export const bankRescueShare = 0.1
