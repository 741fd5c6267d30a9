/**
 * Debt over output, year by year, by what moved it: all local debt by the audited parts of the model, and bonds, LGFV
 * debt and unpaid bills by what was taken up, moved and written off. The parts add up to the change; what they leave is
 * shown.
 */

import type { Both } from '../../language/messages.ts'
import { everUsed, variableIn, type Line, type LineTable, type DebtPlace, type PlaceReader } from './lines.ts'

export interface Decomposition extends LineTable {
  /** Debt over output at the end of each year, and before the first. */
  readonly level: Line
  readonly before: number
  /** By year: the change of the ratio less all parts. */
  readonly residual: readonly number[]
}

interface Part {
  readonly id: string
  readonly names: Both<string>
}

/** The model's own parts of the ratio, which the accounts audit in every step. */
export const debtParts: ReadonlyArray<Part & { readonly variable: string }> = [
  { id: 'primary', variable: 'debtFromPrimaryBalance', names: { en: 'Primary deficit', zh: '基本赤字' } },
  { id: 'interest', variable: 'debtFromInterest', names: { en: 'Interest', zh: '利息' } },
  { id: 'growth', variable: 'debtFromGrowth', names: { en: 'Real growth', zh: '实际增长' } },
  { id: 'prices', variable: 'debtFromInflation', names: { en: 'Prices', zh: '价格' } },
  { id: 'cash', variable: 'debtFromCash', names: { en: 'Cash put by', zh: '增加的现金' } },
  { id: 'equity', variable: 'debtFromEquitySales', names: { en: 'Sales of state equity', zh: '出售国有股权' } },
  { id: 'writeOffs', variable: 'debtFromWriteOffs', names: { en: 'Write-offs of LGFV debt', zh: '城投债务核销' } },
]

/** The kinds of debt, with what changes each: + adds to it. */
const kinds: ReadonlyArray<
  Part & {
    readonly stocks: readonly string[]
    readonly flows: ReadonlyArray<Part & { readonly variables: ReadonlyArray<readonly [name: string, sign: 1 | -1]> }>
  }
> = [
  {
    id: 'bonds',
    names: { en: 'Bonds', zh: '地方政府债券' },
    stocks: ['provincialBonds'],
    flows: [
      {
        id: 'new',
        names: { en: 'New bonds', zh: '新增债券' },
        variables: [
          ['bondIssue', 1],
          ['bondsRedeemed', 1],
        ],
      },
      {
        id: 'redeemed',
        names: { en: 'Repaid from sales of state equity', zh: '出售国有股权偿还' },
        variables: [['bondsRedeemed', -1]],
      },
      { id: 'swap', names: { en: 'Swapped from LGFVs', zh: '置换城投债务' }, variables: [['debtSwap', 1]] },
    ],
  },
  {
    id: 'vehicles',
    names: { en: 'LGFV debt', zh: '城投债务' },
    stocks: ['vehicleDebt'],
    flows: [
      { id: 'new', names: { en: 'Net borrowing', zh: '净举债' }, variables: [['vehicleBorrowing', 1]] },
      { id: 'swap', names: { en: 'Swapped into bonds', zh: '置换为债券' }, variables: [['debtSwap', -1]] },
      { id: 'cleanUp', names: { en: 'Paid back by the budget', zh: '财政偿还' }, variables: [['cleanUp', -1]] },
      { id: 'writeOff', names: { en: 'Written off', zh: '核销' }, variables: [['vehicleWriteOff', -1]] },
    ],
  },
  {
    id: 'unpaid',
    names: { en: 'Unpaid bills and bank advances', zh: '拖欠账款与银行垫款' },
    stocks: ['arrears', 'advances'],
    flows: [
      {
        id: 'new',
        names: { en: 'Newly unpaid', zh: '新增拖欠与垫款' },
        variables: [
          ['newArrears', 1],
          ['newAdvances', 1],
        ],
      },
      {
        id: 'repaid',
        names: { en: 'Settled', zh: '清偿' },
        variables: [
          ['arrearsRepaid', -1],
          ['advancesRepaid', -1],
        ],
      },
    ],
  },
]

