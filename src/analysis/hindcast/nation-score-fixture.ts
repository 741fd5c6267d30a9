/** Forecasts of the 31 provinces of China from past years, and what was published of them. */

import { fileURLToPath } from 'node:url'
import { exp, ln } from '../../language/elementary.ts'
import { model } from '../../model/index.ts'
import { countryPacks } from '../../regions/country/packs.ts'
import { loadRegion } from '../../regions/load.ts'
import { readPast } from '../../regions/past.ts'
import { ownPacks, readFrom } from '../../regions/read.ts'
import { readTargets } from '../../regions/targets.ts'
import { openData, requiredData } from '../region/simulation.ts'
import { buildLinked } from '../region/wasm-region.ts'
import { nationScore, type Score, type ScoredNation } from './area-forecasts-fixture.ts'
import { drawInputs, type Movement, reopen } from './reopen.ts'

const country = readFrom(fileURLToPath(new URL('../../../countries/CN', import.meta.url)))
const { files } = countryPacks(country, 'CN', readFrom(ownPacks), { handmade: true })
const read = (path: string): string | undefined => files.get(path)
const open = openData(loadRegion(read, 'CN-all', requiredData(model), { parameters: 'priors' }), {}, read)
const { areas } = open.region

/** Published series by target: money is added over provinces, a price is sales value over floor. */
const seriesOf = {
  output: 'outputIndex',
  residentsTotal: 'residentsTotal',
  ownRevenue: 'ownRevenue',
  homeSales: 'homeSales',
  housePrice: 'housePrice',
} as const
export type Scored = keyof typeof seriesOf

const published = new Map(open.region.series.map(one => [`${one.area} ${one.series} ${one.year}`, one.value]))
const at = (area: string, series: string, year: number): number =>
  published.get(`${area} ${series} ${year}`) ?? Number.NaN
const sum = (values: readonly number[]): number => values.reduce((so, one) => so + one, 0)

const { context } = open.region
const firstYear = Math.min(...open.region.series.filter(one => one.area === context).map(one => one.year))

/**
 * Log level of the nation: the sum of the provinces, and of output the nation's own figure, which the model is given as
 * well; the sum of what provinces announced was 1.6 to 2 points a year above it before 2014, which nobody could know.
 */
const nation = (target: Scored, year: number): number => {
  if (target === 'output') {
    const known = Array.from({ length: year - firstYear + 1 }, (_, after) => firstYear + after)
    return sum(known.map(one => ln(1 + at(context, 'outputGrowth', one))))
  }
  const all = (series: string): number => sum(areas.map(area => at(area, series, year)))
  if (target === 'housePrice') return ln(all('homeSalesValue') / all('homeSales'))
  return ln(all(seriesOf[target]))
}

const years = 5
const origins = Array.from({ length: 14 }, (_, after) => 2007 + after)

export interface Control {
  /** Growth of weight in the nation from 2014 to 2024, 1/year: as it was, and as forecast from 2015. */
  readonly actual: number
  readonly forecast: number
}

/** Each province by its id: a test of the verdict on ten years of which it knew nothing. */
export const controlNation = (): Readonly<Record<string, Control>> => {
  const [from, to] = [2014, 2024]
  const horizon = to - from
  const [past, targets] = [readPast(read, open.region), readTargets(read, open.region)]
  const inputs = drawInputs(open, { seed: 1, members: 0, years: horizon })
  const { central } = reopen(open, past, targets, from + 1, { years: horizon, built: buildLinked(open.linked), inputs })
  const against = (moved: (area: string) => number): ((area: string) => number) => {
    const size = (area: string): number => at(area, 'nominalOutput', from)
    const all = sum(areas.map(area => size(area) * exp(moved(area)))) / sum(areas.map(size))
    return area => (moved(area) - ln(all)) / horizon
  }
  const actual = against(area => ln(at(area, 'outputIndex', to) / at(area, 'outputIndex', from)))
  const forecast = against(area => central('output', area, to)!)
  return Object.fromEntries(areas.map(area => [area, { actual: actual(area), forecast: forecast(area) }]))
}

/** Five years ahead, from 2007 to 2020, central parameters. */
export const scoreNation = (): Record<Scored, Score> => {
  const [past, targets, built] = [readPast(read, open.region), readTargets(read, open.region), buildLinked(open.linked)]
  const inputs = drawInputs(open, { seed: 1, members: 0, years })
  const moved = new Map<number, Movement>(
    origins.map(start => [start, reopen(open, past, targets, start, { years, built, inputs }).central]),
  )
  const china: ScoredNation = {
    areas,
    level: (target, area, year) => ln(at(area, seriesOf[target as Scored], year)),
    ofAll: (target, year) => nation(target as Scored, year),
    moved: start => moved.get(start)!,
  }
  const spans = origins.map(start => [start, start - 1 + years] as const)
  return Object.fromEntries(
    (Object.keys(seriesOf) as Scored[]).map(name => [name, nationScore(china, name, spans)!]),
  ) as Record<Scored, Score>
}
