/** The outcomes that are reported: their names, where they are read in a run, and over which years. */

import { unitIn, withCurrency } from '../language/currency.ts'
import { pow } from '../language/elementary.ts'
import { withPlaces } from '../language/places.ts'
import { type Outlook, type Scope, windowFrom, windowTo } from '../model/measures.ts'
import { packageStart } from '../model/packages.ts'
import type { Variable } from '../language/linked.ts'
import type { RegionData } from '../regions/types.ts'
import { ofYear, type YearReading, readingNames, readingOfUnit } from './year-values.ts'

/** A quantity that a table shows year by year. */
export interface Indicator {
  readonly id: string
  readonly label: string
  /** As numbers are kept and as JSON gives them. */
  readonly unit: string
  /** Of the region, and of an area in it. */
  readonly variables: readonly [region: string, area: string]
  /** What a year of it is: see `year-values.ts`. */
  readonly reading: YearReading
  /** Of others more is better. */
  readonly better?: 'lower'
  /** As people are shown it; ¤ stands for the currency of the region. */
  readonly shown: { readonly unit: string; readonly scale: number; readonly digits: number }
}

const percent = (unit: string, digits = 1): Indicator['shown'] => ({ unit, scale: 100, digits })
const plain = (unit: string, digits = 1): Indicator['shown'] => ({ unit, scale: 1, digits })

export const outcomeIndicators: readonly Indicator[] = [
  {
    id: 'growth',
    label: 'GDP growth',
    unit: '1/year',
    variables: ['regionOutput', 'output'],
    reading: 'growth',
    shown: percent('% a year'),
  },
  {
    id: 'growthPerHead',
    label: 'Growth of GDP per person',
    unit: '1/year',
    variables: ['regionOutputPerHead', 'outputPerHead'],
    reading: 'growth',
    shown: percent('% a year'),
  },
  {
    id: 'outputPerHead',
    label: 'GDP per person',
    unit: 'CNY k/person/year',
    variables: ['regionOutputPerHead', 'outputPerHead'],
    reading: 'mean',
    shown: plain('k ¤'),
  },
  {
    id: 'consumptionPerHead',
    label: 'Household consumption per person',
    unit: 'CNY k/person/year',
    variables: ['regionRealConsumptionPerHead', 'realConsumptionPerHead'],
    reading: 'mean',
    shown: plain('k ¤'),
  },
  {
    id: 'population',
    label: 'Population',
    unit: 'person m',
    variables: ['regionResidents', 'residentsTotal'],
    reading: 'end',
    shown: plain('m'),
  },
  {
    id: 'share65',
    label: 'Aged 65 and over',
    unit: 'share',
    variables: ['regionShare65', 'share65'],
    reading: 'end',
    better: 'lower',
    shown: percent('%'),
  },
  {
    id: 'unemployment',
    label: 'Unemployment rate',
    unit: 'share',
    variables: ['regionUnemployment', 'unemploymentRate'],
    reading: 'mean',
    better: 'lower',
    shown: percent('%'),
  },
  {
    id: 'employmentRate',
    label: 'Employment rate of ages 20–59',
    unit: 'share',
    variables: ['regionEmploymentRate', 'employmentRate'],
    reading: 'mean',
    shown: percent('%'),
  },
  {
    id: 'births',
    label: 'Births',
    unit: 'person m/year',
    variables: ['regionBirths', 'births'],
    reading: 'mean',
    shown: { unit: 'k a year', scale: 1000, digits: 0 },
  },
  {
    id: 'youthMigration',
    label: 'Net migration of ages 20–39',
    unit: '1/year',
    variables: ['regionYouthMigrationRate', 'youthMigrationRate'],
    reading: 'mean',
    shown: percent('% a year', 2),
  },
  {
    id: 'debtToGdp',
    label: 'Total local debt (incl. LGFVs)',
    unit: 'share',
    variables: ['regionDebtToGdp', 'debtToGdp'],
    reading: 'end',
    better: 'lower',
    shown: percent('% of GDP', 0),
  },
  {
    id: 'interestBurden',
    label: 'Interest burden',
    unit: 'share',
    variables: ['regionInterestBurden', 'interestBurden'],
    reading: 'mean',
    better: 'lower',
    shown: percent('% of own revenue and transfers'),
  },
  {
    id: 'pensionPerRetiree',
    label: 'Average pension, both schemes',
    unit: 'CNY k/person/year',
    variables: ['regionPensionPerRetiree', 'pensionPerRetiree'],
    reading: 'mean',
    shown: plain('k ¤'),
  },
  {
    id: 'pensionSupport',
    label: 'Pension gap met by budgets',
    unit: 'share',
    variables: ['regionPensionSupportToGdp', 'pensionSupportToGdp'],
    reading: 'mean',
    better: 'lower',
    shown: percent('% of GDP'),
  },
  {
    id: 'contributorsPerPensioner',
    label: 'Contributors per pensioner',
    unit: 'share',
    variables: ['regionContributorsPerPensioner', 'contributorsPerPensioner'],
    reading: 'mean',
    shown: plain('', 2),
  },
  {
    id: 'consumptionShare',
    label: 'Household consumption',
    unit: 'share',
    variables: ['regionConsumptionToGdp', 'consumptionToGdp'],
    reading: 'mean',
    shown: percent('% of GDP'),
  },
  {
    id: 'retailToBeijing',
    label: 'Retail sales per person relative to Beijing',
    unit: 'share',
    variables: ['regionRetailToBeijing', 'retailToBeijing'],
    reading: 'mean',
    shown: percent('%', 0),
  },
  {
    id: 'retailToShanghai',
    label: 'Retail sales per person relative to Shanghai',
    unit: 'share',
    variables: ['regionRetailToShanghai', 'retailToShanghai'],
    reading: 'mean',
    shown: percent('%', 0),
  },
  {
    id: 'retailToSouthEast',
    label: 'Retail sales per person relative to the south-east',
    unit: 'share',
    variables: ['regionRetailToSouthEast', 'retailToSouthEast'],
    reading: 'mean',
    shown: percent('%', 0),
  },
  {
    id: 'fineDust',
    label: 'Fine dust (PM2.5)',
    unit: 'ug/m3',
    variables: ['regionFineDust', 'fineDust'],
    reading: 'mean',
    better: 'lower',
    shown: plain('µg/m³'),
  },
  {
    id: 'confidence',
    label: 'Confidence',
    unit: 'index',
    variables: ['regionConfidence', 'confidence'],
    reading: 'mean',
    shown: plain('index', 0),
  },
]

