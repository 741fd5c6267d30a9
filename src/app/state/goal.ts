/** The question "What would it take?" as the reader asks it: targets on charts, levers, chance, and what to keep small. */

import { create } from 'zustand'
import { indicatorOf, type OutcomeId, chartIds } from '../../outcomes/catalogue.ts'
import type { Aim } from '../../analysis/policies/goal/goal.ts'
import type { FailuresInput } from '../worker/answers/failures.ts'
import type { GoalInput } from '../worker/answers/goal.ts'
import { financedBase } from '../../scenario/financing.ts'
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

/** Simulations of the open scenario: enough to find the conditions of failures that are not rare. */
const failureMembers = 1000

/** As the command line writes it; growth is that of the year on the year before. */
const textOf = ({ id, year, bound, atLeast }: ChartTarget): GoalInput['targets'][number] => {
  const { variables, reading } = indicatorOf(id)
  const growth = reading === 'growth'
  const when = growth ? `${year - 1}-${year}` : reading === 'end' ? `${year}Q4` : String(year)
  return { text: `${variables[0]}@${when} ${atLeast ? '>=' : '<='} ${bound}`, growth }
}

/** The question to the workers: levers of the search are taken out of the policy of the open scenario, the others stay as they are. */
export const goalInput = (
  draft: Draft,
  targets: readonly ChartTarget[],
  { levers, chance, aim }: Pick<GoalQuestion, 'levers' | 'chance' | 'aim'>,
): GoalInput => {
  return {
    targets: targets.map(textOf),
    levers,
    base: financedBase(draft.policy, levers),
    assumptions: draft.assumptions,
    chance: Number(chance) / 100,
    aim,
    seed: draft.seed,
    members: goalMembers,
  }
}

/** The question under which conditions the open scenario misses the targets. */
export const failuresInput = (draft: Draft, targets: readonly ChartTarget[]): FailuresInput => ({
  targets: targets.map(textOf),
  policy: draft.policy,
  assumptions: draft.assumptions,
  seed: draft.seed,
  members: failureMembers,
})
