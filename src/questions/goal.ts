/** The least setting of some levers that meets targets with a stated chance. */

import * as z from 'zod'
import { grossPresentValues } from '../analysis/policies/costs.ts'
import { explainPolicy, outcomeAt, outcomeIn, recordFor } from '../analysis/explain/change.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { findGoal, type GoalResult } from '../analysis/policies/goal/goal.ts'
import { freeLevers, leverAmount, leverIn } from '../analysis/policies/goal/levers.ts'
import { messages as say } from '../texts/goal.ts'
import { parseTargets, targetReading } from '../analysis/policies/goal/targets.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { number } from '../analysis/words/numbers.ts'
import { UsageError } from '../language/messages.ts'
import { financedBase, uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { changeIn, shownOf, valueIn, moneyIn, placeName, policyName, partName } from './core/names.ts'
import { leverTable } from './core/lever-table.ts'
import { question } from './core/question.ts'
import { joined, marks, note, text } from './core/report.ts'
import { asSentence } from '../language/typeset.ts'

/** Settings that a search over a single lever needs, about. */
const settingsOfOne = 160

export const goal = question({
  inputs: {
    keep: take.names(
      { en: 'a target, with <= or >=: all must hold', zh: '目标，用 <= 或 >= 表示；须同时成立' },
      'outcome@time <= number',
    ),
    with: take.names({ en: 'levers that may change', zh: '可调整的政策工具' }, 'levers'),
    chance: {
      type: z.number().min(0).max(1).default(0.8),
      help: { en: 'share of the simulations in which all targets must hold', zh: '全部目标须成立的模拟占比' },
      placeholder: 'share',
    },
    least: {
      type: z.enum(['change', 'cost']).default('change'),
      help: { en: 'what to minimise: the change of the levers, or the gross outlay', zh: '最小化：政策变动或总支出' },
      placeholder: 'aim',
    },
    simulations: take.simulations(200),
    settings: {
      type: z.int().min(50).max(100_000).default(300),
      help: { en: 'settings that a search over several levers may try', zh: '多项政策工具搜索的最多试算设定数' },
      placeholder: 'number',
    },
    seed: take.seed,
    modelError: take.modelError,
  },
  find: async ({ open, choices: [choice], scenario, inputs }, runs) => {
    const { simulations: members, seed, settings, chance, least: aim, modelError } = inputs
    const targets = parseTargets(open, inputs.keep)
    const levers = freeLevers(open, inputs.with)
    if (chance < 1 / members)
      throw new UsageError(say.noChance({ text: String(chance), least: number(1 / members, 3), most: 1 }))
    const { policy, assumptions } = scenario
    const twice = levers.find(({ name }) => policy[name] !== undefined)
    if (twice !== undefined) throw new UsageError(say.setTwice({ name: twice.name }))
    const names = levers.map(({ name }) => name)
    const { costing } = choice!
    runs.begin(members * (levers.length === 1 ? settingsOfOne : settings))
    const readings = targets.map(targetReading)
    const trials = { readings, members, assumptions, uncertainty: uncertaintyOf(scenario), modelError }
    const found = await findGoal({
      targets,
      levers,
      base: financedBase(policy, names),
      chance,
      aim,
      seed,
      mostPoints: settings,
      run: await runs.trials({ ...trials, seed }),
      check: await runs.trials({ ...trials, seed: seed + 1 }),
      costs: policies => grossPresentValues(open, policies, costing, runs.many),
      budget: costing.budget,
    })
    const moved = Object.keys(found.policy).length > 0
    const asked = moved ? new Map(targets.map(({ of, name }) => [of, name])) : []
    const explained = [...asked].map(([of, name]) => ({
      name,
      ...explainPolicy(open, found.policy, outcomeAt(open, of), { assumptions, many: runs.many }),
    }))
    const outcomes = targets.map(({ of }) => outcomeAt(open, of))
    const record = [...new Set(outcomes.flatMap(recordFor))]
    const before = open.simulator.run({ policy, assumptions, record })
    const standings = targets.map(({ bound, atLeast, name }, at) => {
      const outcome = outcomes[at]!
      return { bound, atLeast, name, outcome, now: outcomeIn(open, outcome)(before) }
    })
    const { audit } = open.simulator.run({ policy: found.policy, assumptions, record: [], audit: true })
    return {
      found,
      explained,
      standings,
      audit: audit!,
      remarks: meansRemark(
        open,
        readings.map(one => one.outcome),
      ),
    }
  },
  audits: ({ audit }) => [audit],
  warnings: (_, { remarks }) => remarks,
  scenario: ({ scenario }, { found: { targets, policy } }) => ({
    ...scenario,
    name: `${scenario.name === 'baseline' ? '' : `${scenario.name} + `}${targets.join(', ')}`,
    policy,
  }),
  record: ({ open, inputs: { seed, modelError } }, { found, explained }) => ({
    region: open.region.id,
    ...madeWith(open),
    seed,
    modelError,
    ...found,
    explained: explained.map(({ outcome, before, after, change, parts }) => ({
      outcome: outcome.text,
      before,
      after,
      change,
      parts: parts.map(({ id, levers, value, alone }) => ({ id, levers, value, alone })),
    })),
  }),
  report: ({ open: { region }, scenario, inputs }, { found, explained, standings }) => {
    const { chance, checked, before, presentValue, change, range, levers, spare, settingsTried } = found
    const share = (one: GoalResult['chance']): string => number(100 * one.share, 1)
    const ends = range?.map(value => (value === null ? say.outside().text : leverAmount(levers[0]!, value)))
    const told = [
      say.beside({ before: share(before), own: share(chance), checked: share(checked), members: checked.members }),
      ...(spare <= 0 ? [] : [say.spare({ number: spare })]),
      say.outlay({
        cost: moneyIn(region, presentValue),
        change: number(change, 2),
      }),
    ]
    return {
      title: joined([placeName(region), say.title()], marks.title),
      subtitle: say.tried({ name: policyName(scenario), members: chance.members, settings: settingsTried }),
      blocks: [
        text(asSentence(joined(found.messages, marks.clauses))),
        leverTable(levers),
        text(joined(told, marks.sentences)),
        ...(ends === undefined ? [] : [text(say.range({ name: leverIn(levers[0]!), low: ends[0]!, high: ends[1]! }))]),
        ...standings.map(({ outcome, name, now, bound, atLeast }) => {
          const shown = shownOf(outcome)
          return text(
            say.standing({
              outcome: name,
              now: valueIn(shown, now),
              bound: valueIn(shown, bound),
              atLeast,
            }),
          )
        }),
        ...explained.map(({ outcome, name, parts, change: all }) => {
          const shown = shownOf(outcome)
          return text(
            say.contributions({
              outcome: name,
              change: changeIn(shown, all),
              parts: joined(
                parts.map(part => joined([partName(part), changeIn(shown, part.value, false)], { en: ' ', zh: ' ' })),
                marks.parts,
              ),
            }),
          )
        }),
        note(inputs.modelError ? say.withModelError() : say.withoutModelError()),
      ],
    }
  },
})
