/**
 * Implicit pension debt: the present value of the rights that current pensioners and current contributors have accrued up
 * to the start, after the accrued-to-date liabilities of the World Bank's PROST. Nothing that contributors earn later
 * counts, and no later contribution pays for it.
 */

import { readRun } from '../../engine/run/reader.ts'
import type { Run } from '../../engine/run.ts'
import { exp, ln, pow } from '../../language/elementary.ts'
import type { Both } from '../../language/messages.ts'
import { type DebtPlace, words } from './lines.ts'
import { pensionDebtSource, type DebtSource } from './thresholds.ts'

/** Of all three, a year, real. */
interface PensionTerms {
  readonly discountRate: number
  /** Part of real wage growth that pensions in payment follow: 0 holds their purchasing power, 1 follows wages. */
  readonly indexation: number
  /** Wages of contributors grow until they retire; without it rights stand at the wages of today. */
  readonly projectedWages: boolean
}

/** Central real rate, and those of the sensitivity: the range of Holzmann, Palacios and Zviniene is 2 to 5 %. */
export const standardDiscount = 0.04
const discountRates = [0.02, 0.03, 0.04, 0.05]

/** Mean age at which contributions begin; rights accrue evenly from there to the retirement age. */
const careerStart = 23

/** Oldest age of the tables: rights end there. */
const oldest = 100

/** Beyond the end of the run real wages go on as in so many years before it. */
const latelyYears = 5

interface PensionDebt {
  /** CNY bn, prices of the start. */
  readonly pensioners: number
  readonly contributors: number
  /** Current pensioners of the scheme of residents; 0 where there is none. */
  readonly residents: number
  readonly total: number
  readonly reserve: number
  /** The part that no reserve covers. */
  readonly unfunded: number
}

export interface PensionDebtOfPlace {
  readonly terms: PensionTerms
  readonly central: PensionDebt
  /** Unfunded debt over output of the first year. */
  readonly toGdp: number
  /** The central estimate with rights at the wages of today. */
  readonly atWagesOfToday: PensionDebt
  /** By discount rate, then by indexation. */
  readonly sensitivity: {
    readonly discountRates: readonly number[]
    readonly indexations: ReadonlyArray<{ readonly value: number; readonly names: Both<string> }>
    /** Total over output: [rate][indexation]. */
    readonly toGdp: ReadonlyArray<readonly number[]>
  }
  /** Inputs of the estimate: people in millions, amounts in thousands a year at the start. */
  readonly basis: {
    readonly pensioners: number
    readonly contributors: number
    readonly residentPensioners: number
    readonly pension: number
    readonly wage: number
    readonly wageGrowth: number
    /** Part of the gap of the fund that national pooling meets at the start. */
    readonly pooled: number
  }
}

export interface PensionDebtReport {
  /** Time of the valuation: the start of the run. */
  readonly at: number
  readonly places: Readonly<Record<string, PensionDebtOfPlace>>
  readonly assumptions: ReadonlyArray<{ readonly text: Both<string>; readonly source?: DebtSource }>
}

export const pensionVariables: readonly string[] = [
  'residentsNow',
  'retirementAgeNow',
  'coverageByBirth',
  'pensionerCoverage',
  'pensioners',
  'residentPensioners',
  'contributors',
  'activeResidents',
  'pension',
  'residentPensionPaid',
  'newPensionRatio',
  'wage',
  'price',
  'mortality',
  'mortalityImprovement',
  'pensionIndexation',
  'pensionReserve',
  'pensionGap',
  'nationalPooling',
  'nominalOutput',
]

const clip = (value: number): number => Math.min(1, Math.max(0, value))

/** Rights of one person of each age and sex, and how many have them. */
interface Cohort {
  readonly sex: number
  readonly age: number
  readonly heads: number
  /** Thousand a year when it is first paid, at wages of today. */
  readonly pension: number
  /** Years until it is first paid. */
  readonly wait: number
}

/** Everything that is read of the run, of one area. */
interface AreaBasis {
  readonly pensioners: readonly Cohort[]
  readonly contributors: readonly Cohort[]
  readonly residents: readonly Cohort[]
  /** Alive in the middle of each later year, of those of a sex and age at the start. */
  readonly alive: (sex: number, age: number) => readonly number[]
  /** Logarithm of the real wage so many years after the start, of that of the start. */
  readonly wage: (years: number) => number
  readonly reserve: number
}