export const decompositionVariables = (places: readonly DebtPlace[]): string[] => [
  ...new Set([
    ...places.flatMap(place => [
      ...debtParts.map(({ variable }) => variableIn(variable, place)),
      variableIn('debtToGdp', place),
    ]),
    ...places.map(place => variableIn('debtRatioBefore', place)),
    ...kinds.flatMap(({ stocks, flows }) => [
      ...stocks.flatMap(name => [name, `closing(${name})`]),
      ...flows.flatMap(({ variables }) => variables.map(([name]) => name)),
    ]),
    'nominalOutput',
    'nominalOutputBefore',
    'output',
    'outputBefore',
  ]),
]

/** The parts of a ratio in a step: a stock, what is added to it, and output with its real part before and now. */
export interface RatioStep {
  /** Debt before the step, and what the step adds to it by flow: of the step, not a yearly rate. */
  readonly before: number
  readonly added: readonly number[]
  /** At current prices and at those of the start, yearly rates. */
  readonly nominal: readonly [before: number, now: number]
  readonly real: readonly [before: number, now: number]
}

/** Change of a debt ratio through each flow, real growth and prices; their sum is the change but for rounding. */
export const ratioParts = ({ before, added, nominal, real }: RatioStep) => {
  const ratio = before / nominal[0]
  return {
    added: added.map(value => value / nominal[1]),
    growth: -ratio * (1 - real[0] / real[1]),
    prices: -ratio * (real[0] / real[1] - nominal[0] / nominal[1]),
  }
}

/** Sums over the steps of each year. */
const byYear = (read: PlaceReader, years: readonly number[], value: (step: number) => number): number[] =>
  years.map(year => read.yearly(year, value) * read.stepsPerYear)

const change = (level: readonly number[], before: number): number[] =>
  level.map((value, at) => value - (at === 0 ? before : level[at - 1]))

const residualOf = (level: readonly number[], before: number, lines: readonly Line[]): number[] =>
  change(level, before).map((moved, at) => moved - lines.reduce((sum, { values }) => sum + values[at], 0))

const levelNames: Both<string> = { en: 'At the end of the year', zh: '年末' }

/** All local debt of a place over output; `years` are consecutive. */
export const debtDecomposition = (read: PlaceReader, years: readonly number[]): Decomposition => {
  const lines = debtParts.map(
    ({ id, names, variable }): Line => ({
      id,
      names,
      values: byYear(read, years, step => read.own(variable, step) / read.stepsPerYear),
    }),
  )
  const level = years.map(year => read.own('debtToGdp', read.stepsOf(year)[1]))
  const before = read.own('debtRatioBefore', read.stepsOf(years[0])[0])
  return {
    id: 'debt',
    names: { en: 'Total local debt over output', zh: '全口径债务占地区生产总值的比重' },
    unit: 'share',
    lines: everUsed(lines),
    level: { id: 'level', names: levelNames, values: level },
    before,
    residual: residualOf(level, before, lines),
  }
}

/** Each kind of debt of a place over output; kinds that the place never has are left out. */
export const kindDecompositions = (read: PlaceReader, years: readonly number[]): Decomposition[] =>
  kinds.flatMap(({ id, names, stocks, flows }): Decomposition[] => {
    const held = (step: number, closing: boolean): number =>
      stocks.reduce((sum, name) => sum + read.sum(closing ? `closing(${name})` : name, step), 0)
    const [first] = read.stepsOf(years[0])
    const level = years.map(year => {
      const [, last] = read.stepsOf(year)
      return held(last, true) / read.sum('nominalOutput', last)
    })
    const before = held(first, false) / read.sum('nominalOutputBefore', first)
    if (before === 0 && level.every(value => value === 0)) return []
    const stepParts = (step: number) =>
      ratioParts({
        before: held(step, false),
        added: flows.map(
          ({ variables }) =>
            variables.reduce((sum, [name, sign]) => sum + sign * read.sum(name, step), 0) / read.stepsPerYear,
        ),
        nominal: [read.sum('nominalOutputBefore', step), read.sum('nominalOutput', step)],
        real: [read.sum('outputBefore', step), read.sum('output', step)],
      })
    const lines = everUsed([
      ...flows.map((flow, at) => ({
        id: flow.id,
        names: flow.names,
        values: byYear(read, years, step => stepParts(step).added[at]),
      })),
      { id: 'growth', names: debtParts[2].names, values: byYear(read, years, step => stepParts(step).growth) },
      { id: 'prices', names: debtParts[3].names, values: byYear(read, years, step => stepParts(step).prices) },
    ])
    return [
      {
        id,
        names,
        unit: 'share',
        lines,
        level: { id: 'level', names: levelNames, values: level },
        before,
        residual: residualOf(level, before, lines),
      },
    ]
  })
