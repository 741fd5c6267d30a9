/** The question "What would it take?" as the reader asks it: targets on charts, levers, chance, and what to keep small. */

import { create } from 'zustand'
import { indicatorOf, type OutcomeId, chartIds } from '../../outcomes/catalogue.ts'
import type { Aim } from '../../analysis/policies/goal/goal.ts'
import type { Policy } from '../../engine/scenario.ts'
import { financedBase } from '../../scenario/scenario.ts'
import type { Draft } from './scenario.ts'

/** A bound for an indicator in a year, in the unit of the model. */
export interface ChartTarget {
  readonly id: OutcomeId
  readonly year: number
  readonly bound: number
  readonly atLeast: boolean
}

interface GoalQuestion {
  /** The reader has opened the part of the page, and the line stands on the chart once it is there. */
  readonly open: boolean
  /** The target of the chart in view; undefined until it is set. */
  readonly target: ChartTarget | undefined
  /** Targets of other charts that must hold as well. */
  readonly others: readonly ChartTarget[]
  readonly levers: readonly string[]
  /** Share of the simulations, as typed in %. */
  readonly chance: string
  readonly aim: Aim
}

export const useGoal = create<GoalQuestion>()(() => ({
  open: false,
  target: undefined,
  others: [],
  levers: [],
  chance: '80',
  aim: 'change',
}))

/** The question as a part of links. */
export const goalText = (
  { levers, chance, aim }: Pick<GoalQuestion, 'levers' | 'chance' | 'aim'>,
  targets: readonly ChartTarget[],
): string =>
  JSON.stringify([targets.map(({ id, year, bound, atLeast }) => [id, year, bound, atLeast]), levers, chance, aim])

/** The question of a link; undefined where the text is none. */
export const goalFrom = (text: string): (Partial<GoalQuestion> & { readonly target: ChartTarget }) | undefined => {
  try {
    const [given, levers, chance, aim] = JSON.parse(text) as [unknown[][], unknown, unknown, unknown]
    const targets = given.flatMap(([id, year, bound, atLeast]): ChartTarget[] => {
      const known = chartIds.find(one => one === id)
      const isWhole = typeof year === 'number' && typeof bound === 'number' && typeof atLeast === 'boolean'
      return known === undefined || !isWhole ? [] : [{ id: known, year, bound, atLeast }]
    })
    const [target] = targets.slice(-1)
    const isRead = Array.isArray(levers) && levers.every(name => typeof name === 'string') && typeof chance === 'string'
    if (target === undefined || targets.length < given.length || !isRead || (aim !== 'cost' && aim !== 'change'))
      return undefined
    return { target, others: targets.slice(0, -1), levers, chance, aim }
  } catch {
    return undefined
  }
}

/** Simulations of each setting: enough for a chance within some points, in seconds. */
const goalMembers = 100

/** Settings that a search over several levers may try. */
const goalSettings = 200

/** Simulations of the open scenario: enough to find the conditions of failures that are not rare. */
const failureMembers = 1000

/** As the command line writes it; growth is that of the year on the year before. */
const textOf = ({ id, year, bound, atLeast }: ChartTarget): string => {
  const { variables, reading } = indicatorOf(id)
  const name = reading === 'growth' ? `growth(${variables[0]})` : variables[0]
  return `${name}@${year}${reading === 'end' ? 'Q4' : ''} ${atLeast ? '>=' : '<='} ${bound}`
}

/** A question of the reader to one of the declared ones: its inputs, and the policy that it is about. */
export interface AskedGoal {
  readonly question: 'goal' | 'discover'
  readonly within: Readonly<Record<string, unknown>>
  readonly policy: Policy
}

/** Levers of the search are taken out of the policy of the open scenario, the others stay as they are. */
export const goalInput = (
  { policy, seed }: Draft,
  targets: readonly ChartTarget[],
  { levers, chance, aim }: Pick<GoalQuestion, 'levers' | 'chance' | 'aim'>,
): AskedGoal => ({
  question: 'goal',
  within: {
    keep: targets.map(textOf),
    with: levers,
    chance: Number(chance) / 100,
    least: aim,
    simulations: goalMembers,
    settings: goalSettings,
    seed,
  },
  policy: financedBase(policy, levers),
})

/** Under which conditions the open scenario misses the targets: it fails beyond any of their bounds. */
export const failuresInput = ({ policy, seed }: Draft, targets: readonly ChartTarget[]): AskedGoal => ({
  question: 'discover',
  within: {
    fails: targets.map(one => textOf({ ...one, atLeast: !one.atLeast })),
    simulations: failureMembers,
    seed,
  },
  policy,
})
