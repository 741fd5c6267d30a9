/**
 * Derives the priors of how an area grows against the nation, and of how its prices and wages respond. Run with
 * `node tools/derivations/responses.ts`: it prints what was used and what came out. Provinces compared with the
 * Northeast are taken where its own series would be used twice, because the parameters are fitted to them.
 */

import type { Prior } from '../../src/language/declare.ts'
import { ln } from '../../src/language/elementary.ts'
import { at, figure, areas31, found, history, mean, northeast, of31, others31, priorOf, rounded } from './derivation.ts'
import { panel, printed, type Regression } from './least-squares.ts'

const years = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, later) => from + later)

const deviation = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1))

const defined = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

/** Growth (log) of a series, of output and of its prices in a year, from the tables of the country. */
const grown = (area: string, name: string, year: number): number =>
  ln(of31(area, name, year) / of31(area, name, year - 1))
const growth = (area: string, year: number): number => ln(1 + of31(area, 'outputGrowth', year))
const priceGrowth = (area: string, year: number): number => grown(area, 'nominalOutput', year) - growth(area, year)

/**
 * Growth of the nation's output outside farming per worker outside farming, less that of all output per worker: people
 * who leave farms raise the second only. An area that follows it counts its own movement off farms besides.
 */
const leavingFarms = (from: number, to: number): number => {
  const nation = (name: string, year: number): number => found('CN', name, year) ?? at('CN', `${name}Yearbook`, year)
  const outside = (year: number): number => at('CN', 'employed', year) - at('CN', 'employedPrimary', year)
  const perYear = years(from + 1, to).map(year => {
    const share = nation('primaryOutput', year - 1) / nation('nominalOutput', year - 1)
    const [all, farms] = ['outputGrowth', 'primaryOutputGrowth'].map(name => ln(1 + at('CN', name, year)))
    return (all! - share * farms!) / (1 - share) - all!
  })
  const workers = ln(at('CN', 'employed', to) / at('CN', 'employed', from)) - ln(outside(to) / outside(from))
  return mean(perYear) + workers / (to - from)
}

/** Growth per head less that of the nation. */
const gapPerHead = (area: string, year: number): number =>
  growth(area, year) -
  ln(1 + at('CN', 'outputGrowth', year)) -
  grown(area, 'residentsTotal', year) +
  ln(history('nationalResidents', year) / history('nationalResidents', year - 1))

/**
 * The change that ten years may bring to the three provinces together: the scatter of the mean gaps per head of all
 * 31 over the ten years before the start, less where three of unlike size are averaged.
 */
const scatterOfGaps = (): number => {
  const sizes = northeast.map(area => at(area, 'nominalOutput', 2023))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const gaps = areas31.map(area => mean(years(2014, 2023).map(year => gapPerHead(area, year))))
  return deviation(gaps) * Math.sqrt(sizes.reduce((sum, size) => sum + (size / all) ** 2, 0))
}

/** Of the employed in the census of 2020: above this, prices of output are those of oil, coal and ores on world markets. */
const mostMiners = 0.01

/** Growth of the prices of output in the other provinces with few miners, with an effect of each year or without. */
const pricesOnGrowth = (yearEffects: boolean): Regression =>
  panel(
    `price of output, ${yearEffects ? 'with effects of years' : 'with that of the nation'}`,
    others31.filter(area => of31(area, 'employedShareMining', 2020) < mostMiners),
    years(2007, 2023),
    (area, year) => defined(priceGrowth(area, year)),
    {
      'growth beyond its mean': (area, year) =>
        defined(growth(area, year) - mean(years(year - 5, year - 1).map(one => growth(area, one)))),
      'a year before': (area, year) => defined(priceGrowth(area, year - 1)),
      ...(!yearEffects && { nation: (_area: string, year: number) => history('nationalInflation', year) }),
    },
    yearEffects,
  )

/** Growth of real wages over that of output per worker, in each of the other provinces. */
const wagesOnProductivity = (): number[] => {
  const total = (of: (year: number) => number): number => years(2007, 2019).reduce((sum, year) => sum + of(year), 0)
  return others31.map(
    area =>
      total(year => grown(area, 'wageUrbanUnits', year) - priceGrowth(area, year)) /
      total(year => growth(area, year) - grown(area, 'employed', year)),
  )
}

/** Part of market output that can come from anywhere: goods alone, and with trade, transport and finance. */
const boughtAnywhere = (): readonly [goods: number, withServices: number] => {
  const shareOf = (names: readonly string[]): number =>
    mean(
      northeast.map(area => {
        const output = (name: string): number => at(area, name, 2023)
        const oil = figure(area, 'oilOutputStart')
        const market = output('nominalOutput') - output('primaryOutput') - output('publicServicesOutput') - oil
        return (names.reduce((sum, name) => sum + output(name), 0) - oil) / market
      }),
    )
  return [shareOf(['industryOutput']), shareOf(['industryOutput', 'tradeOutput', 'transportOutput', 'financeOutput'])]
}

