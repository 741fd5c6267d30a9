/** The course of a region in five pictures, as published and under current policy: factories, the young, people, money, debt. */

import { readRun } from '../../engine/run/reader.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import { addressedLabels, addressedVariable } from '../../language/address.ts'
import { readingOf } from '../../outcomes/catalogue.ts'
import { shareOf } from '../answer/standing.ts'
import type { Band } from '../words/numbers.ts'
import { lastYear } from '../words/outcomes.ts'
import { outcomesIn } from '../policies/goal/targets.ts'
import type { OutcomeReading, RunTrials } from '../policies/goal/trials.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { publishedOf } from '../region/whole-nation.ts'
import { bandOf, sumOf } from '../runs/quantiles.ts'
import { yearsFrom } from '../runs/years.ts'

interface Source {
  /** A variable of the model, summed over the areas where it is one of theirs; over that of another one where two are named. */
  readonly reads?: readonly [of: string] | readonly [of: string, over: string]
  /** Series that are published of each area; the last one is what the others are shares of, where there are several. */
  readonly series: readonly string[]
}

/** Each is a cause of the next. The model counts more debts than are published. */
const sources = {
  share: { reads: ['regionOutput', 'nationalOutput'], series: ['nominalOutput'] },
  factories: { series: ['employedSecondary'] },
  young: { reads: ['regionBirths'], series: ['births'] },
  people: { reads: ['regionResidents'], series: ['residentsTotal'] },
  money: { reads: ['regionOwnRevenue', 'publicExpenditure'], series: ['ownRevenue', 'publicExpenditure'] },
  debt: { reads: ['regionDebtToGdp'], series: ['provincialBonds', 'vehicleDebt', 'nominalOutput'] },
} as const satisfies Readonly<Record<string, Source>>

export type PictureName = keyof typeof sources
/** Those that are an outcome of the catalogue, or the share of the nation that the answer begins with. */
export const outcomeOf: Partial<Readonly<Record<PictureName, string>>> = {
  share: 'share',
  young: 'births',
  people: 'population',
  debt: 'debtToGdp',
}
export const pictureNames = Object.keys(sources) as PictureName[]

export type ByYear<Value> = Readonly<Record<number, Value>>

/** The central projection, which every page shows, and the middle of simulations around it. */
export interface Projected extends Band {
  readonly central: number
}

/** By year: as published of all areas, and under current policy after the last year that was published. */
export interface Picture {
  readonly id: PictureName
  readonly published: ByYear<number>
  readonly simulated: ByYear<Projected>
  /** Ids of those who published it. */
  readonly sources: readonly string[]
}

/** A picture needs two years to show a course. */
const fewest = 2

export const storyOf = async (
  open: OpenRegion,
  assumptions: Assumptions,
  trialsOf: (readings: readonly OutcomeReading[]) => Promise<RunTrials>,
  members: number,
): Promise<Picture[]> => {
  const { region, simulator, linked } = open
  const years = yearsFrom(Math.floor(region.start), Math.min(lastYear, simulator.horizon.end - 1))
  // A whole nation has no share in itself.
  const share = region.flows === undefined ? shareOf(open) : undefined
  const published = (id: PictureName): ByYear<number> => {
    if (id === 'share') return share?.past ?? {}
    const { series }: Source = sources[id]
    const known = series.map(name => publishedOf(region, name))
    const all = [...new Set(region.series.flatMap(one => (one.series === series[0] ? [one.year] : [])))].toSorted()
    const values = all.map(year => {
      const sums = known.map(one => sumOf(region.areas.map(area => one(area, year))))
      return [year, sums.length === 1 ? sums[0]! : sumOf(sums.slice(0, -1)) / sums.at(-1)!] as const
    })
    return Object.fromEntries(values.filter(([, value]) => Number.isFinite(value)))
  }
  const pasts = new Map(pictureNames.map(id => [id, published(id)]))
  const told = pictureNames.filter(id => Object.keys(pasts.get(id)!).length >= fewest)
  const readings: OutcomeReading[] = []
  const places = new Map<string, readonly number[]>()
  for (const name of new Set(told.flatMap((id): readonly string[] => (sources[id] as Source).reads ?? []))) {
    const { unit } = linked.variables.get(name)!
    // The end of the year for people and debt, as on every other page.
    const when = readingOf({ name, unit }) === 'end' ? 'Q4' : ''
    for (const year of years) {
      const outcomes = outcomesIn(open, `${name}@${year}${when}`)
      const first = readings.push(...outcomes.map(outcome => ({ outcome }))) - outcomes.length
      places.set(
        `${name} ${year}`,
        outcomes.map((_, at) => first + at),
      )
    }
  }
  const [values = []] = await (await trialsOf(readings))([{}])
  const central = readRun(
    simulator.run({ assumptions, record: readings.map(({ outcome }) => addressedVariable(outcome.series)) }),
  )
  /** In a simulation, or in the central projection. */
  const read = (name: string, year: number, member: number | undefined): number =>
    sumOf(
      places.get(`${name} ${year}`)!.map(at => {
        if (member !== undefined) return values[at]![member]!
        const { series } = readings[at]!.outcome
        const how = readingOf(linked.variables.get(name)!) === 'end' ? 'last' : 'mean'
        return central[how](addressedVariable(series), year, ...addressedLabels(series))
      }),
    )
  const simulated = (id: PictureName): ByYear<Projected> => {
    const [of, over] = (sources[id] as Source).reads ?? []
    if (of === undefined) return {}
    const scale = id === 'share' ? share!.ofWeight : 1
    const last = Math.max(...Object.keys(pasts.get(id)!).map(Number))
    const value = (year: number, member?: number): number =>
      (scale * read(of, year, member)) / (over === undefined ? 1 : read(over, year, member))
    // A year that was published has one figure.
    const after = years.filter(year => year > last)
    return Object.fromEntries(
      after.map(year => {
        const all = Array.from({ length: members }, (_, member) => value(year, member))
        return [year, { ...bandOf(all), central: value(year) }]
      }),
    )
  }
  const isOf = (id: PictureName, series: string): boolean => (sources[id].series as readonly string[]).includes(series)
  // Jobs stand in where the share of the nation is not known.
  return told
    .filter(id => id !== 'factories' || !told.includes('share'))
    .map(id => ({
      id,
      published: pasts.get(id)!,
      simulated: simulated(id),
      sources: [
        ...new Set(
          region.series
            .filter(one => isOf(id, one.series) && region.areas.includes(one.area))
            .map(({ source }) => source),
        ),
      ],
    }))
}
