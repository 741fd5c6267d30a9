/**
 * The gross financing need by year with its parts, the debt that falls due by years left to maturity, and how much of it
 * has to be renewed. What falls due in which year is assumed: no table of due dates by province was found.
 */

import type { OutsidePaths } from '../../engine/outside.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { Run } from '../../engine/run.ts'
import type { Both } from '../../language/messages.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import { openUnder } from '../region/open-under.ts'
import { outsideOf } from '../region/outside.ts'
import type { OpenRegion } from '../region/simulation.ts'
import {
  everUsed,
  variableIn,
  type Line,
  type LineTable,
  type DebtPlace,
  type PlaceReader,
  placeReader,
  debtPlaces,
} from './lines.ts'
import { ratioNames } from './thresholds.ts'

export interface FinancingNeed extends LineTable {
  /** CNY bn a year: the sum of the parts, at least 0. */
  readonly need: Line
  /** By year: the model's own need less the sum of the parts; above 0 in a year with a quarter in surplus. */
  readonly residual: readonly number[]
  readonly needToGdp: Line
}

type Summed = ReadonlyArray<readonly [name: string, sign: 1 | -1]>

const needParts: ReadonlyArray<{ readonly id: string; readonly names: Both<string>; readonly variables: Summed }> = [
  { id: 'bonds', names: { en: 'Bonds that fall due', zh: '到期债券' }, variables: [['bondsMaturing', 1]] },
  {
    id: 'vehicles',
    names: { en: 'LGFV debt that falls due', zh: '到期城投债务' },
    variables: [['vehicleMaturing', 1]],
  },
  {
    id: 'unpaid',
    names: { en: 'Unpaid bills and advances settled', zh: '清偿拖欠与垫款' },
    variables: [
      ['arrearsRepaid', 1],
      ['advancesRepaid', 1],
    ],
  },
  { id: 'interest', names: { en: 'Interest', zh: '利息' }, variables: [['augmentedInterest', 1]] },
  { id: 'primary', names: { en: 'Primary deficit', zh: '基本赤字' }, variables: [['primaryBalance', -1]] },
]

const terms: ReadonlyArray<{ readonly label: string; readonly names: Both<string> }> = [
  { label: 'withinYear', names: { en: 'Up to 1 year', zh: '1年以内' } },
  { label: 'twoToThree', names: { en: '2–3 years', zh: '2—3年' } },
  { label: 'fourToFive', names: { en: '4–5 years', zh: '4—5年' } },
  { label: 'sixToTen', names: { en: '6–10 years', zh: '6—10年' } },
  { label: 'beyondTen', names: { en: 'More than 10 years', zh: '10年以上' } },
]

export const financingVariables = (places: readonly DebtPlace[]): string[] => [
  ...needParts.flatMap(({ variables }) => variables.map(([name]) => name)),
  ...places.flatMap(place => ['grossFinancingNeedToGdp', 'debtStabilisingGap'].map(name => variableIn(name, place))),
  'grossFinancingNeed',
  'bondsDue',
  'closing(bondsDue)',
  'vehicleDue',
  'closing(vehicleDue)',
  'bondInterest',
  'vehicleInterest',
  'vehicleUnmet',
  'bondRateNew',
  'vehicleRateNew',
]

/** The need of a place, yearly means; a part that the place never has is left out. */
export const financingNeed = (read: PlaceReader, years: readonly number[]): FinancingNeed => {
  const lines = everUsed(
    needParts.map(
      ({ id, names, variables }): Line => ({
        id,
        names,
        values: years.map(year =>
          read.yearly(year, step => variables.reduce((sum, [name, sign]) => sum + sign * read.sum(name, step), 0)),
        ),
      }),
    ),
  )
  const need = years.map(year => read.yearly(year, step => read.sum('grossFinancingNeed', step)))
  return {
    id: 'financing',
    names: { en: 'Gross financing need', zh: '总融资需求' },
    unit: 'CNY bn/year',
    lines,
    need: { id: 'need', names: { en: 'Gross financing need', zh: '总融资需求' }, values: need },
    residual: need.map((value, at) => value - lines.reduce((sum, { values }) => sum + values[at], 0)),
    needToGdp: {
      id: 'needToGdp',
      names: ratioNames.grossFinancingNeedToGdp,
      values: years.map(year => read.yearly(year, step => read.own('grossFinancingNeedToGdp', step))),
    },
  }
}

interface MaturityBand {
  readonly id: string
  readonly names: Both<string>
  /** CNY bn. */
  readonly bonds: number
  readonly vehicles: number
}

export interface MaturityProfile {
  /** The profile of the opening, or of the end of a year. */
  readonly at: 'start' | number
  readonly bands: readonly MaturityBand[]
  /** Part of bonds and LGFV debt that falls due within a year. */
  readonly withinYear: number
}

/** At the start of the run, or at the end of a year. */
export const maturityProfile = (run: Run, { areas }: DebtPlace, at: 'start' | number): MaturityProfile => {
  const { numbers } = readRun(run)
  const { times, stepsPerYear } = run
  const step = at === 'start' ? 0 : Math.round((at + 1 - times[0]) * stepsPerYear) - 1
  const shown = (name: string) => (at === 'start' ? name : `closing(${name})`)
  const { dimensions } = run.series.get('bondsDue')!
  const { positions, labels } = dimensions.find(({ name }) => name === 'term')!
  const sumOf = (name: string, label: string): number => {
    const read = numbers(shown(name))
    return areas.reduce((sum, area) => sum + read.at(step, area * labels.length + positions.get(label)!), 0)
  }
  const bands = terms.map(({ label, names }) => ({
    id: label,
    names,
    bonds: sumOf('bondsDue', label),
    vehicles: sumOf('vehicleDue', label),
  }))
  const all = bands.reduce((sum, { bonds, vehicles }) => sum + bonds + vehicles, 0)
  return { at, bands, withinYear: all === 0 ? 0 : (bands[0].bonds + bands[0].vehicles) / all }
}

