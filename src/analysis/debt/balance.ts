/** The public balance sheet by year, with net worth, and what could still fall on the budget: contingent liabilities. */

import type { Both } from '../../language/messages.ts'
import { everUsed, type Line, type LineTable, type PlaceReader } from './lines.ts'
import { bankRescueShare, macGuidance, type DebtSource } from './thresholds.ts'

/** A product of variables at the end of a step, added up over areas with its sign. */
interface Holding {
  readonly id: string
  readonly names: Both<string>
  readonly side: 'asset' | 'debt'
  /** Terms that are added up; each is a product. */
  readonly terms: ReadonlyArray<readonly string[]>
}

const holdings: readonly Holding[] = [
  {
    id: 'capital',
    names: { en: 'Public capital at replacement cost', zh: '公共资本（重置成本）' },
    side: 'asset',
    terms: [
      ['closing(price)', 'closing(publicCapital)'],
      ['closing(price)', 'closing(cultureCapital)'],
    ],
  },
  {
    id: 'vehicleCapital',
    names: { en: 'Infrastructure of LGFVs', zh: '城投基础设施' },
    side: 'asset',
    terms: [['closing(price)', 'closing(vehicleCapital)']],
  },
  {
    id: 'equity',
    names: { en: 'Share in state firms', zh: '国有企业权益' },
    side: 'asset',
    terms: [['closing(provinceHolderShare)', 'stateEquityClosing']],
  },
  { id: 'land', names: { en: 'Land that can be sold', zh: '可出让土地' }, side: 'asset', terms: [['landBankValue']] },
  {
    id: 'homes',
    names: { en: 'Homes bought', zh: '收储住房' },
    side: 'asset',
    terms: [['closing(housePrice)', 'closing(publicHomes)']],
  },
  {
    id: 'cash',
    names: { en: 'Cash of province and LGFVs', zh: '全省（含市县）与城投现金' },
    side: 'asset',
    terms: [['closing(provinceDeposits)'], ['closing(vehicleDeposits)']],
  },
  {
    id: 'reserve',
    names: { en: 'Reserve of the pension fund', zh: '养老保险基金结余' },
    side: 'asset',
    terms: [['closing(pensionReserve)']],
  },
  { id: 'bonds', names: { en: 'Bonds', zh: '地方政府债券' }, side: 'debt', terms: [['closing(provincialBonds)']] },
  { id: 'vehicles', names: { en: 'LGFV debt', zh: '城投债务' }, side: 'debt', terms: [['closing(vehicleDebt)']] },
  {
    id: 'unpaid',
    names: { en: 'Unpaid bills and bank advances', zh: '拖欠账款与银行垫款' },
    side: 'debt',
    terms: [['closing(arrears)'], ['closing(advances)']],
  },
]

export interface BalanceSheet extends LineTable {
  readonly netWorth: Line
  /** Over output of the last quarter, a yearly rate. */
  readonly netWorthToGdp: Line
  /** Without public capital: what could be sold, less debt. */
  readonly financialNetWorthToGdp: Line
  /** By year: the model's net worth less assets and debt. */
  readonly residual: readonly number[]
}

export const balanceVariables: readonly string[] = [
  ...new Set(holdings.flatMap(({ terms }) => terms.flat())),
  'publicNetWorth',
  'financialNetWorth',
  'nominalOutput',
]

/** At the end of each year, CNY bn at current prices; debt is below zero. Lines that are always 0 are left out. */
export const balanceSheet = (read: PlaceReader, years: readonly number[]): BalanceSheet => {
  const last = (year: number): number => read.stepsOf(year)[1]
  const lines = everUsed(
    holdings.map(
      ({ id, names, side, terms }): Line => ({
        id,
        names,
        values: years.map(year => {
          const value = terms.reduce(
            (sum, term) => sum + read.sumOf(last(year), own => term.reduce((product, name) => product * own(name), 1)),
            0,
          )
          return side === 'debt' ? -value : value
        }),
      }),
    ),
  )
  const worth = years.map(year => read.sum('publicNetWorth', last(year)))
  const ratio = (name: string): number[] =>
    years.map(year => read.sum(name, last(year)) / read.sum('nominalOutput', last(year)))
  return {
    id: 'balance',
    names: { en: 'Public balance sheet', zh: '公共部门资产负债表' },
    unit: 'CNY bn',
    lines,
    netWorth: { id: 'netWorth', names: { en: 'Net worth', zh: '净资产' }, values: worth },
    netWorthToGdp: {
      id: 'netWorthToGdp',
      names: { en: 'Net worth, % of GDP', zh: '净资产占地区生产总值的比重' },
      values: ratio('publicNetWorth'),
    },
    financialNetWorthToGdp: {
      id: 'financialNetWorthToGdp',
      names: { en: 'Assets that can be sold less debt, % of GDP', zh: '可变现资产减债务占地区生产总值的比重' },
      values: ratio('financialNetWorth'),
    },
    residual: worth.map((value, at) => value - lines.reduce((sum, { values }) => sum + values[at], 0)),
  }
}

