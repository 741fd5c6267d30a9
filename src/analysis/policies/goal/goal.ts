/** Finds the least setting of some levers that meets targets with a stated chance, or says that there is none. */

import { type Least, leastBurden } from '../../../engine/search/least.ts'
import type { Policy } from '../../../engine/scenario.ts'
import type { Message } from '../../../language/messages.ts'
import { meanOf, shareError } from '../../runs/quantiles.ts'
import { number } from '../../words/numbers.ts'
import { changeOf, type FreeLever, leverAmount, leverIn, policyAt, standardPoint, leverValue } from './levers.ts'
import { messages as goalMessages } from '../../../texts/goal.ts'
import { chanceOf, decidingMargin, marginsOf, type GoalTarget } from './targets.ts'
import type { PolicySearch, RunTrials } from './trials.ts'

export type Aim = 'cost' | 'change'

export interface GoalTask extends PolicySearch {
  readonly targets: readonly GoalTarget[]
  readonly chance: number
  readonly aim: Aim
  readonly mostPoints: number
  /** Other simulations than those that decide, which check the setting found. */
  readonly check: RunTrials
}

export interface GoalLever extends FreeLever {
  readonly value: number
  /** True where it stands within a hundredth of its range of a bound that is not its standard. */
  readonly atBound: boolean
}

export interface GoalChance {
  readonly share: number
  readonly error: number
  readonly members: number
}

export interface GoalResult {
  readonly reached: boolean
  readonly targets: readonly string[]
  readonly wanted: number
  readonly aim: Aim
  readonly levers: readonly GoalLever[]
  readonly policy: Policy
  /** Over the simulations of the search, and over others of which the search knew nothing. */
  readonly chance: GoalChance
  readonly checked: GoalChance
  /** Without moving the levers. */
  readonly before: GoalChance
  /** Simulations that would have to change sides before the chance is no longer reached. */
  readonly spare: number
  /** CNY bn, present value of the gross outlay beyond current policy. */
  readonly presentValue: number
  /** Distance from what is in force, in widths of the levers' bounds. */
  readonly change: number
  /** Of one lever: how far its value moves when the chance is one standard error lower or higher. */
  readonly range: readonly [low: number | null, high: number | null] | null
  readonly monotone: boolean | null
  readonly binding: string | null
  readonly settingsTried: number
  readonly messages: readonly Message[]
}

/** Costs that agree to this part of the budget are equal: the smaller change goes first. */
const changeInCost = 1e-3

/** Spread of each outcome over the simulations of current policy: the unit in which targets are missed. */
const scalesOf = (values: readonly Float64Array[]): number[] =>
  values.map(row => {
    const known = row.filter(value => Number.isFinite(value))
    const mean = meanOf(known)
    const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length)
    return deviation > 0 ? deviation : 1
  })

/** A search with what it needs to know of a point. */
const searchFor = (task: GoalTask, scales: readonly number[], chance: number): Promise<Least> => {
  const { levers, base, targets, run, costs, aim, budget, seed, mostPoints } = task
  const from = standardPoint(levers)
  return leastBurden({
    from,
    seed,
    mostPoints,
    judge: async points => {
      const policies = points.map(point => policyAt(levers, base, point))
      const values = await run(policies)
      const spent = aim === 'cost' ? costs(policies) : []
      return points.map((point, at) => {
        const change = changeOf(point, from)
        return {
          slack: decidingMargin(marginsOf(targets, values[at], scales), chance),
          burden: aim === 'cost' ? spent[at] / budget + changeInCost * change : change,
        }
      })
    },
  })
}

const chanceIn = (values: readonly Float64Array[], { targets }: GoalTask): GoalChance => {
  const share = chanceOf(marginsOf(targets, values))
  return { share, error: shareError(share, values[0].length), members: values[0].length }
}

/** Within this share of its range a lever stands at its bound. */
const nearBound = 0.01

const isAtBound = (share: number, standard: number): boolean =>
  Math.abs(share - standard) > nearBound && (share < nearBound || share > 1 - nearBound)

/** Of the levers at a bound, the one whose retreat from it costs most of the chance. */
const bindingOf = async (task: GoalTask, scales: readonly number[], point: Float64Array): Promise<string | null> => {
  const { levers, base, targets, run, chance } = task
  const from = standardPoint(levers)
  const bound = [...levers.keys()].filter(at => isAtBound(point[at], from[at]))
  if (bound.length === 0) return null
  const retreat = (at: number): Float64Array => point.with(at, point[at] + 0.1 * (from[at] - point[at]))
  const values = await run(bound.map(at => policyAt(levers, base, retreat(at))))
  const slack = values.map(rows => decidingMargin(marginsOf(targets, rows, scales), chance))
  return levers[bound[slack.indexOf(Math.min(...slack))]].name
}

/** Values of one lever at which the chance is an error lower and an error higher; null where there is none. */
const rangeOf = async (task: GoalTask, scales: readonly number[], error: number): Promise<GoalResult['range']> => {
  const ends = [task.chance - error, task.chance + error]
  const found: Array<number | null> = []
  for (const chance of ends) {
    const end = chance > 0 && chance <= 1 ? await searchFor(task, scales, chance) : undefined
    found.push(end?.met === true ? leverValue(task.levers[0], end.point[0]) : null)
  }
  return [found[0], found[1]]
}

const percentOf = (share: number): string => number(100 * share, 1)

export const findGoal = async (task: GoalTask): Promise<GoalResult> => {
  const { levers, base, targets, chance, aim, run, check, costs } = task
  const [now] = await run([base])
  const scales = scalesOf(now)
  const found = await searchFor(task, scales, chance)
  const from = standardPoint(levers)
  const policy = policyAt(levers, base, found.point)
  const [[after], [fresh]] = await Promise.all([run([policy]), check([policy])])
  const reached = chanceIn(after, task)
  const moved = changeOf(found.point, from) > 0
  const range = levers.length === 1 && found.met && moved ? await rangeOf(task, scales, reached.error) : null
  const binding = found.met ? null : await bindingOf(task, scales, found.point)
  const result = levers.map((lever, at): GoalLever => {
    const { name, doc, unit, standard, bounds } = lever
    const atBound = isAtBound(found.point[at], from[at])
    return { name, doc, unit, standard, value: leverValue(lever, found.point[at]), bounds, atBound }
  })
  const texts = targets.map(({ text }) => text)
  const place = result.find(({ name }) => name === binding)
  const messages: Message[] = [
    found.met
      ? moved
        ? goalMessages.reached({
            targets: { en: texts.join(' and '), zh: texts.join(' 和 ') },
            chance: percentOf(reached.share),
            error: percentOf(reached.error),
          })
        : goalMessages.nothingNeeded()
      : goalMessages.unreachable({ chance: percentOf(reached.share), wanted: percentOf(chance) }),
    ...(found.met
      ? []
      : [
          place === undefined
            ? goalMessages.noBinding()
            : goalMessages.binding({ name: leverIn(place), bound: leverAmount(place, place.value) }),
        ]),
    ...(found.monotone === false ? [goalMessages.notMonotone({ name: leverIn(levers[0]) })] : []),
  ]
  return {
    reached: found.met,
    targets: texts,
    wanted: chance,
    aim,
    levers: result,
    policy,
    chance: reached,
    checked: chanceIn(fresh, task),
    before: chanceIn(now, task),
    spare: Math.round(reached.share * reached.members) - Math.ceil(chance * reached.members - 1e-9),
    presentValue: costs([policy])[0],
    change: changeOf(found.point, from),
    range,
    monotone: found.monotone ?? null,
    binding,
    settingsTried: found.points,
    messages,
  }
}