/** The other provinces with farms; two cities build over their fields. */
const farming = others31.filter(area => area !== 'CN-BJ' && area !== 'CN-SH')

const farmGrowth = (area: string, year: number): number => ln(1 + of31(area, 'primaryOutputGrowth', year))
const nationGrowth = (name: string, year: number): number => ln(1 + at('CN', name, year))

/** Growth of primary value added to 2018, over that of the nation. */
const farmsOverNation = (area: string): number =>
  mean(years(2001, 2018).map(year => farmGrowth(area, year))) /
  mean(years(2001, 2018).map(year => nationGrowth('primaryOutputGrowth', year)))

/** Yearly growth of primary value added on that of primary value added and of all output in the nation. */
const farmsOnNation = (areas: readonly string[]): Regression =>
  panel(
    'primary value added',
    areas,
    years(2001, 2018),
    farmGrowth,
    {
      'that of the nation': (_area, year) => nationGrowth('primaryOutputGrowth', year),
      'all output of the nation': (_area, year) => nationGrowth('outputGrowth', year),
    },
    false,
  )

/** Growth of primary value added beyond that of the nation: its mean of five years on that of the five before. */
const farmsGoOn = (areas: readonly string[]): Regression => {
  const beyond = (area: string, [from, to]: readonly [number, number]): number | undefined =>
    defined(mean(years(from, to).map(year => farmGrowth(area, year) - nationGrowth('primaryOutputGrowth', year))))
  return panel(
    'primary value added beyond that of the nation, five years',
    areas,
    years(2004, 2013),
    (area, year) => beyond(area, [year + 1, year + 5]),
    { 'the five before': (area, year) => beyond(area, [year - 4, year]) },
    false,
    false,
  )
}

/** The priors that the model stores, with the rule of each. */
export const responsePriors = (): Readonly<Record<string, Prior & { readonly rule: string }>> => {
  const slopes = [true, false].map(yearEffects => pricesOnGrowth(yearEffects).estimates[0]!)
  const wages = wagesOnProductivity()
  const [goods, withServices] = boughtAnywhere()
  const farms = farming.map(farmsOverNation)
  return {
    growthGap: {
      rule: 'Growth of output outside farming per worker outside farming less that of all output per worker in the nation, 2018 to 2022; as wide as ten years scatter between provinces',
      ...priorOf(leavingFarms(2017, 2022), scatterOfGaps(), 0.001),
    },
    priceFromDemand: {
      rule: 'Response of the prices of output to growth beyond the mean of five years in 19 other provinces with few miners: mean of two regressions, as wide as the less certain',
      ...priorOf(mean(slopes.map(({ value }) => value)), Math.max(...slopes.map(({ error }) => error)), 0.01),
    },
    farmsFromNation: {
      rule: '1, as the nation is the sum of its provinces; as wide as the growth of primary value added over that of the nation scatters about it in 26 other provinces, 2001 to 2018',
      ...priorOf(1, Math.sqrt(mean(farms.map(one => (one - 1) ** 2))), 0.01),
    },
    divertedDemand: {
      rule: 'Part of market output of the three provinces that can come from anywhere: goods (low), and with trade, transport and finance (high)',
      low: rounded(goods, 0.01),
      central: rounded((goods + withServices) / 2, 0.01),
      high: rounded(withServices, 0.01),
    },
    wageFromProductivity: {
      rule: 'Half-way between 1, at which the share of wages stays, and the growth of real wages over that of output per worker in 28 other provinces, 2007 to 2019; as wide as half of their scatter',
      ...priorOf((1 + mean(wages)) / 2, deviation(wages) / 2, 0.01),
    },
  }
}

if (import.meta.main) {
  for (const yearEffects of [true, false]) process.stdout.write(`${printed(pricesOnGrowth(yearEffects))}\n`)
  for (const areas of [farming, northeast]) process.stdout.write(`${printed(farmsOnNation(areas))}\n`)
  for (const areas of [farming, northeast]) process.stdout.write(`${printed(farmsGoOn(areas))}\n`)
  process.stdout.write(
    `primary value added over that of the nation: ${[...farming, ...northeast]
      .map(area => `${area} ${farmsOverNation(area).toFixed(2)}`)
      .join(', ')}\n`,
  )
  for (const [from, to] of [
    [2005, 2018],
    [2012, 2022],
    [2017, 2022],
  ] as const)
    process.stdout.write(
      `leaving farms, ${from} to ${to}: ${(100 * leavingFarms(from, to)).toFixed(2)} points a year\n`,
    )
  process.stdout.write(
    `wages over productivity: ${wagesOnProductivity()
      .map(one => one.toFixed(2))
      .join(', ')}\n`,
  )
  for (const [name, { rule, low, central, high }] of Object.entries(responsePriors()))
    process.stdout.write(`${name}: ${low}, ${central}, ${high}. ${rule}\n`)
}