export const indicatorOf = (id: string): Indicator => {
  const found = outcomeIndicators.find(one => one.id === id)
  if (found === undefined) throw new Error(`There is no indicator '${id}'.`)
  return found
}

/** Which way a variable is better, where it is one of an indicator; of others more is. */
export const betterOf = (variable: string): 'higher' | 'lower' =>
  outcomeIndicators.find(({ variables }) => variables.includes(variable))?.better ?? 'higher'

/** An indicator or outcome with its units in the currency of a region, and its label with the places it is compared with. */
export const inRegion = <One extends Pick<Indicator, 'label' | 'unit' | 'shown'>>(
  one: One,
  { currency, compared }: Pick<RegionData, 'currency' | 'compared'>,
): One => ({
  ...one,
  label: withPlaces(one.label, compared),
  unit: unitIn(one.unit, currency),
  shown: { ...one.shown, unit: withCurrency(one.shown.unit, currency, 'en') },
})

/** "Growth, % a year". */
export const titleOf = ({ label, shown }: Pick<Indicator, 'label' | 'shown'>): string =>
  shown.unit === '' ? label : `${label}, ${shown.unit}`

/** In a table by year, whose head says that all else is the yearly mean: "Population, m, end of year". */
export const yearTitle = (indicator: Pick<Indicator, 'label' | 'shown' | 'reading'>): string =>
  indicator.reading === 'end' ? `${titleOf(indicator)}, ${readingNames.en.end}` : titleOf(indicator)

/** What a year of any variable of the model is; as its indicator is read where it has one. */
export const readingOf = ({ name, unit }: Pick<Variable, 'name' | 'unit'>): YearReading => {
  const own = outcomeIndicators.find(({ variables, reading }) => reading !== 'growth' && variables.includes(name))
  return own?.reading ?? readingOfUnit(unit)
}

const nameIn = ({ variables }: Indicator, scope: Scope): string => variables[scope === 'region' ? 0 : 1]

export const indicatorVariables = (scope: Scope): string[] => [
  ...new Set(outcomeIndicators.map(one => nameIn(one, scope))),
]

/** The value of a year; undefined where the run has no year before to grow on. */
export const inYear = (
  outlook: Outlook,
  indicator: Indicator,
  scope: Scope,
  year: number,
  firstYear: number,
): number | undefined => {
  const name = nameIn(indicator, scope)
  const reads = { mean: (of: number) => outlook.mean(name, of), last: (of: number) => outlook.last(name, of) }
  return ofYear(indicator.reading, reads, year, firstYear)
}

/** One number of a future. */
export interface Outcome {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly shown: Indicator['shown']
  /** The indicator that is read, and over which years; absent for a year that is looked for. */
  readonly of?: { readonly indicator: string; readonly from: number; readonly to: number }
  /** A calendar year: never averaged between two futures, infinite when it does not come. */
  readonly year?: boolean
  readonly read: (outlook: Outlook, scope: Scope) => number
}

