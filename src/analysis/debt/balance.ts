/** The public balance sheet by year, with net worth, and what could still fall on the budget: contingent liabilities. */

import type { Both } from '../../language/messages.ts'
import { everUsed, type Line, linesCalled, type LineTable, type PlaceReader, leftBy, words } from './lines.ts'
import { bankRescueShare, macGuidance, type DebtSource } from './thresholds.ts'

interface Holding {
  readonly id: keyof typeof words.holdings
  readonly side: 'asset' | 'debt'
  /** Products of variables at the end of a step, which are added up over areas. */
  readonly terms: readonly string[]
}

const factorsOf = (term: string): string[] => term.split('*')

const holdings: readonly Holding[] = [
  {
    id: 'capital',
    side: 'asset',
    terms: ['closing(price)*closing(publicCapital)', 'closing(price)*closing(cultureCapital)'],
  },
  { id: 'vehicleCapital', side: 'asset', terms: ['closing(price)*closing(vehicleCapital)'] },
  { id: 'equity', side: 'asset', terms: ['closing(provinceHolderShare)*stateEquityClosing'] },
  { id: 'land', side: 'asset', terms: ['landBankValue'] },
  { id: 'homes', side: 'asset', terms: ['closing(housePrice)*closing(publicHomes)'] },
  { id: 'cash', side: 'asset', terms: ['closing(provinceDeposits)', 'closing(vehicleDeposits)'] },
  { id: 'reserve', side: 'asset', terms: ['closing(pensionReserve)'] },
  { id: 'bonds', side: 'debt', terms: ['closing(provincialBonds)'] },
  { id: 'vehicles', side: 'debt', terms: ['closing(vehicleDebt)'] },
  { id: 'unpaid', side: 'debt', terms: ['closing(arrears)', 'closing(advances)'] },
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
  ...new Set(holdings.flatMap(({ terms }) => terms.flatMap(factorsOf))),
  'publicNetWorth',
  'financialNetWorth',
  'nominalOutput',
]

/** Of a product of variables, at the end of a year. */
const sumAt = (read: PlaceReader, year: number, term: string): number =>
  read.sumOf(read.lastStep(year), own => factorsOf(term).reduce((product, name) => product * own(name), 1))

/** At the end of each year, CNY bn at current prices; debt is below zero. Lines that are always 0 are left out. */
export const balanceSheet = (read: PlaceReader, years: readonly number[]): BalanceSheet => {
  const holding = linesCalled(words.holdings)
  const line = linesCalled(words.balance)
  const lines = everUsed(
    holdings.map(({ id, side, terms }) => {
      const values = years.map(year => terms.reduce((sum, term) => sum + sumAt(read, year, term), 0))
      return holding(id, side === 'debt' ? values.map(value => -value) : values)
    }),
  )
  const worth = years.map(year => sumAt(read, year, 'publicNetWorth'))
  const ratio = (name: string): number[] =>
    years.map(year => sumAt(read, year, name) / sumAt(read, year, 'nominalOutput'))
  return {
    id: 'balance',
    names: words.tables.balance,
    unit: 'CNY bn',
    lines,
    netWorth: line('netWorth', worth),
    netWorthToGdp: line('netWorthToGdp', ratio('publicNetWorth')),
    financialNetWorthToGdp: line('financialNetWorthToGdp', ratio('financialNetWorth')),
    residual: leftBy(worth, lines),
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
  const line = linesCalled(words.contingent)
  const atEnd = (value: (own: (name: string) => number) => number): number[] =>
    years.map(year => read.sumOf(read.lastStep(year), value))
  const ofYear = (value: (own: (name: string) => number) => number): number[] =>
    years.map(year => read.yearly(year, step => read.sumOf(step, value)))
  const vehicleDebt = atEnd(own => own('closing(vehicleDebt)'))
  const output = ofYear(own => own('nominalOutput'))
  const lines: Line[] = [
    ...(vehicleDebt.some(value => value > 0)
      ? [
          line('vehicles', vehicleDebt),
          line(
            'vehiclesOnLand',
            atEnd(own => own('vehicleLandDebtShare') * own('closing(vehicleDebt)')),
          ),
          line(
            'vehicleInterest',
            ofYear(own => Math.max(0, own('vehicleInterest') - own('userFees') - own('vehicleLandIncome'))),
          ),
        ]
      : []),
    line(
      'unpaid',
      years.map(year => sumAt(read, year, 'closing(arrears)') + sumAt(read, year, 'closing(advances)')),
    ),
    line(
      'banks',
      atEnd(own => Math.max(0, own('bankCapitalLeast') * own('riskWeighted') - own('bankCapital'))),
    ),
    line(
      'bankRescue',
      atEnd(own => own('bankAssets')).map(assets => bankRescueShare * assets),
    ),
    line(
      'pensionGap',
      ofYear(own => own('pensionGap')),
    ),
    line(
      'pensionSubsidy',
      ofYear(own => own('pensionSubsidy')),
    ),
  ]
  return {
    id: 'contingent',
    names: words.tables.contingent,
    unit: 'CNY bn',
    lines,
    ofOutput: lines.map(one => ({ ...one, values: one.values.map((value, at) => value / output[at]) })),
    remarks: [{ text: words.bankShock, source: macGuidance }],
  }
}
