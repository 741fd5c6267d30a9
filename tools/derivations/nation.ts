/** Derivations of points of national paths after the last year known. */

import { ln } from '../../src/language/elementary.ts'
import { at, type Derivation, history, mean, nationalCohorts, point } from './derivation.ts'
import { leastSquares } from './least-squares.ts'

const firstProjected = 2026

/** Births of the United Nations' projection, all lowered as those of 2025 turned out lower than projected. */
const births = (year: number): number =>
  at('CN', 'birthsProjected', year) * (at('CN', 'births', 2025) / at('CN', 'birthsProjected', 2025))

/** Residents at the beginning of a year, 1 at the start. */
const residents = (year: number): number => {
  const change = Array.from({ length: year - firstProjected }, (_, later) => firstProjected + later).reduce(
    (sum, one) => sum + births(one) - at('CN', 'deathsProjected', one) + at('CN', 'netMigrationProjected', one),
    0,
  )
  return (at('CN', 'residentsTotal', 2025) + change) / at('CN', 'residentsTotal', 2023)
}

/** Residents of 65 and over at the beginning of a year: the cohorts of the start with the death rates of 2023. */
const old = (year: number): number => {
  const years = year - 2024
  return nationalCohorts()
    .filter(({ age }) => age + years >= 65)
    .reduce((sum, { age, people }) => sum + people * survival(age, years), 0)
}

const survival = (age: number, years: number): number =>
  nationalCohorts()
    .slice(age, age + years)
    .reduce((alive, { deathRate }) => alive * (1 - deathRate), 1)

/** Marriages raise or lower births of the year after by this elasticity: from 2024 to 2025. */
const birthsFromMarriages = (): number => ln(0.87) / ln(at('CN', 'marriages', 2024) / at('CN', 'marriages', 2023))

/** Deflator of output of a year: of those after the start, the point at its middle. */
const deflator = (year: number): number =>
  year < 2024 ? history('nationalInflation', year) : point('nationalInflation', `${year}.5`)

/** Mean of a series over the last ten years known. */
const lastTen = (name: string): number => mean(Array.from({ length: 10 }, (_, later) => at('CN', name, 2016 + later)))

const ahead = [2031, 2036, 2041] as const

export const nationalPoints: readonly Derivation[] = [
  {
    figure: 'nationalResidents',
    rule: 'The residents of the end of 2025 with deaths and movement of the United Nations (2024, medium) and their births, lowered as in 2025',
    of: ahead.map(String),
    unit: 0.00001,
    value: year => residents(Number(year)),
  },
  {
    figure: 'nationalShare65',
    rule: 'Cohorts of the start with the death rates of 2023, over the residents of the path',
    of: ahead.map(String),
    unit: 0.0001,
    value: year => old(Number(year)) / (residents(Number(year)) * at('CN', 'residentsTotal', 2023)),
  },
  {
    figure: 'nationalInflation',
    rule: 'Mean deflator of output of the ten years 2016 to 2025: prices are taken to be back at it when the projections of five years end',
    of: ['2031'],
    unit: 0.0001,
    value: () => mean(Array.from({ length: 10 }, (_, later) => deflator(2016 + later))),
  },
  {
    figure: 'nationalFarmGrowth',
    rule: 'National growth of the path, times the growth of primary value added over that of output in the ten years 2016 to 2025',
    of: ['2027', '2029', '2040'],
    unit: 0.0001,
    value: year => point('nationalGrowth', year) * (lastTen('primaryOutputGrowth') / lastTen('outputGrowth')),
  },
  {
    figure: 'nationalFertility',
    rule: 'Marriages of 2025 over those of 2023, to the power by which births followed them in 2025 (.87)',
    of: ['2026'],
    unit: 0.001,
    value: () => (at('CN', 'marriages', 2025) / at('CN', 'marriages', 2023)) ** birthsFromMarriages(),
  },
]

/** Spending over income in the household survey. */
const spendingRate = (year: number): number => at('CN', 'consumptionPerHead', year) / at('CN', 'incomePerHead', year)

/** The same had nothing been closed: the straight line through years without closures, two before and two after. */
const openRate = (year: number): number => {
  const open = [2017, 2019, 2023, 2025]
  const [slope, level] = leastSquares(
    'spending over income',
    ['slope', 'level'],
    open.map(spendingRate),
    open.map(one => [one - 2021, 1]),
  ).estimates
  return level.value + slope.value * (year - 2021)
}

/** Growth of the last quarter on that of the year before, beyond growth of the year. */
const growthWithin = (year: number): number =>
  at('CN', 'outputGrowthLastQuarter', year) - at('CN', 'outputGrowthAnnounced', year)

const pandemic = ['2020', '2021', '2022', '2023']

/** Output lost in a year against even growth within it and the year before: its growth gives the change of the loss. */
const outputLost = (year: number): number => {
  const within = (one: number): number => history('nationalGrowth', one) + (one < 2020 ? 0 : growthWithin(one))
  return year < 2020
    ? 0
    : outputLost(year - 1) + mean([within(year - 1), within(year)]) - history('nationalGrowth', year)
}

/** A year over 2023, on which the paths of trade with Russia are measured. */
const overBase = (of: (year: number) => number, year: number): number => of(year) / of(2023)

/** Cars made in the country that were sold in Russia. */
const carsSold = (year: number): number => history('russianCarMarket', year) * history('chineseCarShare', year)

/** Value of cars sent to Russia by the paths, in billions of yuan. */
const carsSent = (year: number): number =>
  at('CN', 'exportsRussiaCars', 2023) * overBase(carsSold, year) * history('carStocking', year)

/** Years of national paths before the start. */
export const nationalYears: readonly Derivation[] = [
  {
    figure: 'nationalGrowthWithin',
    rule: 'Growth of the last quarter less that of the year, as announced',
    of: pandemic,
    unit: 0.0001,
    value: year => growthWithin(Number(year)),
  },
  {
    figure: 'nationalOutputLost',
    rule: 'Output lost in the year before, and mean growth within both years less growth of the year',
    of: pandemic,
    unit: 0.0001,
    value: year => outputLost(Number(year)),
  },
  {
    figure: 'spendingLost',
    rule: 'Spending over income of the household survey in the nation, below the straight line through 2017, 2019, 2023 and 2025',
    of: ['2020', '2021', '2022'],
    unit: 0.0001,
    value: year => 1 - spendingRate(Number(year)) / openRate(Number(year)),
  },
  {
    figure: 'carStocking',
    rule: 'Value of cars sent to Russia by customs, over cars made in the country that were sold there, 2023 = 1',
    of: ['2019', '2021', '2022'],
    unit: 0.01,
    value: year => overBase(one => at('CN', 'exportsRussiaCars', one), Number(year)) / overBase(carsSold, Number(year)),
  },
  {
    figure: 'russiaDemand',
    rule: 'Exports of the nation to Russia in yuan less cars, 2023 = 1',
    of: Array.from({ length: 8 }, (_, later) => String(2015 + later)),
    unit: 0.0001,
    value: year => overBase(one => at('CN', 'exportsRussia', one) - carsSent(one), Number(year)),
  },
]
