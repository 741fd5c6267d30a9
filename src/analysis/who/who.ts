/**
 * Gains and losses under a policy compared with current policy: by birth year, household group, province and payer,
 * with bands.
 */

import { type EnsembleSettings, memberInput } from '../../engine/ensemble.ts'
import type { Run } from '../../engine/run.ts'
import { allRuns, oneByOne, type RunMany } from '../../engine/run/many.ts'
import { readRun } from '../../engine/run/reader.ts'
import type { MemberInput } from '../../engine/run/runner.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import { packageStart } from '../../model/packages.ts'
import { bandOf } from '../runs/quantiles.ts'
import { discountRate } from '../policies/costs.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { type CohortGains, cohortGains, cohortPaths } from './birth-years.ts'
import { ages, ageVariables } from './incomes-by-age.ts'
import { payingSectors, sectorBalances } from './payers.ts'
import { areaAmounts, type AreaMeasure, areaMeasures, peopleAmounts, peopleKinds, peopleVariables } from './people.ts'

/** A change in the central run, and where 80 % of simulations lie. */
export interface Gain {
  readonly central: number
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
}

export interface CohortGain {
  readonly born: number
  readonly income: Gain
  readonly consumption: Gain
}

export interface PersonGain {
  readonly id: string
  readonly label: string
  readonly of: string
  /** One of the three groups that sum to all households. */
  readonly isGroup: boolean
  /** CNY thousand a person and year, prices of the start. */
  readonly before: number
  readonly after: number
  /** Relative change of the amount. */
  readonly change: Gain
}

export interface AreaGain {
  readonly id: string
  readonly name: string
  readonly isRegion: boolean
  /** Relative for output per head; million people; points of a share for the others. */
  readonly change: Readonly<Record<AreaMeasure, Gain>>
}

export interface PayerGain {
  readonly id: string
  readonly label: string
  /** Change of the balance, CNY bn a year, prices of the start: below 0 who pays. */
  readonly change: Gain
}

export interface AgePyramid {
  /** Million by single age, women and men. */
  readonly start: readonly (readonly number[])[]
  readonly before: readonly (readonly number[])[]
  readonly after: readonly (readonly number[])[]
  /** Calendar year at the close of which it stands. */
  readonly year: number
}

export interface Who {
  readonly region: string
  readonly year: number
  readonly from: number
  readonly to: number
  readonly discountRate: number
  readonly members: number
  readonly seed: number
  readonly birthYears: readonly CohortGain[]
  readonly people: readonly PersonGain[]
  readonly areas: readonly AreaGain[]
  readonly payers: readonly PayerGain[]
  readonly pyramid: AgePyramid
  /** Real disposable income of the region, CNY bn a year, discounted mean: of people there in any case, and by numbers. */
  readonly total: CohortGains['total']
  /** Largest gap between the sum over birth years and the household groups, of the groups. */
  readonly residual: number
  /** Sum of the balances of all sectors, of the sum of their sizes. */
  readonly balanceResidual: number
}

export interface WhoInput extends SetInputs {
  /** Draws of the bands; no bands without members. */
  readonly settings: EnsembleSettings
  /** Year of the tables by household and province. */
  readonly year: number
}

/** Also the bands of payers: of so many futures the books are read, which takes longer. */
export interface WhoOptions {
  readonly many?: RunMany
  readonly payerMembers?: number
  /** Called between pieces of the ensemble. */
  readonly pause?: (done: number, all: number) => Promise<void> | void
}

/** Futures that are run at once. */
const atOnce = 16

const record = [...new Set([...ageVariables, ...peopleVariables])]

/** Results kept of a pair of runs. */
interface PairReading {
  readonly income: Float64Array
  readonly consumption: Float64Array
  readonly people: readonly number[]
  readonly areas: ReadonlyArray<readonly number[]>
}

const gainOf = (central: number, values: readonly number[]): Gain => {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0 || finite.length < values.length) return { central, low: null, median: null, high: null }
  return { central, ...bandOf(finite) }
}

/** The change of a measure of an area: relative for output per head. */
const changeOf = (measure: AreaMeasure, before: number, after: number): number =>
  measure === 'outputPerHead' ? after / before - 1 : after - before

const readPair = (open: OpenRegion, year: number, before: Run, after: Run): PairReading => {
  const gains = cohortGains(open, cohortPaths(open, before), cohortPaths(open, after))
  const [amounts, amountsAfter] = [before, after].map(run => peopleAmounts(open.linked, open, run, year))
  const [areas, areasAfter] = [before, after].map(run => areaAmounts(open, run, year))
  return {
    income: gains.income,
    consumption: gains.consumption,
    people: amounts.map((amount, at) => (amount > 0 ? amountsAfter[at] / amount - 1 : 0)),
    areas: areas.map((own, area) => own.map((value, at) => changeOf(areaMeasures[at], value, areasAfter[area][at]))),
  }
}