const base = (id: string): Pick<Outcome, 'unit' | 'shown'> & { indicator: Indicator } => {
  const indicator = indicatorOf(id)
  return { indicator, unit: indicator.unit, shown: indicator.shown }
}

/** Mean yearly growth from the year before `from` to `to`. */
const growth = (id: string, from: number, to: number): Outcome => {
  const { indicator, ...rest } = base(id)
  const read: Outcome['read'] = (outlook, scope) => {
    const name = nameIn(indicator, scope)
    return pow(outlook.mean(name, to) / outlook.mean(name, from - 1), 1 / (to - from + 1)) - 1
  }
  const of = { indicator: id, from, to }
  return { ...rest, id: `${id}${from}to${to}`, label: `${indicator.label} ${from}–${to % 100}`, of, read }
}

/** Mean over the years by which packages are judged. */
const average = (id: string): Outcome => {
  const { indicator, ...rest } = base(id)
  const [from, to] = [windowFrom, windowTo]
  const read: Outcome['read'] = (outlook, scope) => {
    let sum = 0
    for (let year = from; year <= to; year++) sum += outlook.mean(nameIn(indicator, scope), year)
    return sum / (to - from + 1)
  }
  const of = { indicator: id, from, to }
  return { ...rest, id: `${id}${from}to${to}`, label: `${indicator.label} ${from}–${to % 100}`, of, read }
}

/** At the end of a year, or its mean, as the indicator is read. */
const level = (id: string, year: number): Outcome => {
  const { indicator, ...rest } = base(id)
  const ends = indicator.reading === 'end'
  const read: Outcome['read'] = (outlook, scope) => inYear(outlook, indicator, scope, year, year)!
  return {
    ...rest,
    id: `${id}${ends ? 'End' : ''}${year}`,
    label: `${indicator.label} ${ends ? 'end ' : ''}${year}`,
    of: { indicator: id, from: year, to: year },
    read,
  }
}

/** How far the pension gap that budgets meet may rise above that of 2025, of output, before others carry too much of it. */
const pensionBound = 0.015
export const pensionYearMeaning =
  `The first year from ${packageStart} in which the pension gap met by budgets (pooling and subsidies) is more than 1.5 points of ` +
  `GDP above ${packageStart - 1}.`

const lastYear = 2040

const pensionYear: Outcome = {
  id: 'pensionSolvencyYear',
  label: 'Pensions solvent until',
  unit: 'year',
  shown: { unit: '', scale: 1, digits: 0 },
  year: true,
  read: (outlook, scope) => {
    const name = nameIn(indicatorOf('pensionSupport'), scope)
    const bound = outlook.mean(name, packageStart - 1) + pensionBound
    for (let year = packageStart; year <= lastYear; year++) if (outlook.mean(name, year) > bound) return year
    return Number.POSITIVE_INFINITY
  },
}

/** In the order of the page. */
export const outcomes: readonly Outcome[] = [
  growth('growth', windowFrom, windowTo),
  growth('growth', packageStart, lastYear),
  growth('growthPerHead', windowFrom, windowTo),
  growth('growthPerHead', packageStart, lastYear),
  average('outputPerHead'),
  average('consumptionPerHead'),
  level('population', 2030),
  level('population', windowTo),
  level('population', lastYear),
  level('share65', 2030),
  level('share65', lastYear),
  average('youthMigration'),
  average('births'),
  average('unemployment'),
  average('employmentRate'),
  level('debtToGdp', 2030),
  level('debtToGdp', windowTo),
  level('debtToGdp', lastYear),
  average('interestBurden'),
  average('pensionPerRetiree'),
  pensionYear,
  level('pensionSupport', windowTo),
  level('contributorsPerPensioner', 2030),
  level('contributorsPerPensioner', lastYear),
  level('consumptionShare', windowTo),
  level('retailToBeijing', windowTo),
  level('retailToShanghai', windowTo),
  level('retailToSouthEast', windowTo),
  level('fineDust', windowTo),
]

/** Those that the printed page shows. */
export const shownOutcomes: readonly string[] = [
  'growth2033to2037',
  'growth2026to2040',
  'growthPerHead2033to2037',
  'populationEnd2040',
  'share65End2040',
  'youthMigration2033to2037',
  'unemployment2033to2037',
  'debtToGdpEnd2037',
  'pensionSolvencyYear',
  'contributorsPerPensioner2040',
  'retailToBeijing2037',
  'retailToShanghai2037',
  'retailToSouthEast2037',
  'fineDust2037',
]