const over = (part: number, whole: number): number => (whole > 0 ? part / whole : 0)

/** Exposure of a place to its lenders: debt that falls due, the part that they do not renew, and the cost of debt. */
export const rolloverLines = (read: PlaceReader, years: readonly number[]): LineTable => {
  const shareOf = (part: string, whole: string) =>
    years.map(year => {
      const [first, last] = read.stepsOf(year)
      let [top, bottom] = [0, 0]
      for (let step = first; step <= last; step++) {
        top += read.sum(part, step)
        bottom += read.sum(whole, step)
      }
      return over(top, bottom)
    })
  const hasVehicles = years.some(year => read.sum('vehicleDebt', read.stepsOf(year)[0]) > 0)
  return {
    id: 'rollover',
    names: { en: 'Renewal and cost of debt', zh: '续作与成本' },
    unit: 'share',
    lines: [
      {
        id: 'bondsDue',
        names: { en: 'Bonds that fall due in the year, of bonds', zh: '当年到期债券占债券' },
        values: shareOf('bondsMaturing', 'provincialBonds'),
      },
      {
        id: 'bondRate',
        names: { en: 'Interest on bonds', zh: '债券平均利率' },
        values: shareOf('bondInterest', 'provincialBonds'),
      },
      ...(hasVehicles
        ? [
            {
              id: 'vehiclesDue',
              names: { en: 'LGFV debt that falls due in the year, of LGFV debt', zh: '当年到期城投债务占城投债务' },
              values: shareOf('vehicleMaturing', 'vehicleDebt'),
            },
            {
              id: 'vehicleUnmet',
              names: {
                en: 'LGFV debt extended because lenders do not renew it, of LGFV debt',
                zh: '不能续作而展期的城投债务占城投债务',
              },
              values: shareOf('vehicleUnmet', 'vehicleDebt'),
            },
            {
              id: 'vehicleRate',
              names: { en: 'Interest on LGFV debt', zh: '城投债务平均利率' },
              values: shareOf('vehicleInterest', 'vehicleDebt'),
            },
          ]
        : []),
      {
        id: 'stabilising',
        names: {
          en: 'Primary balance that would hold the debt ratio, less the actual one, % of GDP',
          zh: '稳定债务率所需基本盈余与实际之差占地区生产总值的比重',
        },
        values: years.map(year => read.yearly(year, step => read.own('debtStabilisingGap', step))),
      },
    ],
  }
}

/** First and last year in which lenders renew less. */
const [lostFrom, lostTo] = [2027, 2028] as const
/** Part of what falls due that lenders still renew. */
const renewed = 0.5

interface RolloverOutcome {
  readonly id: string
  readonly names: Both<string>
  readonly unit: 'share' | 'points'
  /** Difference to the baseline in the last year of the test: of itself, or in points of GDP. */
  readonly change: number
}

/** Loss of a place when lenders renew only half of the bonds and LGFV debt that fall due in two years. */
export interface RolloverTest {
  readonly from: number
  readonly to: number
  readonly renewed: number
  /** By place. */
  readonly outcomes: Readonly<Record<string, readonly RolloverOutcome[]>>
  readonly largestResidual: number
}

export const rolloverVariables: readonly string[] = [
  'arrears',
  'advances',
  'nominalOutput',
  'output',
  'publicInvestmentReal',
  'bankLosses',
]

export const rolloverTest = (open: OpenRegion, scenario: SetInputs, baseline: Run): RolloverTest => {
  const change = { change: 'times', pieces: [{ value: renewed, from: lostFrom, to: lostTo }] } as const
  const outside: OutsidePaths = { ...outsideOf(open), bondRenewal: change, vehicleRenewal: change }
  const lost = openUnder(open, outside).simulator.run({ ...scenario, record: rolloverVariables, audit: true })
  const outcomesIn = (place: DebtPlace): RolloverOutcome[] => {
    const [before, after] = [baseline, lost].map(run => {
      const read = placeReader(run, place)
      const mean = (name: string): number => read.yearly(lostTo, step => read.sum(name, step))
      const unpaid = (mean('arrears') + mean('advances')) / mean('nominalOutput')
      return { unpaid, ...Object.fromEntries(rolloverVariables.map(name => [name, mean(name)])) } as Record<
        string,
        number
      >
    })
    const relative = (name: string): number => (before[name] > 0 ? after[name] / before[name] - 1 : 0)
    return [
      {
        id: 'unpaid',
        names: { en: 'Unpaid bills and bank advances, points of GDP', zh: '拖欠账款与垫款占地区生产总值（百分点）' },
        unit: 'points',
        change: after['unpaid'] - before['unpaid'],
      },
      {
        id: 'publicInvestment',
        names: { en: 'Public investment, %', zh: '政府投资（%）' },
        unit: 'share',
        change: relative('publicInvestmentReal'),
      },
      { id: 'output', names: { en: 'Output, %', zh: '产出（%）' }, unit: 'share', change: relative('output') },
      {
        id: 'bankLosses',
        names: { en: 'Losses of banks, %', zh: '银行损失（%）' },
        unit: 'share',
        change: relative('bankLosses'),
      },
    ]
  }
  return {
    from: lostFrom,
    to: lostTo,
    renewed,
    outcomes: Object.fromEntries(debtPlaces(open).map(place => [place.id, outcomesIn(place)])),
    largestResidual: lost.audit!.largestResidual,
  }
}