const basisOf = (run: Run, area: number): AreaBasis => {
  const { numbers } = readRun(run)
  const { times, stepsPerYear } = run
  const of = (name: string) => {
    const { size, at } = numbers(name)
    return (step: number): number => at(step, size === 1 ? 0 : area)
  }
  const [sexes, ages] = ['sex', 'age'].map(
    own => run.series.get('mortality')!.dimensions.find(one => one.name === own)!.labels.length,
  )
  const cell = (name: string) => {
    const { at } = numbers(name)
    return (step: number, sex: number, age: number): number => at(step, (area * sexes + sex) * ages + age)
  }
  const [residents, active, mortality] = ['residentsNow', 'activeResidents', 'mortality'].map(cell)
  const coverage = numbers('coverageByBirth').at
  const retirement = numbers('retirementAgeNow').at
  const pairs = Array.from({ length: sexes * ages }, (_, at) => [Math.floor(at / ages), at % ages] as const)
  const retired = (sex: number, age: number): number => clip(age + 1 - retirement(0, sex))

  const claims = of('pensionerCoverage')(0)
  const pension = of('pension')(0)
  const pensioners = pairs.map(
    ([sex, age]): Cohort => ({
      sex,
      age,
      heads: claims * coverage(0, age) * retired(sex, age) * residents(0, sex, age),
      pension,
      wait: 0,
    }),
  )

  const working = (sex: number, age: number): number => active(0, sex, age) * clip(retirement(0, sex) - age)
  const all = pairs.reduce((sum, [sex, age]) => sum + working(sex, age), 0)
  const full = of('newPensionRatio')(0) * of('wage')(0)
  const contributing = of('contributors')(0)
  const contributors = pairs.map(([sex, age]): Cohort => {
    const until = retirement(0, sex)
    return {
      sex,
      age,
      heads: all > 0 ? (contributing * working(sex, age)) / all : 0,
      // Rights accrue evenly over a working life.
      pension: full * clip((age + 0.5 - careerStart) / (until - careerStart)),
      wait: Math.max(0, until - age - 0.5),
    }
  })

  // Those of 60 and over who are no pensioners of employees, in the proportion that the scheme pays.
  const others = pairs.map(([sex, age], at) =>
    age < 60 ? 0 : Math.max(0, residents(0, sex, age) - pensioners[at].heads),
  )
  const otherPeople = others.reduce((sum, heads) => sum + heads, 0)
  const paid = of('residentPensioners')(0)
  const residentPension = of('residentPensionPaid')(0)
  const residentCohorts = pairs.map(
    ([sex, age], at): Cohort => ({
      sex,
      age,
      heads: otherPeople > 0 ? (paid * others[at]) / otherPeople : 0,
      pension: residentPension,
      wait: 0,
    }),
  )

  const realWages = times.map((_, step) => ln(of('wage')(step) / of('price')(step)))
  const last = times.length - 1
  const lately = (realWages[last] - realWages[last - latelyYears * stepsPerYear]) / latelyYears
  const improvement = of('mortalityImprovement')(0)
  const years = Math.floor(times.length / stepsPerYear)
  const deathRate = (sex: number, age: number, later: number): number => {
    const known = Math.min(later, years - 1)
    return mortality(known * stepsPerYear, sex, age) * pow(1 - improvement, later - known)
  }
  return {
    pensioners: pensioners.filter(({ heads }) => heads > 0),
    contributors: contributors.filter(({ heads, pension: right }) => heads > 0 && right > 0),
    residents: residentCohorts.filter(({ heads, pension: right }) => heads > 0 && right > 0),
    alive: (sex, age) => {
      let alive = 1
      return Array.from({ length: ages - age }, (_, year) => {
        const half = exp(-deathRate(sex, age + year, year) / 2)
        const inMiddle = alive * half
        alive = inMiddle * half
        return inMiddle
      })
    },
    wage: later => {
      const place = later * stepsPerYear
      if (place >= last) return realWages[last] - realWages[0] + ((place - last) / stepsPerYear) * lately
      const below = Math.floor(place)
      return realWages[below] + (place - below) * (realWages[below + 1] - realWages[below]) - realWages[0]
    },
    reserve: of('pensionReserve')(0),
  }
}

/** Present values of the rights of cohorts under each of several terms, bn: paid in the middle of years to the living. */
const presentValues = (
  cohorts: readonly Cohort[],
  { alive, wage }: AreaBasis,
  allTerms: readonly PensionTerms[],
): number[] => {
  const worth = allTerms.map(({ discountRate, indexation }) =>
    Array.from(
      { length: oldest + 1 },
      (_, year) => exp(indexation * wage(year + 0.5)) * pow(1 + discountRate, -year - 0.5),
    ),
  )
  const values = allTerms.map(() => 0)
  for (const { sex, age, heads, pension, wait } of cohorts) {
    const living = alive(sex, age)
    const grown = wage(wait)
    allTerms.forEach(({ indexation, projectedWages }, at) => {
      let right = 0
      // The year in which payment begins is paid in part.
      living.forEach((share, year) => {
        right += clip(year + 1 - wait) * share * worth[at][year]
      })
      values[at] += heads * pension * exp((projectedWages ? grown : 0) - indexation * grown) * right
    })
  }
  return values
}

