/** The verdict that votes give: the standing of a region in its nation, its parts, and the claims that hold, with ranges over all settings. */

import { csvParseRows } from 'd3-dsv'
import { pow } from '../../language/elementary.ts'
import { compared } from '../../model/design.ts'
import { yearCompared } from '../../model/measures.ts'
import { packageStart } from '../../model/packages.ts'
import {
  type StandingClaim,
  type ClaimId,
  claims,
  type DesignPart,
  isIn,
  leastLoss,
  leastShare,
  type Standing,
  standingIn,
  standingOf,
} from '../../model/standing.ts'
import { type Reader, readRun } from '../../engine/run/reader.ts'
import type { OpenRegion } from '../region/simulation.ts'
import { publishedOf } from '../region/whole-nation.ts'
import { lastYear } from '../words/outcomes.ts'
import type { SettingVote, Votes } from './votes.ts'

export interface SettingRange {
  readonly low: number
  readonly high: number
}

/** A growth rate over all settings. */
interface Growth extends SettingRange {
  readonly standing: Standing
  /** Settings in which it loses. */
  readonly loses: number
}

export interface Verdict {
  readonly settings: number
  readonly reduced: boolean
  /** Of the share of national output under current policy, and of its parts from people and from output per head, which add up to it. */
  readonly weight: Growth
  readonly people: Growth
  readonly perHead: Growth
  /** Settings in which some package brings the region to hold its place. */
  readonly stopped: number
  /** Settings in which each claim holds. */
  readonly claims: Readonly<Record<ClaimId, number>>
  /** Shares of the loss that full reform and spending avert; null where no loss is there in nearly all settings. */
  readonly averted: { readonly reform: SettingRange; readonly spending: SettingRange } | null
  /** Total local debt under full reform less that under current policy, of output. */
  readonly debt: SettingRange
  /** Share of national output: as last published, and at the end under current policy and under all packages. */
  readonly share: {
    readonly year: number
    readonly now: number
    /** For each unit of output relative to that of the nation in a run. */
    readonly ofWeight: number
    readonly current: SettingRange
    /** Of every kind of spending alone, of full reform alone, and of all packages. */
    readonly spending: SettingRange
    readonly reform: SettingRange
    readonly all: SettingRange
    /** By year as published up to `year`, among the areas of the nation; empty where the series are not known. */
    readonly past: Readonly<Record<string, number>>
  } | null
  /** The same areas within their nation: the share at the end under current policy, and settings in which full reform stops a loss. */
  readonly within: {
    readonly region: string
    readonly settings: number
    readonly share: SettingRange
    readonly stopped: number
  } | null
  /** The earlier verdict: chance of revival and criteria met, under current policy and under the best package. */
  readonly earlier: Readonly<
    Record<'revived' | 'criteria', { readonly current: SettingRange; readonly best: SettingRange }>
  >
}

const placesIn = (part: DesignPart): number[] => compared.flatMap((one, at) => (isIn(part, one) ? [at] : []))

const rangeOf = (values: readonly number[]): SettingRange => ({ low: Math.min(...values), high: Math.max(...values) })

const valuesIn = ({ values }: SettingVote, measure: StandingClaim['measure'], part: DesignPart): number[] => {
  const { weight } = values
  const own = measure === 'averted' ? weight!.map(value => 1 - value / weight![0]!) : values[measure]!
  return placesIn(part).map(at => own[at]!)
}

/** @internal For tests. */
export const holdsIn = ({ of, measure, sign, least, beyond }: StandingClaim, vote: SettingVote): boolean => {
  const [own, others] = [of, beyond].map(part =>
    part === undefined ? [] : valuesIn(vote, measure, part).map(value => sign * value),
  )
  return Math.min(...own!) > Math.max(least, ...others!)
}

/** Output of the region relative to that of the nation, in a run that recorded both. */
export const weightRecord = ['regionOutput', 'nationalOutput']
export const weightIn = (run: Reader, year: number): number =>
  run.mean('regionOutput', year) / run.mean('nationalOutput', year)

/**
 * The same in the year before a run, in which nothing is recorded: output of that year at the prices of the start, and
 * the nation by its growth in that year, at the opening of whose steps it is read.
 */
const weightBefore = (run: Reader, growth: number, stepsPerYear: number): number =>
  run.at('regionOutputBaseYear', run.firstYear) / pow(1 + growth, -0.5 - 0.5 / stepsPerYear)

/** Output of all areas of the nation by year, at the prices of the last. */
export const nationFile = (context: string): string => `${context}/provinces-output.csv`

/**
 * The share by year that the growth of the areas gives: against all areas of the nation, since each of them has published
 * more growth than the nation found in all.
 */
