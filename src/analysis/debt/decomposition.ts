/**
 * Debt over output, year by year, by what moved it: all local debt by the audited parts of the model, and bonds, LGFV
 * debt and unpaid bills by what was taken up, moved and written off. The parts add up to the change; what they leave is
 * shown.
 */

import {
  everUsed,
  variableIn,
  type Line,
  linesCalled,
  type LineTable,
  type DebtPlace,
  type PlaceReader,
  leftBy,
  words,
} from './lines.ts'

export interface Decomposition extends LineTable {
  /** Debt over output at the end of each year, and before the first. */
  readonly level: Line
  readonly before: number
  /** By year: the change of the ratio less all parts. */
  readonly residual: readonly number[]
}

/** The model's own parts of the ratio, which the accounts audit in every step. */
export const debtParts = (
  [
    ['primary', 'debtFromPrimaryBalance'],
    ['interest', 'debtFromInterest'],
    ['growth', 'debtFromGrowth'],
    ['prices', 'debtFromInflation'],
    ['cash', 'debtFromCash'],
    ['equity', 'debtFromEquitySales'],
    ['writeOffs', 'debtFromWriteOffs'],
  ] as const
).map(([id, variable]) => ({ id, variable, names: words.parts[id] }))

/** The kinds of debt, with what changes each: + adds to it. */
const kinds: ReadonlyArray<{
  readonly id: keyof typeof words.kinds
  readonly stocks: readonly string[]
  readonly flows: ReadonlyArray<readonly [id: string, sign: 1 | -1, ...variables: string[]]>
}> = [
  {
    id: 'bonds',
    stocks: ['provincialBonds'],
    flows: [
      ['new', 1, 'bondIssue', 'bondsRedeemed'],
      ['redeemed', -1, 'bondsRedeemed'],
      ['swap', 1, 'debtSwap'],
    ],
  },
  {
    id: 'vehicles',
    stocks: ['vehicleDebt'],
    flows: [
      ['new', 1, 'vehicleBorrowing'],
      ['swap', -1, 'debtSwap'],
      ['cleanUp', -1, 'cleanUp'],
      ['writeOff', -1, 'vehicleWriteOff'],
    ],
  },
  {
    id: 'unpaid',
    stocks: ['arrears', 'advances'],
    flows: [
      ['new', 1, 'newArrears', 'newAdvances'],
      ['repaid', -1, 'arrearsRepaid', 'advancesRepaid'],
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
      ...flows.flatMap(([, , ...variables]) => variables),
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

/** A decomposition but for its name, of the level at the end of each year. */
const movement = (level: readonly number[], before: number, lines: readonly Line[]) => ({
  unit: 'share' as const,
  lines: everUsed(lines),
  level: { id: 'level', names: words.level, values: level },
  before,
  residual: leftBy(
    level.map((value, at) => value - (at === 0 ? before : level[at - 1])),
    lines,
  ),
})

/** All local debt of a place over output; `years` are consecutive. */
export const debtDecomposition = (read: PlaceReader, years: readonly number[]): Decomposition => {
  const lines = debtParts.map(
    ({ id, names, variable }): Line => ({
      id,
      names,
      values: byYear(read, years, step => read.own(variable, step) / read.stepsPerYear),
    }),
  )
  const level = years.map(year => read.own('debtToGdp', read.lastStep(year)))
  const before = read.own('debtRatioBefore', read.stepsOf(years[0])[0])
  return { id: 'debt', names: words.tables.debt, ...movement(level, before, lines) }
}

/** Each kind of debt of a place over output; kinds that the place never has are left out. */
export const kindDecompositions = (read: PlaceReader, years: readonly number[]): Decomposition[] =>
  kinds.flatMap(({ id, stocks, flows }): Decomposition[] => {
    const held = (step: number, closing: boolean): number =>
      stocks.reduce((sum, name) => sum + read.sum(closing ? `closing(${name})` : name, step), 0)
    const [first] = read.stepsOf(years[0])
    const level = years.map(year => held(read.lastStep(year), true) / read.sum('nominalOutput', read.lastStep(year)))
    const before = held(first, false) / read.sum('nominalOutputBefore', first)
    if (before === 0 && level.every(value => value === 0)) return []
    const stepParts = (step: number) =>
      ratioParts({
        before: held(step, false),
        added: flows.map(
          ([, sign, ...variables]) =>
            variables.reduce((sum, name) => sum + sign * read.sum(name, step), 0) / read.stepsPerYear,
        ),
        nominal: [read.sum('nominalOutputBefore', step), read.sum('nominalOutput', step)],
        real: [read.sum('outputBefore', step), read.sum('output', step)],
      })
    const line = linesCalled<string>({ ...words.flows[id], growth: words.parts.growth, prices: words.parts.prices })
    const lines = [
      ...flows.map(([flow], at) =>
        line(
          flow,
          byYear(read, years, step => stepParts(step).added[at]),
        ),
      ),
      ...(['growth', 'prices'] as const).map(part =>
        line(
          part,
          byYear(read, years, step => stepParts(step)[part]),
        ),
      ),
    ]
    return [{ id, names: words.kinds[id], ...movement(level, before, lines) }]
  })