/** Of an area, under each of several terms. */
const debtsOf = (basis: AreaBasis, allTerms: readonly PensionTerms[]): PensionDebt[] => {
  const [pensioners, contributors, residents] = [basis.pensioners, basis.contributors, basis.residents].map(cohorts =>
    presentValues(cohorts, basis, allTerms),
  )
  return allTerms.map((_, at) =>
    debtFrom({
      pensioners: pensioners[at],
      contributors: contributors[at],
      residents: residents[at],
      reserve: basis.reserve,
    }),
  )
}

type Parts = Pick<PensionDebt, 'pensioners' | 'contributors' | 'residents' | 'reserve'>

const debtFrom = (parts: Parts): PensionDebt => {
  const total = parts.pensioners + parts.contributors + parts.residents
  return { ...parts, total, unfunded: total - parts.reserve }
}

const added = (debts: readonly PensionDebt[]): PensionDebt => {
  const sum = (name: keyof Parts): number => debts.reduce((total, debt) => total + debt[name], 0)
  return debtFrom({
    pensioners: sum('pensioners'),
    contributors: sum('contributors'),
    residents: sum('residents'),
    reserve: sum('reserve'),
  })
}

const indexationsOf = (rule: number) => [
  { value: 0, names: words.indexations.prices },
  { value: rule, names: words.indexations.rule },
  { value: 1, names: words.indexations.wages },
]

/** The terms of a report: the central ones, those at wages of today, then the grid of the sensitivity. */
const termsOf = (discountRate: number, rule: number): PensionTerms[] => [
  { discountRate, indexation: rule, projectedWages: true },
  { discountRate, indexation: rule, projectedWages: false },
  ...discountRates.flatMap(rate =>
    indexationsOf(rule).map(({ value }) => ({ discountRate: rate, indexation: value, projectedWages: true })),
  ),
]

/** `debts` are those of the areas of a place, under the terms of the report. */
const ofPlace = (
  run: Run,
  { areas }: DebtPlace,
  allTerms: readonly PensionTerms[],
  bases: readonly AreaBasis[],
  debts: ReadonlyArray<readonly PensionDebt[]>,
): PensionDebtOfPlace => {
  const { numbers } = readRun(run)
  const { stepsPerYear } = run
  const sum = (name: string): number => areas.reduce((total, area) => total + numbers(name).at(0, area), 0)
  const over = (weight: string, value: (area: number) => number): number =>
    areas.reduce((total, area) => total + value(area) * numbers(weight).at(0, area), 0) / sum(weight)
  const first = (name: string) => (area: number) => numbers(name).at(0, area)
  let output = 0
  for (let step = 0; step < stepsPerYear; step++)
    for (const area of areas) output += numbers('nominalOutput').at(step, area) / stepsPerYear
  const [central, today, ...grid] = allTerms.map((_, at) => added(areas.map(area => debts[area][at])))
  const indexations = indexationsOf(allTerms[0].indexation)
  const gap = sum('pensionGap')
  const years = (run.times.length - 1) / stepsPerYear
  return {
    terms: allTerms[0],
    central,
    toGdp: central.unfunded / output,
    atWagesOfToday: today,
    sensitivity: {
      discountRates,
      indexations,
      toGdp: discountRates.map((_, rate) =>
        indexations.map((__, at) => grid[rate * indexations.length + at].total / output),
      ),
    },
    basis: {
      pensioners: sum('pensioners'),
      contributors: sum('contributors'),
      residentPensioners: sum('residentPensioners'),
      pension: over('pensioners', first('pension')),
      wage: over('contributors', first('wage')),
      wageGrowth: over('contributors', area => bases[area].wage(years) / years),
      pooled: gap > 0 ? Math.min(1, sum('nationalPooling') / gap) : 0,
    },
  }
}

/** Of all places, from a run that recorded `pensionVariables`; `discountRate` is real. */
export const pensionDebt = (run: Run, places: readonly DebtPlace[], discountRate: number): PensionDebtReport => {
  const allTerms = termsOf(discountRate, readRun(run).numbers('pensionIndexation').at(0, 0))
  const areas = Math.max(...places.flatMap(place => place.areas)) + 1
  const bases = Array.from({ length: areas }, (_, area) => basisOf(run, area))
  const debts = bases.map(basis => debtsOf(basis, allTerms))
  return {
    at: run.times[0],
    places: Object.fromEntries(places.map(place => [place.id, ofPlace(run, place, allTerms, bases, debts)])),
    assumptions,
  }
}

const assumptions: PensionDebtReport['assumptions'] = [
  { text: words.pensions.accrued, source: pensionDebtSource },
  { text: words.pensions.read },
  { text: words.pensions.assumed({ careerStart }) },
  { text: words.pensions.notAlone },
]