const pastOf = ({ region, files }: OpenRegion, year: number): Record<string, number> => {
  const text = files?.read(nationFile(region.context))
  if (text === undefined) return {}
  const nation = new Map(
    csvParseRows(text, ([at, value], row) => (row === 0 ? null : ([Number(at), Number(value)] as const))),
  )
  if (Math.max(...nation.keys()) !== year) return {}
  const [money, growth] = ['nominalOutput', 'outputGrowth'].map(series => publishedOf(region, series))
  const shares: Array<readonly [year: number, share: number]> = []
  let sizes = region.areas.map(area => money!(area, year))
  for (let at = year; ; at--) {
    const share = sizes.reduce((sum, size) => sum + size, 0) / (nation.get(at) ?? Number.NaN)
    if (!Number.isFinite(share)) return Object.fromEntries(shares)
    shares.push([at, share])
    sizes = region.areas.map((area, place) => sizes[place]! / (1 + growth!(area, at)))
  }
}

/** The share of the nation's output in published years, and in the year with which others are compared. */
export const shareOf = (open: OpenRegion) => {
  const { region, simulator } = open
  const values = (series: string, area: string): ReadonlyMap<number, number> =>
    new Map(region.series.flatMap(one => (one.area === area && one.series === series ? [[one.year, one.value]] : [])))
  const [nation, ...areas] = [region.context, ...region.areas].map(area => values('nominalOutput', area))
  const year = [...nation!.keys()]
    .filter(one => one < packageStart && areas.every(own => own.has(one)))
    .toSorted((a, b) => a - b)
    .at(-1)
  if (year === undefined) return undefined
  const run = readRun(simulator.run({ record: [...weightRecord, 'regionOutputBaseYear'] }))
  const growth = values('outputGrowth', region.context).get(year)
  const weight =
    year === run.firstYear - 1 && growth !== undefined
      ? weightBefore(run, growth, simulator.horizon.stepsPerYear)
      : weightIn(run, Math.max(year, run.firstYear))
  const now = areas.reduce((sum, own) => sum + own.get(year)!, 0) / nation!.get(year)!
  const from = yearCompared(run)
  const begins = (now * weightIn(run, from)) / weight
  return { year, now, ofWeight: now / weight, from, begins, past: pastOf(open, year) }
}

/** Full reform without spending. */
const fullReform: DesignPart = { directions: ['none'], doses: ['full'] }

export const verdictOf = (open: OpenRegion, { settings, reduced, within }: Votes): Verdict => {
  const each = <Of>(read: (values: SettingVote['values']) => Of): Of[] => settings.map(({ values }) => read(values))
  const growth = (values: readonly number[]): Growth => ({
    ...rangeOf(values),
    standing: standingIn(values),
    loses: values.filter(value => standingOf(value) === 'loses').length,
  })
  const current = each(({ weight }) => weight![0]!)
  const people = each(values => values.people![0]!)
  const all = (measure: StandingClaim['measure'], part: DesignPart): SettingRange =>
    rangeOf(settings.flatMap(vote => valuesIn(vote, measure, part)))
  const lost = current.filter(value => value < -leastLoss).length >= leastShare * settings.length
  const share = shareOf(open)
  const level = ({ low, high }: SettingRange): SettingRange => {
    const at = (value: number): number => share!.begins * pow(1 + value, lastYear - share!.from)
    return { low: at(low), high: at(high) }
  }
  const earlier = (measure: 'revived' | 'criteria') => ({
    current: rangeOf(each(values => values[measure]![0]!)),
    best: rangeOf(each(values => Math.max(...values[measure]!))),
  })
  return {
    settings: settings.length,
    reduced,
    weight: growth(current),
    people: growth(people),
    perHead: growth(current.map((value, at) => value - people[at]!)),
    stopped: each(({ weight }) => weight!.some(value => standingOf(value) !== 'loses')).filter(Boolean).length,
    claims: Object.fromEntries(
      Object.entries<StandingClaim>(claims).map(([id, claim]) => [
        id,
        settings.filter(vote => holdsIn(claim, vote)).length,
      ]),
    ) as Verdict['claims'],
    averted: lost
      ? { reform: all('averted', claims.reformAverts.of), spending: all('averted', claims.spendingSmall.of) }
      : null,
    debt: all('debtToGdp', claims.reformDebt.of),
    share:
      share === undefined
        ? null
        : {
            year: share.year,
            now: share.now,
            ofWeight: share.ofWeight,
            current: level(rangeOf(current)),
            spending: level(all('weight', claims.spendingSmall.of)),
            reform: level(all('weight', fullReform)),
            all: level(all('weight', {})),
            past: share.past,
          },
    within:
      within === undefined || share === undefined
        ? null
        : {
            region: within.region,
            settings: within.settings.length,
            share: level(rangeOf(within.settings.map(({ values }) => values.weight![0]!))),
            stopped: within.settings.filter(vote =>
              valuesIn(vote, 'weight', fullReform).every(value => standingOf(value) !== 'loses'),
            ).length,
          },
    earlier: { revived: earlier('revived'), criteria: earlier('criteria') },
  }
}