export interface Contingent extends LineTable {
  /** Of output, by year. */
  readonly ofOutput: readonly Line[]
  readonly remarks: ReadonlyArray<{ readonly text: Both<string>; readonly source?: DebtSource }>
}

export const contingentVariables: readonly string[] = [
  'vehicleDebt',
  'vehicleInterest',
  'userFees',
  'vehicleLandIncome',
  'vehicleLandDebtShare',
  'bankCapital',
  'bankCapitalLeast',
  'riskWeighted',
  'bankAssets',
  'pensionGap',
  'pensionSubsidy',
  'closing(vehicleDebt)',
  'closing(arrears)',
  'closing(advances)',
  'nominalOutput',
]

/** Contingent liabilities of a place, CNY bn: stocks at the end of the year, flows of the year. */
export const contingentOf = (read: PlaceReader, years: readonly number[]): Contingent => {
  const last = (year: number): number => read.stepsOf(year)[1]
  const hasVehicles = years.some(year => read.sum('closing(vehicleDebt)', last(year)) > 0)
  const lines: Line[] = [
    ...(hasVehicles
      ? [
          {
            id: 'vehicles',
            names: { en: 'LGFV debt, in total local debt', zh: '城投债务（已含在全口径债务中）' },
            values: years.map(year => read.sum('closing(vehicleDebt)', last(year))),
          },
          {
            id: 'vehiclesOnLand',
            names: { en: '… of it secured by land', zh: '……其中以土地作担保' },
            values: years.map(year =>
              read.sumOf(last(year), own => own('vehicleLandDebtShare') * own('closing(vehicleDebt)')),
            ),
          },
          {
            id: 'vehicleInterest',
            names: {
              en: 'Interest of LGFVs beyond their fees and land income, a year',
              zh: '城投利息超出自身收费和土地收入的部分（年）',
            },
            values: years.map(year =>
              read.yearly(year, step =>
                read.sumOf(step, own =>
                  Math.max(0, own('vehicleInterest') - own('userFees') - own('vehicleLandIncome')),
                ),
              ),
            ),
          },
        ]
      : []),
    {
      id: 'unpaid',
      names: { en: 'Unpaid bills and advances, in total local debt', zh: '拖欠账款与垫款（已含在全口径债务中）' },
      values: years.map(year => read.sum('closing(arrears)', last(year)) + read.sum('closing(advances)', last(year))),
    },
    {
      id: 'banks',
      names: { en: 'Banks: capital short of what is required', zh: '银行：资本低于监管要求的缺口' },
      values: years.map(year =>
        read.sumOf(last(year), own => Math.max(0, own('bankCapitalLeast') * own('riskWeighted') - own('bankCapital'))),
      ),
    },
    {
      id: 'bankRescue',
      names: { en: 'Banks: the standard shock of 10 % of their assets', zh: '银行：资产10%的标准冲击' },
      values: years.map(year => bankRescueShare * read.sum('bankAssets', last(year))),
    },
    {
      id: 'pensionGap',
      names: { en: 'Pension gap before pooling, a year', zh: '统筹前养老金收支缺口（年）' },
      values: years.map(year => read.yearly(year, step => read.sum('pensionGap', step))),
    },
    {
      id: 'pensionSubsidy',
      names: { en: '… of it paid by the province', zh: '……其中全省（含市县）财政负担' },
      values: years.map(year => read.yearly(year, step => read.sum('pensionSubsidy', step))),
    },
  ]
  return {
    id: 'contingent',
    names: { en: 'Contingent liabilities', zh: '或有债务' },
    unit: 'CNY bn',
    lines,
    ofOutput: lines.map(({ id, names, values }) => ({
      id,
      names,
      values: values.map((value, at) => value / read.yearly(years[at], step => read.sum('nominalOutput', step))),
    })),
    remarks: [
      {
        text: {
          en: 'The shock of 10 % of bank assets is that of the framework for countries; banks of a province are rescued by their owners and the central government first.',
          zh: '银行资产10%的冲击为国家层面框架的标准设定；省内银行首先由股东和中央救助。',
        },
        source: macGuidance,
      },
    ],
  }
}