const pyramidOf = ({ linked, region, simulator }: OpenRegion, before: Run, after: Run): AgePyramid => {
  const sexes = linked.dimensions.get('sex')?.labels.length ?? 0
  const read = (run: Run, name: string, step: number): number[][] => {
    const numbers = readRun(run).numbers(name)
    return Array.from({ length: sexes }, (_, sex) =>
      Array.from({ length: ages }, (__, age) => {
        let sum = 0
        for (let area = 0; area < region.areas.length; area++)
          sum += numbers.at(step, (area * sexes + sex) * ages + age)
        return sum
      }),
    )
  }
  const last = simulator.steps - 1
  return {
    start: read(before, 'population', 0),
    before: read(before, 'closing(population)', last),
    after: read(after, 'closing(population)', last),
    year: simulator.horizon.end - 1,
  }
}

export const whoGains = async (
  open: OpenRegion,
  { policy, assumptions, settings, year }: WhoInput,
  { many = oneByOne(open.simulator), payerMembers = 0, pause }: WhoOptions = {},
): Promise<Who> => {
  const { linked, region, simulator } = open
  const pairOf = (draw: MemberInput): MemberInput[] => [{}, policy].map(one => ({ ...draw, policy: one, assumptions }))
  /** Pairs of runs and, where their accounts are read, how the balance of each sector moves. */
  const runPairs = (draws: readonly MemberInput[], read: boolean): [Array<readonly [Run, Run]>, number[][]] => {
    const { see, balances } = sectorBalances(open, 2 * draws.length)
    const runs = allRuns(many(draws.flatMap(pairOf), record, read ? { audit: see } : {}))
    const found = balances()
    return [
      draws.map((_, at) => [runs[2 * at], runs[2 * at + 1]]),
      read ? draws.map((_, at) => found[2 * at + 1].map((balance, sector) => balance - found[2 * at][sector])) : [],
    ]
  }
  const [[[before, after]], [payers]] = runPairs([{}], true)
  const central = readPair(open, year, before, after)
  const [pathsBefore, pathsAfter] = [cohortPaths(open, before), cohortPaths(open, after)]
  const { total, firstBirthYear } = cohortGains(open, pathsBefore, pathsAfter)

  const { members } = settings
  const draw = members === 0 ? () => ({}) : memberInput(linked, simulator, settings)
  const futures: PairReading[] = []
  const balances: number[][] = []
  while (futures.length < members) {
    const from = futures.length
    const readBooks = from < payerMembers
    const count = Math.min(atOnce, (readBooks ? Math.min(payerMembers, members) : members) - from)
    const draws = Array.from({ length: count }, (_, at) => draw(from + at))
    const [pairs, moved] = runPairs(draws, readBooks)
    for (const [one, other] of pairs) futures.push(readPair(open, year, one, other))
    balances.push(...moved)
    await pause?.(futures.length, members)
  }

  const [people, peopleAfter] = [before, after].map(run => peopleAmounts(linked, open, run, year))
  const names = [region.names.en, ...(region.areas.length === 1 ? [] : region.areas.map(id => region.areaNames[id].en))]
  const ids = [region.id, ...(region.areas.length === 1 ? [] : region.areas)]
  const sizes = payers.reduce((sum, change) => sum + Math.abs(change), 0)
  return {
    region: region.id,
    year,
    from: packageStart,
    to: simulator.horizon.end - 1,
    discountRate,
    members,
    seed: settings.seed,
    birthYears: Array.from(central.income.keys()).flatMap((cohort): CohortGain[] => {
      if (!Number.isFinite(central.income[cohort])) return []
      const of = (name: 'income' | 'consumption'): Gain =>
        gainOf(
          central[name][cohort],
          futures.map(future => future[name][cohort]),
        )
      return [{ born: firstBirthYear + cohort, income: of('income'), consumption: of('consumption') }]
    }),
    people: peopleKinds.map((kind, at) => ({
      ...kind,
      before: people[at],
      after: peopleAfter[at],
      change: gainOf(
        central.people[at],
        futures.map(future => future.people[at]),
      ),
    })),
    areas: ids.map((id, place) => ({
      id,
      name: names[place],
      isRegion: place === 0,
      change: Object.fromEntries(
        areaMeasures.map((measure, at) => [
          measure,
          gainOf(
            central.areas[place][at],
            futures.map(future => future.areas[place][at]),
          ),
        ]),
      ) as AreaGain['change'],
    })),
    payers: payingSectors.map(({ id, label }, at) => ({
      id,
      label,
      change: gainOf(
        payers[at],
        balances.map(balance => balance[at]),
      ),
    })),
    pyramid: pyramidOf(open, before, after),
    total,
    residual: Math.max(pathsBefore.residual, pathsAfter.residual),
    balanceResidual: sizes === 0 ? 0 : Math.abs(payers.reduce((sum, change) => sum + change, 0)) / sizes,
  }
}
