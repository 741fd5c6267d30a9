/**
 * Calculates residents and death rates by sex and single year of age on 1 January of past years, between one census and
 * the next.
 */

import { exp, ln, pow } from '../language/elementary.ts'
import {
  adjustedRates,
  type BySex,
  carriedOn,
  type Census,
  censusRates,
  deriveCohorts,
  floored,
  forSexes,
  type Sex,
  sexes,
  sum,
  survive,
  totalPeople,
  type Vital,
} from './cohorts.ts'
import { type FindVital, isCounted, parseCensus, readCounts } from './derivation.ts'
import { Folder } from './folder.ts'
import { messages as fault } from '../texts/region.ts'
import { messages as fix } from '../texts/fix.ts'
import { oldestAge, singleAges } from './graduate.ts'
import { PackError } from './problems.ts'
import { countedPeople } from './stale.ts'
import type { ReadText } from './types.ts'

export interface YearBefore {
  readonly births: number
  readonly deaths: number
  /** Closes the balance of the totals, which are those of the newest vintage. */
  readonly netMigration: number
  /** Closes the balance of the totals as first published with the natural growth then published: what yearly surveys saw. */
  readonly surveyedMigration?: number
  /** A census was taken: its total and the one before are of different counts. */
  readonly census?: true
}

/** A place on 1 January of a year. People are in millions. */
export interface PastYear {
  readonly year: number
  readonly population: BySex
  /** Unadjusted census rates of the year before, infants at least at the floor (the model's censusMortality). */
  readonly mortality: BySex
  /** Correction of these rates at high ages (the model's mortalityFactor). */
  readonly factor: number
  /** Official totals of the years from here on: revised to a census after them, or still those of yearly surveys. */
  readonly nextTotals: 'revised' | 'surveyed'
  /** Events of the year before; undefined for the first year. */
  readonly before?: YearBefore
}

/** Years that a newborn lives under the rates of single ages; above 100 the rate of 100 holds. */
const lifeExpectancyOf = (rates: readonly number[]): number => {
  let [alive, years] = [1, 0]
  for (const [age, rate] of rates.entries()) {
    years += age === oldestAge ? alive / rate : (alive * (1 - exp(-rate))) / rate
    alive *= exp(-rate)
  }
  return years
}

/** Mean of the sexes. */
export const lifeExpectancy = (mortality: BySex, factor: number): number =>
  sum(sexes.map(sex => lifeExpectancyOf(adjustedRates(mortality[sex], factor)))) / 2

/** The factor at which census rates give the official life expectancy: it falls as the factor rises. */
export const factorForLifeExpectancy = (mortality: BySex, official: number): number => {
  let [low, high] = [0.5, 6]
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (lifeExpectancy(mortality, middle) > official) low = middle
    else high = middle
  }
  return (low + high) / 2
}

interface Rates {
  readonly mortality: BySex
  readonly factor: number
}

/** One census on the 1 January that follows it, raised to the official total where there is one. */
interface Anchor extends Rates {
  readonly year: number
  readonly population: BySex
}

const scaled = (people: BySex, official: number): BySex => {
  if (Number.isNaN(official)) return people
  const scale = official / totalPeople(people)
  return forSexes(sex => people[sex].map(count => count * scale))
}

const anchorOf = (census: Census, censusYear: number, find: FindVital, known?: Rates): Anchor => {
  const people = forSexes(sex => singleAges(census.persons[sex], census.lag))
  for (const sex of sexes) people[sex][0]! += find('lateBirths', censusYear) / 2
  const mortality = floored(censusRates(census))
  const rates = known ?? {
    mortality,
    factor: factorForLifeExpectancy(mortality, find('lifeExpectancy', censusYear)),
  }
  const population = scaled(people, find('populationYearEnd', censusYear, Number.NaN))
  return { year: censusYear + 1, population, ...rates }
}

const between = (low: number, high: number, share: number): number => exp(ln(low) * (1 - share) + ln(high) * share)

