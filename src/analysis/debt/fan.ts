/**
 * The spread of debt, of the gross financing need and of net worth over many simulations, and how many of them lie above
 * the thresholds of lenders. Simulations carry the error of the model where the back-test has measured it.
 */

import type { Both } from '../../language/messages.ts'
import type { SetInputs } from '../../engine/scenario.ts'
import { type MembersAudit, membersRunner, orderMembers, runnersOf } from '../runs/members.ts'
import { quantile, shareError } from '../runs/quantiles.ts'
import type { OpenRegion } from '../region/simulation.ts'
import type { BuiltModule } from '../region/wasm-region.ts'
import { shiftsOf, widen, type Widening } from '../runs/widening.ts'
import { variableIn, debtPlaces, reportYears, words } from './lines.ts'
import {
  bandOfRatio,
  type BenchmarkSet,
  benchmarksOf,
  ministryBands,
  type Risk,
  type DebtSource,
} from './thresholds.ts'

/** The simulated ratios: stocks at the end of the year, the need as its mean. */
const measures = [
  { id: 'debtToGdp', at: 'end', names: words.ratios.debtToGdp },
  { id: 'grossFinancingNeedToGdp', at: 'mean', names: words.ratios.grossFinancingNeedToGdp },
  { id: 'publicNetWorthToGdp', at: 'end', names: words.ratios.publicNetWorthToGdp },
  { id: 'comprehensiveDebtRatio', at: 'mean', names: words.ratios.comprehensiveDebtRatio },
] as const

type FanMeasure = (typeof measures)[number]['id']

/** The accounts of one in so many simulations are checked. */
const auditEvery = 16

/** Percentiles of the fan: the middle 80 and 50 % and the median. */
export const fanShares = [0.1, 0.25, 0.5, 0.75, 0.9] as const

interface ThresholdShare {
  readonly risk: Risk | 'above'
  readonly names: Both<string>
  readonly threshold: number
  /** Share of simulations by year, and its Monte Carlo error. */
  readonly share: readonly number[]
  readonly error: readonly number[]
  readonly source: DebtSource
}

export interface Fan {
  readonly measure: FanMeasure
  readonly names: Both<string>
  /** By percentile of `fanShares`, by year. */
  readonly bands: ReadonlyArray<readonly number[]>
  /** Above a benchmark; or in each class of the ministry. */
  readonly thresholds: readonly ThresholdShare[]
}

export interface DebtFans {
  readonly years: readonly number[]
  readonly members: number
  readonly seed: number
  /** The error of the model is part of the spread. */
  readonly modelError: boolean
  readonly places: Readonly<Record<string, readonly Fan[]>>
  readonly audit: MembersAudit
}

export interface FanQuestion extends SetInputs {
  readonly seed: number
  readonly members: number
  readonly benchmarks: BenchmarkSet
}

/** Runs the simulations in this thread; `pause` is waited for between blocks. */
export const debtFans = async (
  open: OpenRegion,
  built: BuiltModule,
  { policy, assumptions, seed, members, benchmarks }: FanQuestion,
  widening: Widening | undefined,
  pause?: (runs: number) => Promise<void> | void,
): Promise<DebtFans> => {
  const nation = open.region.context
  const places = debtPlaces(open)
  const years = reportYears(open)
  const settings = { seed, members, design: 'sobol' } as const
  const record = places.flatMap(place => measures.map(({ id }) => variableIn(id, place)))
  const run = membersRunner(
    runnersOf(orderMembers(open, built, { settings, policies: [policy], assumptions, auditEvery }, record)),
  )
  const shifts = shiftsOf(widening)
  const { results, audit } = await run(
    [0, members],
    (member, _, number) => {
      const own = shifts(number)
      return places.map(place => {
        const reader = widen(member(place.id === 'region' ? 0 : place.areas[0]), widening, own)
        return measures.map(({ id, at }) =>
          years.map(year => reader[at === 'end' ? 'last' : 'mean'](variableIn(id, place), year)),
        )
      })
    },
    pause,
  )
  const found = results[0]
  const fanOf = (place: number, at: number): Fan => {
    const { id, names } = measures[at]
    const sorted = years.map((_, year) => Float64Array.from(found, one => one[place][at][year]).toSorted())
    const counted = (holds: (value: number) => boolean) => {
      const share = sorted.map(values => values.filter(holds).length / members)
      return { share, error: share.map(one => shareError(one, members)) }
    }
    const benchmark = benchmarksOf(benchmarks).find(one => one.id === id)
    const classes = id === 'comprehensiveDebtRatio' && nation === ministryBands.nation ? ministryBands.bands : []
    return {
      measure: id,
      names,
      bands: fanShares.map(share => sorted.map(values => quantile(values, share))),
      thresholds: [
        ...(benchmark === undefined
          ? []
          : [
              {
                risk: 'above' as const,
                names: benchmark.names,
                threshold: benchmark.value,
                ...counted(value => value > benchmark.value),
                source: benchmark.source,
              },
            ]),
        ...classes.map(band => ({
          risk: band.risk,
          names: band.names,
          threshold: band.from,
          ...counted(value => bandOfRatio(Math.max(0, value)) === band),
          source: ministryBands.source,
        })),
      ],
    }
  }
  return {
    years,
    members,
    seed,
    modelError: widening !== undefined,
    places: Object.fromEntries(places.map(({ id }, place) => [id, measures.map((_, at) => fanOf(place, at))])),
    audit,
  }
}
