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
  linesCalled,
  leftBy,
  words,
} from './lines.ts'

export interface FinancingNeed extends LineTable {
  /** CNY bn a year: the sum of the parts, at least 0. */
  readonly need: Line
  /** By year: the model's own need less the sum of the parts; above 0 in a year with a quarter in surplus. */
  readonly residual: readonly number[]
  readonly needToGdp: Line
}

/** Sums of variables, each with its sign. */
const needParts: ReadonlyArray<readonly [id: keyof typeof words.needs, sign: 1 | -1, ...variables: string[]]> = [
  ['bonds', 1, 'bondsMaturing'],
  ['vehicles', 1, 'vehicleMaturing'],
  ['unpaid', 1, 'arrearsRepaid', 'advancesRepaid'],
  ['interest', 1, 'augmentedInterest'],
  ['primary', -1, 'primaryBalance'],
]

export const financingVariables = (places: readonly DebtPlace[]): string[] => [
  ...needParts.flatMap(([, , ...variables]) => variables),
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
  const part = linesCalled(words.needs)
  const lines = everUsed(
    needParts.map(([id, sign, ...variables]) => {
      const inStep = (step: number): number => variables.reduce((sum, name) => sum + sign * read.sum(name, step), 0)
      return part(
        id,
        years.map(year => read.yearly(year, inStep)),
      )
    }),
  )
  const need = years.map(year => read.yearly(year, step => read.sum('grossFinancingNeed', step)))
  return {
    id: 'financing',
    names: words.tables.financing,
    unit: 'CNY bn/year',
    lines,
    need: { id: 'need', names: words.tables.financing, values: need },
    residual: leftBy(need, lines),
    needToGdp: {
      id: 'needToGdp',
      names: words.ratios.grossFinancingNeedToGdp,
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
  const bands = Object.entries(words.terms).map(([label, names]) => ({
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
  const line = linesCalled(words.rollover)
  return {
    id: 'rollover',
    names: words.tables.rollover,
    unit: 'share',
    lines: [
      line('bondsDue', shareOf('bondsMaturing', 'provincialBonds')),
      line('bondRate', shareOf('bondInterest', 'provincialBonds')),
      ...(hasVehicles
        ? [
            line('vehiclesDue', shareOf('vehicleMaturing', 'vehicleDebt')),
            line('vehicleUnmet', shareOf('vehicleUnmet', 'vehicleDebt')),
            line('vehicleRate', shareOf('vehicleInterest', 'vehicleDebt')),
          ]
        : []),
      line(
        'stabilising',
        years.map(year => read.yearly(year, step => read.own('debtStabilisingGap', step))),
      ),
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
    const outcome = (
      id: keyof typeof words.lost,
      moved: number,
      unit: RolloverOutcome['unit'] = 'share',
    ): RolloverOutcome => ({ id, names: words.lost[id], unit, change: moved })
    return [
      outcome('unpaid', after['unpaid'] - before['unpaid'], 'points'),
      outcome('publicInvestment', relative('publicInvestmentReal')),
      outcome('output', relative('output')),
      outcome('bankLosses', relative('bankLosses')),
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