/** Death rates of the year that ends at `share` of the way from one census to the next. */
const ratesBetween = (from: Anchor, to: Anchor, share: number): Rates => ({
  mortality: forSexes(sex => from.mortality[sex].map((rate, age) => between(rate, to.mortality[sex][age]!, share))),
  factor: between(from.factor, to.factor, share),
})

type Carried = Omit<PastYear, 'nextTotals'>

/**
 * The years from one census to the next. Survivors of the first are carried forward with births and deaths alone; what
 * each cohort lacks or has too much at the second (movement, and errors of either count) builds up geometrically over
 * the years since the first, or since its birth. Each year is then scaled to its official total, where there is one.
 */
const decade = (from: Anchor, to: Anchor, find: FindVital): Carried[] => {
  const length = to.year - from.year
  const girls = 1 / (1 + find('sexRatioAtBirth', to.year - 1))
  const closed: Record<Sex, readonly number[]>[] = [{ ...from.population }]
  const rates = [ratesBetween(from, to, 0)]
  const survival = (since: number, people: BySex): { people: Record<Sex, number[]>; deaths: number } => {
    const births = find('births', from.year + since - 1)
    const { mortality, factor } = rates[since]!
    const hazards = forSexes(sex => adjustedRates(mortality[sex], factor))
    const born = { female: births * girls, male: births * (1 - girls) }
    const after = forSexes(sex => survive(people[sex], hazards[sex], born[sex] * exp(-0.5 * hazards[sex][0]!)))
    return { people: after, deaths: totalPeople(people) + births - totalPeople(after) }
  }
  for (let since = 1; since <= length; since++) {
    rates.push(ratesBetween(from, to, since / length))
    closed.push(survival(since, closed[since - 1]!).people)
  }
  const atEnd = closed[length]!
  const cohort = (sex: Sex, age: number, since: number): number => {
    const later = Math.min(oldestAge, age + length - since)
    const ratio = to.population[sex][later]! / atEnd[sex][later]!
    const lived = age >= since ? since : age + 0.5
    return closed[since]![sex][age]! * pow(ratio, lived / (lived + length - since))
  }
  const years: Carried[] = []
  for (let since = 0; since <= length; since++) {
    const year = from.year + since
    const bridged = forSexes(sex => closed[since]![sex].map((_, age) => cohort(sex, age, since)))
    const population =
      since === length ? to.population : scaled(bridged, find('populationYearEnd', year - 1, Number.NaN))
    const previous = years.at(-1)
    if (previous === undefined) years.push({ year, population, ...rates[since]! })
    else {
      const { people, deaths } = survival(since, previous.population)
      const births = find('births', year - 1)
      const firstPublished = (of: number): number => find('populationYearEndFirstPublished', of, Number.NaN)
      const [opened, ended] = [firstPublished(year - 2), firstPublished(year - 1)]
      // Their own natural growth: deaths that surveys missed are in their totals still, and nobody arrived for them.
      const surveyedMigration = ended - opened - (find('naturalGrowth', year - 1, Number.NaN) * (opened + ended)) / 2
      const before = {
        births,
        deaths,
        netMigration: totalPeople(population) - totalPeople(people),
        ...(Number.isNaN(surveyedMigration) ? {} : { surveyedMigration }),
        ...(since === length ? { census: true as const } : {}),
      }
      years.push({ year, population, ...rates[since]!, before })
    }
  }
  return years
}

/** The counts of people in a year from series.csv: births, deaths, and residents at its end. */
export type FindCounted = (series: (typeof countedPeople)[number], year: number) => number | undefined

/**
 * The years after the pack's own start, as far as they are counted: the cohorts of the year before a year older, with
 * death rates by age at the level that gives the deaths counted, the births, and movers by age for the rest of the total.
 */
