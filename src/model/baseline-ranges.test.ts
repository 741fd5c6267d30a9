/**
 * The baseline of the Northeast reads as an economist would expect: each path lies in a range that the record, the path
 * of the nation or physical limits give. The reason stands beside the range; what lies outside is a finding.
 */

import { baselineFindings } from './baseline-findings-fixture.ts'
import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { type Reader, readRun } from '../engine/run/reader.ts'
import { complaint, type Expectation, unusedFindings } from './findings-fixture.ts'
import { regimes } from './regimes.ts'

const { region, simulator } = openRegion('northeast')
const { areas, start } = region
const record = [
  'births netMigration residentsTotal share65 unemploymentRate inflation savingRate consumptionToGdp pensionGapToGdp',
  'output nominalOutput nationalOutput nationalResidents centralTransfers ownRevenue debtToGdp regionDebtToGdp',
  'landRevenue housePrice homeSales monthsOfSupply grain crudeOil fineDust closing(netForeign)',
].flatMap(names => names.split(' '))
const runs = new Map(
  regimes.map(({ id, assumptions }): [string, Reader] => [id, readRun(simulator.run({ assumptions, record }))]),
)
const baseline = runs.get('formula')!

const mean: OmitThisParameter<Reader['mean']> = (...asked) => baseline.mean(...asked)
const total = (name: string, year: number): number => areas.reduce((sum, area) => sum + mean(name, year, area), 0)
const yearsFrom = (from: number, to = 2040): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)
/** Yearly growth in per cent (of logs). */
const growth = (of: (year: number) => number, from: number, to: number): number =>
  (100 * Math.log(of(to) / of(from))) / (to - from)
const least = (values: readonly number[]): number => Math.min(...values)
const most = (values: readonly number[]): number => Math.max(...values)
/** The value of a ratio in a year in per cent. */
const percent = (name: string, year: number, area: string): number => 100 * mean(name, year, area)
const changeOf = (name: string, area: string, from: number, to: number): number =>
  (mean(name, to, area) / mean(name, from, area) - 1) * 100
const perHead = (year: number): number => total('output', year) / total('residentsTotal', year)
const perHeadOfNation = (year: number): number => mean('nationalOutput', year) / mean('nationalResidents', year)
const transfers = (regime: string, area: string): number => {
  const run = runs.get(regime)!
  return (100 * run.mean('centralTransfers', 2040, area)) / run.mean('nominalOutput', 2040, area)
}

interface Path extends Expectation {
  readonly why: string
  readonly measured: number
}

const paths: Path[] = []
const path = (id: string, what: string, measured: number, [from, to]: readonly [number, number], why: string): void => {
  paths.push({ id, what, measured, from, to, why })
}
type Ranges = readonly [ln: readonly [number, number], jl: readonly [number, number], hl: readonly [number, number]]
const eachArea = (id: string, what: string, measured: (area: string) => number, ranges: Ranges, why: string): void => {
  areas.forEach((area, at) => path(id, `${what} in ${area}`, measured(area), ranges[at]!, why))
}
const same = (from: number, to: number): Ranges => [
  [from, to],
  [from, to],
  [from, to],
]

// people
eachArea(
  'people',
  'net migration in 2030, thousand a year',
  area => 1000 * mean('netMigration', 2030, area),
  [
    [-90, 20],
    [-140, -50],
    [-170, -70],
  ],
  'As at the start (-8, -84 and -122): no cause turns it within years. Liaoning had -49 to 86 in 2023-25.',
)
eachArea(
  'people',
  'net migration in 2040, thousand a year',
  area => 1000 * mean('netMigration', 2040, area),
  [
    [-80, 60],
    [-120, -20],
    [-130, -20],
  ],
  'Fewer young people are left to leave, the old follow fewer children, and wages rise against the nation as hands ' +
    'grow scarce.',
)
path(
  'people',
  'net migration of the region, most in a year to 2040, thousand',
  most(yearsFrom(start).map(year => 1000 * total('netMigration', year))),
  [-220, 0],
  'It loses 214 at the start; a baseline in which it gains people would need a cause.',
)
eachArea(
  'people',
  'residents in 2040, million',
  area => mean('residentsTotal', 2040, area),
  [
    [33.8, 37],
    [17.6, 19.8],
    [22.3, 25.5],
  ],
  'Deaths exceed births by 400 thousand a year at the start and by more as the large cohorts of 1955-75 grow old.',
)
eachArea(
  'people',
  'share of 65 and over in 2040, %',
  area => percent('share65', 2040, area),
  same(34.5, 40.5),
  'Those who will be 65 live here already; migration and deaths move it by a few points at most.',
)
eachArea(
  'people',
  'births in 2030, thousand',
  area => 1000 * mean('births', 2030, area),
  [
    [95, 150],
    [52, 90],
    [50, 95],
  ],
  'From 180, 97 and 102 in 2024, a good year, with fewer women of 20-39 in each later one.',
)

