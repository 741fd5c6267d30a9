/** Changes by a package: paired differences from current policy, indicator by indicator, over the same simulations. */

import { windowFrom, windowTo } from '../../model/measures.ts'
import type { Reading } from '../runs/future.ts'
import { indicatorOf, type ChangeIndicator, changeIndicators } from '../../outcomes/catalogue.ts'
import { lastYear, outcomes } from '../words/outcomes.ts'
import { bandOf } from '../runs/quantiles.ts'

/** The middle of the years over which packages are compared: of this year reasons are given. */
export const reasonYear = Math.floor((windowFrom + windowTo) / 2)

/** A paired difference to current policy. */
export interface Change {
  readonly label: string
  /** 'share' for a difference in % of the value under current policy. */
  readonly unit: string
  readonly better: 'higher' | 'lower'
  readonly low: number
  readonly median: number
  readonly high: number
  /** Share of simulations in which the package does better than current policy; equal ones count half. */
  readonly chanceBetter: number
}

/** Better than current policy in no more of the simulations than this, */
const rarelyBetter = 0.1
/** and worse by at least this, in the middle of them. */
const leastChange = 0.005

/** Indicators that a package makes clearly worse, most first. Debt is left out: bonds pay for half of every package. */
export const clearlyWorse = (changes: Readonly<Record<string, Change>>): string[] =>
  changeIndicators
    .filter(({ indicator }) => indicator !== 'debtToGdp')
    .map(({ indicator }) => ({ indicator, ...changes[indicator] }))
    .filter(({ chanceBetter, median }) => chanceBetter <= rarelyBetter && Math.abs(median) >= leastChange)
    .toSorted((a, b) => Math.abs(b.median) - Math.abs(a.median))
    .map(({ indicator }) => indicator)

/** The place among the outcomes of an indicator up to a year. */
export const outcomePlace = (id: string, to: number): number =>
  outcomes.findIndex(({ of }) => of?.indicator === id && of.to === to)

const changeOf = (
  { indicator, as }: Pick<ChangeIndicator, 'indicator' | 'as'>,
  own: readonly Reading[],
  current: readonly Reading[],
  until = windowTo,
): Change => {
  const place = outcomePlace(indicator, until)
  const { names, unit } = outcomes[place]
  const { better = 'higher' } = indicatorOf(indicator)
  const differences = own.map((reading, at) => {
    const [value, before] = [reading.outcomes[place], current[at].outcomes[place]]
    return as === 'percent' ? value / before - 1 : value - before
  })
  const gain = (difference: number): number =>
    difference === 0 ? 0.5 : difference > 0 === (better === 'higher') ? 1 : 0
  return {
    label: names.en,
    unit: as === 'percent' ? 'share' : unit,
    better,
    ...bandOf(differences),
    chanceBetter: differences.reduce((sum, difference) => sum + gain(difference), 0) / differences.length,
  }
}

/** By the id of the indicator; the simulations of both policies in the same order. */
export const changesOf = (own: readonly Reading[], current: readonly Reading[]): Readonly<Record<string, Change>> =>
  Object.fromEntries(changeIndicators.map(one => [one.indicator, changeOf(one, own, current)]))

/** The growth of the share of national output a year, among the outcomes. */
export const weightOutcome = outcomes[outcomePlace('weight', lastYear)].id

/** Of the growth of the share of national output a year, to the end. */
export const weightChange = (own: readonly Reading[], current: readonly Reading[]): Change =>
  changeOf({ indicator: 'weight', as: 'difference' }, own, current, lastYear)
