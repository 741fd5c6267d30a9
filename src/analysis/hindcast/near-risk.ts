/**
 * The chance of weak growth soon, and what such statements were worth: from every past start, without knowledge of what came
 * from outside, beside the base rate that was known then.
 *
 * Brier, G. W. (1950): Verification of forecasts expressed in terms of probability. Monthly Weather Review 78.
 */

import { createStream } from '../../engine/random.ts'
import { exp } from '../../language/elementary.ts'
import { type Past, seriesFinder } from '../../regions/past.ts'
import { observedOf, type TargetRow } from '../../regions/targets.ts'
import type { RegionData } from '../../regions/types.ts'
import { meanOf } from '../runs/quantiles.ts'
import { normalQuantile } from '../../engine/distributions.ts'
import type { Movement, Reopened } from './reopen.ts'
import { splitOf } from './score.ts'

/** Growth below this in one of so many years. */
export interface WeakGrowth {
  readonly below: number
  readonly years: 1 | 2
}

/** Statements that are scored; the first is the one that is made where it is worth more than the base rate. */
const events: readonly WeakGrowth[] = [
  { below: 0.02, years: 2 },
  { below: 0, years: 2 },
  { below: 0.03, years: 2 },
  { below: 0, years: 1 },
  { below: 0.02, years: 1 },
  { below: 0.03, years: 1 },
]

/** Mean squared errors of stated chances, and of the base rate; the smaller, the better. */
export interface RiskScore extends WeakGrowth {
  readonly cases: number
  readonly came: number
  readonly brier: number
  readonly base: number
  readonly heldOut: { readonly cases: number; readonly brier: number; readonly base: number } | null
  /** Of chances between two bounds: their mean, and the share in which it came so. */
  readonly reliability: ReadonlyArray<{ readonly cases: number; readonly said: number; readonly came: number }>
}

export interface NearRisk {
  readonly scores: readonly RiskScore[]
  /** Of the first statement, from the start of the region on. */
  readonly now: ReadonlyArray<{ readonly area: string; readonly chance: number; readonly base: number }>
  readonly firstYear: number
}

interface Case {
  readonly area: string
  readonly start: number
  /** Growth of the years after the start, as far as it was observed. */
  readonly seen: readonly number[]
  readonly members: ReadonlyArray<readonly number[]>
  readonly central: readonly number[]
}

const growthOf = (moved: Movement, { name }: TargetRow, area: string, start: number): number[] => {
  const [first = 0, second = 0] = [0, 1].map(year => moved(name, area, start + year) ?? Number.NaN)
  return [exp(first) - 1, exp(second - first) - 1]
}

/** The error of growth in the first and in the second year that members do not carry, from the fitted years. */
const errorSizes = (cases: readonly Case[]): number[] =>
  [0, 1].map(year => {
    const fitted = cases.filter(({ start, seen }) => seen.length > year && splitOf(start + year) === 'train')
    const miss = meanOf(fitted.map(({ central, seen }) => (central[year] - seen[year]) ** 2))
    const spread = meanOf(
      fitted.map(({ members }) => {
        const mean = meanOf(members.map(member => member[year]))
        return meanOf(members.map(member => (member[year] - mean) ** 2))
      }),
    )
    return Math.sqrt(Math.max(0, miss - spread))
  })

const comes = ({ below, years }: WeakGrowth, growth: readonly number[]): boolean =>
  growth.slice(0, years).some(value => value < below)

/** Bounds between which chances are put together. */
const bounds = [0, 0.1, 0.3, 0.5, 0.7, 1.000_001]

export const nearRisk = (
  region: RegionData,
  past: Past,
  targets: readonly TargetRow[],
  reopened: readonly Reopened[],
  seed: number,
): NearRisk | undefined => {
  const target = targets.find(({ name }) => name === 'output')
  const last = reopened.at(-1)
  if (target === undefined || last === undefined || last.members.length < 2) return undefined
  const finder = seriesFinder(region, past)
  const observed = new Map(
    region.areas.map(area => {
      const seen = [...observedOf(target, finder(area))]
      return [
        area,
        new Map(seen.flatMap(([year, value], at) => (at === 0 ? [] : [[year, value / seen[at - 1][1] - 1]]))),
      ]
    }),
  )
  const cases = reopened.flatMap(({ start, central, members }) =>
    region.areas.map((area): Case => {
      const seen = [start, start + 1].map(year => observed.get(area)!.get(year))
      return {
        area,
        start,
        seen: seen[0] === undefined ? [] : seen.flatMap(value => value ?? []),
        central: growthOf(central, target, area, start),
        members: members.map(moved => growthOf(moved, target, area, start)),
      }
    }),
  )
  const sizes = errorSizes(cases)
  const draw = createStream(seed, 'error of growth soon')
  const chanceOf = (event: WeakGrowth, { area, start, members }: Case): number => {
    const place = region.areas.indexOf(area)
    const widened = members.map((growth, member) =>
      growth.map((value, year) => value + sizes[year] * normalQuantile(draw(member, 10 * start + place, year))),
    )
    return meanOf(widened.map(growth => (comes(event, growth) ? 1 : 0)))
  }
  // Laplace's rule: one case of either kind is added to those that were known.
  const baseOf = (event: WeakGrowth, start: number): number => {
    const known = [...observed.values()].flatMap(years =>
      [...years.keys()].flatMap(year => {
        const growth = Array.from({ length: event.years }, (_, at) => years.get(year + at))
        const isKnown = year + event.years <= start && growth.every(value => value !== undefined)
        return isKnown ? [comes(event, growth as number[])] : []
      }),
    )
    return (known.filter(Boolean).length + 1) / (known.length + 2)
  }
  const scores = events.map((event): RiskScore => {
    const stated = cases
      .filter(({ seen }) => seen.length >= event.years)
      .map(one => ({
        start: one.start,
        said: chanceOf(event, one),
        base: baseOf(event, one.start),
        came: comes(event, one.seen) ? 1 : 0,
      }))
    const brier = (list: typeof stated, of: 'said' | 'base'): number =>
      meanOf(list.map(one => (one[of] - one.came) ** 2))
    const held = stated.filter(({ start }) => splitOf(start) === 'holdout')
    return {
      ...event,
      cases: stated.length,
      came: stated.filter(({ came }) => came === 1).length,
      brier: brier(stated, 'said'),
      base: brier(stated, 'base'),
      heldOut: held.length === 0 ? null : { cases: held.length, brier: brier(held, 'said'), base: brier(held, 'base') },
      reliability: bounds.slice(1).flatMap((high, at) => {
        const some = stated.filter(({ said }) => said >= bounds[at] && said < high)
        return some.length === 0
          ? []
          : [
              {
                cases: some.length,
                said: meanOf(some.map(({ said }) => said)),
                came: meanOf(some.map(({ came }) => came)),
              },
            ]
      }),
    }
  })
  const [event] = events
  const now = cases
    .filter(({ start }) => start === last.start)
    .map(one => ({ area: one.area, chance: chanceOf(event, one), base: baseOf(event, one.start) }))
  return { scores, now, firstYear: last.start }
}