const countedSince = (last: Carried, vital: Vital, find: FindCounted): Carried[] => {
  const [births, deaths, populationYearEnd] = countedPeople.map(series => find(series, last.year))
  if (births === undefined || deaths === undefined || populationYearEnd === undefined) return []
  const girls = 1 / (1 + vital.sexRatio)
  const alive = births * vital.newbornSurvival
  const born = { female: alive * girls, male: alive * (1 - girls) }
  const hazards = forSexes(sex => adjustedRates(last.mortality[sex], last.factor))
  const { level, netMigration, population } = carriedOn(last.population, hazards, { born, deaths, populationYearEnd })
  const next: Carried = {
    year: last.year + 1,
    population,
    mortality: forSexes(sex => last.mortality[sex].map(rate => rate * level)),
    factor: last.factor,
    before: { births, deaths, netMigration },
  }
  return [next, ...countedSince(next, vital, find)]
}

const yearOf = (moment: string): number => Number(moment.slice(0, 4))

/**
 * A place on 1 January of each year from the one after its first past census to the start of its pack, from
 * census.csv, the past censuses and vital.csv in its folder. Deaths are under-registered: rates of the past censuses
 * are corrected at high ages so that life expectancy is the official one, those of the last as in cohorts.csv; in
 * between the logarithms run straight. With `counted`, years follow the start of the pack as far as they are counted.
 * Throws a PackError.
 */
export const pastYears = (read: ReadText, id: string, counted: FindCounted = () => undefined): PastYear[] => {
  const folder = new Folder(read)
  const { problems } = folder
  const fail = (): never => {
    throw new PackError(id, problems)
  }
  const region = folder.region(id, fix.addPastPeople())
  if (region === undefined || problems.length > 0) return fail()
  if (!isCounted(region)) {
    const file = `${id}/region.json`
    problems.push({ file, field: 'census', message: fault.noCensus(), fix: fix.describeCensuses() })
    return fail()
  }
  folder.readSources()
  const counts = readCounts(folder, region)
  const past = region.pastCensuses.map(({ moment }) => {
    const year = yearOf(moment)
    return { year, census: parseCensus(folder.table(`${id}/census-${year}.csv`, fix.addPastPeople()), moment) }
  })
  if (counts === undefined || problems.length > 0) return fail()
  const { census: latest, vital, find } = counts
  const { history, mortality, factor, netMigration, deaths } = deriveCohorts(latest, vital)
  const ratesAt = (level: number): Rates => ({
    mortality: forSexes(sex => mortality[sex].map(rate => rate * level)),
    factor,
  })
  const levelAfter = vital.years[0]?.mortalityLevel ?? 1
  const anchors = [
    ...past.map(({ year, census }) => anchorOf(census!, year, find)),
    anchorOf(latest, yearOf(region.census.moment), find, ratesAt(levelAfter)),
  ]
  const known = anchors.slice(1).flatMap((to, index) => {
    const years = decade(anchors[index]!, to, find)
    return index === 0 ? years : years.slice(1)
  })
  const recent = vital.years.map(({ year, births, mortalityLevel }, index) => ({
    year: year + 1,
    population: history[index + 1]!,
    ...ratesAt(mortalityLevel),
    before: { births, deaths: deaths[index]!, netMigration: netMigration[index]! },
  }))
  if (problems.length > 0) return fail()
  const lastCounted = anchors.at(-1)!.year
  const own: Carried[] = [...known, ...recent]
  return [...own, ...countedSince(own.at(-1)!, vital, counted)].map(one => ({
    ...one,
    nextTotals: one.year < lastCounted ? 'revised' : 'surveyed',
  }))
}

/** One of the years of a place. Throws a PackError that names the years there are. */
export const pastYear = (years: readonly PastYear[], id: string, year: number): PastYear => {
  const found = years.find(past => past.year === year)
  if (found !== undefined) return found
  const known = fix.askForYear({ from: years[0]?.year ?? '', to: years.at(-1)?.year ?? '' })
  throw new PackError(id, [{ file: `${id}/vital.csv`, message: fault.noPastYear({ year }), fix: known }])
}