// growth
const gapPerHead = (from: number, to: number): number => growth(perHead, from, to) - growth(perHeadOfNation, from, to)
path(
  'growth',
  'growth per head 2025-40 less that of the nation, points',
  gapPerHead(2025, 2040),
  [-0.6, 0.1],
  'The gap per head was -.35, +.15 and +.47 in 2001-24 and -.44, -.22 and +.11 in 2017-24.',
)
// A mean can be right because a gap at one end makes up for one at the other.
path(
  'growth',
  'growth per head of 2026, 2027 and 2028 less that of the nation, points',
  gapPerHead(start, start + 3),
  [-0.9, 0.4],
  'Means of three years from 2014 on lay between -.9 and .4.',
)
path(
  'growth',
  'growth per head 2036-40 less that of the nation, points',
  gapPerHead(2035, 2040),
  [-1, 0.4],
  'No cause makes the region outgrow the nation in the end; as hands grow scarce its people gain a little at most.',
)
eachArea(
  'growth',
  'growth per head 2025-40 less that of the nation, points',
  area =>
    growth(year => mean('output', year, area) / mean('residentsTotal', year, area), 2025, 2040) -
    growth(perHeadOfNation, 2025, 2040),
  same(-1, 0.5),
  'As the region, with room for what sets a province apart.',
)
eachArea(
  'growth',
  'growth 2025-30, % a year',
  area => growth(year => mean('output', year, area), 2025, 2030),
  same(1.5, 4.5),
  'The nation grows by 3.9 % on its path; the region grew by 1 to 1.6 points less in 2017-24.',
)
eachArea(
  'growth',
  'growth 2035-40, % a year',
  area => growth(year => mean('output', year, area), 2035, 2040),
  same(-0.5, 2),
  'The nation at 2.3 % on its path, and people in the region that become fewer by 1 % a year and more.',
)
eachArea(
  'growth',
  'unemployment, least in a year, %',
  area => 100 * least(yearsFrom(2025).map(year => mean('unemploymentRate', year, area))),
  same(3.5, 6.5),
  'It was 4.9 to 5.9 % in 2024; the nation stays at 5.0 to 5.2 % on its path.',
)
eachArea(
  'growth',
  'unemployment, most in a year, %',
  area => 100 * most(yearsFrom(2025).map(year => mean('unemploymentRate', year, area))),
  same(4.5, 7.5),
  'As the least; there is no crisis in the baseline.',
)
eachArea(
  'growth',
  'inflation, mean 2028-40, % a year',
  area =>
    growth(year => Math.exp(baseline.meanOver('inflation', 2028, year + 1, area) * (year + 1 - 2028)), 2028, 2040),
  same(0.5, 3),
  'The nation returns to 1.6 to 1.8 % on its path; wages rise faster where workers are scarce.',
)
eachArea(
  'growth',
  'saving of households in 2040, %',
  area => percent('savingRate', 2040, area),
  same(14, 33),
  'Between a quarter and a third in 2023-24; older people save less.',
)
eachArea(
  'growth',
  'consumption over output in 2040, %',
  area => percent('consumptionToGdp', 2040, area),
  [
    [42, 60],
    [44, 62],
    [53, 75],
  ],
  'From 43, 46 and 53 % in 2024, rising as the old become more.',
)

// public finance
const transferRanges: Readonly<Record<string, Ranges>> = {
  freeze: [
    [3.8, 7],
    [9.5, 15.5],
    [14, 21],
  ],
  formula: [
    [7.5, 12],
    [16, 24],
    [22, 31],
  ],
  constantShare: [
    [10, 13],
    [20, 25],
    [26, 32],
  ],
}
for (const { id } of regimes)
  eachArea(
    'transfers',
    `transfers over output in 2040, regime ${id}, %`,
    area => transfers(id, area),
    transferRanges[id]!,
    'From 11, 22 and 28 % in 2024: halved where the pool stands still, kept where they are a share.',
  )
eachArea(
  'banks',
  'net claims of banks outside over output at the end of 2040',
  area => baseline.at('closing(netForeign)', 2040.75, area) / mean('nominalOutput', 2040, area),
  same(-1.6, 1.6),
  'What is saved beyond what is lent and spent here is lent elsewhere: .46, -.05 and .47 at the start.',
)
eachArea(
  'public finance',
  'own revenue over output in 2040, %',
  area => (100 * mean('ownRevenue', 2040, area)) / mean('nominalOutput', 2040, area),
  [
    [7, 10],
    [6, 9.5],
    [6, 10],
  ],
  'Between 6.5 and 10.9 % in 2018-24, 8.3 to 8.9 in 2024; nothing in current policy moves it.',
)
eachArea(
  'public finance',
  'debt over output in 2040, %',
  area => percent('debtToGdp', 2040, area),
  [
    [42, 80],
    [95, 140],
    [65, 110],
  ],
  'From 52, 101 and 70 % in 2024: quotas of 3 to 6 % of output against growth at current prices of 3 to 4 %.',
)
path(
  'public finance',
  'debt over output of the region, 2040 less 2025, points',
  100 * (mean('regionDebtToGdp', 2040) - mean('regionDebtToGdp', start)),
  [0, 30],
  'Bonds alone rose by 2 to 4 points a year in 2017-24; hidden debt is swapped since 2024 and may not grow.',
)
eachArea(
  'public finance',
  'pension gap over output in 2040, %',
  area => percent('pensionGapToGdp', 2040, area),
  [
    [5.5, 9.5],
    [6.5, 10.5],
    [9.5, 15.5],
  ],
  'From 6, 7 and 10 % by the funds of 2024: contributors per pensioner fall in spite of later retirement.',
)

// homes
eachArea(
  'homes',
  'house price, largest fall in a year after 2025, %',
  area => least(yearsFrom(2026).map(year => changeOf('housePrice', area, year - 1, year))),
  same(-7, 0),
  'Second-hand homes of the capitals lost 7 to 8 % in 2024; the nation loses 3.5 % in 2026 on its path.',
)
eachArea(
  'homes',
  'house price, largest rise in a year after 2025, %',
  area => most(yearsFrom(2026).map(year => changeOf('housePrice', area, year - 1, year))),
  same(0, 7),
  'No boom with fewer people every year.',
)
eachArea(
  'homes',
  'house price, change 2025-40, %',
  area => changeOf('housePrice', area, 2025, 2040),
  same(-15, 30),
  'Wages about double at current prices, but the nation gains a few per cent only on its path, with fewer buyers here.',
)
eachArea(
  'homes',
  'home sales, change 2025-40, %',
  area => changeOf('homeSales', area, 2025, 2040),
  same(-78, -30),
  'The national market falls to .62 of its volume of 2023 on its path, and people of 25-49 become fewer faster here.',
)
eachArea(
  'homes',
  'land revenue in 2040, bn',
  area => mean('landRevenue', 2040, area),
  [
    [10, 36],
    [9, 36],
    [2, 8],
  ],
  'Between a third of 2024 and a third of 2020 (121, 95 and 40 bn), which will not come back.',
)
eachArea(
  'homes',
  'months of supply, fewest in a year to 2040',
  area => least(yearsFrom(2025).map(year => mean('monthsOfSupply', year, area))),
  same(10, 30),
  'Eighteen are normal (14 to 22), with what is being built; half of that would be a shortage, with fewer people.',
)

// nature
path(
  'nature',
  'grain harvest in 2040, million tonnes',
  total('grain', 2040),
  [150, 180],
  'About 146 in 2024 on all the arable land there is; yields grow by .4 to 1.4 % a year.',
)
path(
  'nature',
  'grain harvest, largest rise in a year, %',
  most(yearsFrom(start + 1).map(year => (total('grain', year) / total('grain', year - 1) - 1) * 100)),
  [0.2, 1.5],
  'The same yields.',
)
eachArea(
  'nature',
  'fine dust in 2040, ug/m3',
  area => mean('fineDust', 2040, area),
  [
    [18, 28],
    [15, 24],
    [14, 24],
  ],
  'It follows the nation, whose path goes from 29 in 2024 to 25.5 in 2030 and 21 in 2040.',
)
path(
  'nature',
  'crude oil of Heilongjiang in 2030, million tonnes',
  mean('crudeOil', 2030, 'CN-HL'),
  [29, 30.5],
  'Daqing is to hold 30 million tonnes to 2030.',
)
path(
  'nature',
  'crude oil of Heilongjiang in 2040, million tonnes',
  mean('crudeOil', 2040, 'CN-HL'),
  [22, 29],
  'After that old fields fall by .5 to 2.5 % a year.',
)

describe('the baseline', () => {
  it.each(paths)('$id: $what', one => {
    expect(complaint(one, one.measured, baselineFindings), one.why).toBe('')
  })

  it('has no finding of which no path speaks', () => {
    expect(unusedFindings(paths, baselineFindings)).toEqual([])
  })
})
