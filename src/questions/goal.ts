/** The least setting of some levers that meets targets with a stated chance. */

import * as z from 'zod'
import { grossPresentValues } from '../analysis/policies/costs.ts'
import { explainPolicy, outcomeAt, outcomeIn, recordFor } from '../analysis/explain/change.ts'
import { type Shown, shownAs } from '../analysis/explain/shown.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { findGoal, type GoalResult } from '../analysis/policies/goal/goal.ts'
import { freeLevers } from '../analysis/policies/goal/levers.ts'
import { goalMessages as say } from '../analysis/policies/goal/messages.ts'
import { parseTargets, targetReading } from '../analysis/policies/goal/targets.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { number, signed } from '../analysis/words/numbers.ts'
import { numbersIn } from '../analysis/words/readable-numbers.ts'
import type { Both, Language } from '../language/messages.ts'
import { UsageError } from '../language/reported-error.ts'
import { nameIn } from '../language/typeset.ts'
import { financedBase } from '../scenario/financing.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { leverTable } from './core/lever-table.ts'
import { partName } from './core/part-name.ts'
import { question } from './core/question.ts'
import { both, note, text } from './core/report.ts'
import { scenarioName } from './core/scenario-words.ts'

/** Settings that a search over a single lever needs, about. */
const settingsOfOne = 160

/** A number as tables show the outcome. */
const written = (value: number, { scale, digits, unit }: Shown, language: Language): string =>
  `${number(value * scale, digits)}${language === 'zh' ? '' : ' '}${unit}`

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
    const explained = (moved ? [...new Set(targets.map(({ of }) => of))] : []).map(name =>
      explainPolicy(open, found.policy, outcomeAt(open, name), { assumptions, many: runs.many }),
    )
    const outcomes = targets.map(({ of }) => outcomeAt(open, of))
    const record = [...new Set(outcomes.flatMap(recordFor))]
    const before = open.simulator.run({ policy, assumptions, record })
    const standings = targets.map(({ bound, atLeast }, at) => {
      const outcome = outcomes[at]!
      return { bound, atLeast, outcome, now: outcomeIn(open, outcome)(before) }
    })
    const { audit } = open.simulator.run({ policy: found.policy, assumptions, record: [], audit: true })
    return {
      found,
      explained,
      standings,
      audit: audit!,
      remark: meansRemark(
        open,
        readings.map(one => one.outcome),
      ),
    }
  },
  audits: ({ audit }) => [audit],
  warnings: (_, { remark }) => (remark === undefined ? [] : [remark]),
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
    const ends = range?.map(value =>
      both(language => (value === null ? say.outside().text[language] : number(value, 3))),
    )
    const told = [
      say.beside({ before: share(before), own: share(chance), checked: share(checked), members: checked.members }),
      ...(spare <= 0 ? [] : [say.spare({ number: spare })]),
      say.outlay({
        cost: both(language => numbersIn(language, region.currency).money(presentValue)),
        change: number(change, 2),
      }),
    ]
    const joined = (marks: Both<string>, parts: typeof told): Both<string> =>
      both(language => parts.map(one => one.text[language]).join(marks[language]))
    const sentence = joined({ en: '; ', zh: '；' }, found.messages.slice())
    return {
      title: both(
        language => `${nameIn(region.names, language)}${language === 'zh' ? '：' : ': '}${say.title().text[language]}`,
      ),
      subtitle: both(
        language =>
          say.tried({
            name: scenarioName(scenario.name, language),
            members: chance.members,
            settings: settingsTried,
          }).text[language],
      ),
      blocks: [
        text({ en: `${sentence.en[0]!.toUpperCase()}${sentence.en.slice(1)}.`, zh: `${sentence.zh}。` }),
        leverTable(levers),
        text(joined({ en: ' ', zh: '' }, told)),
        ...(ends === undefined
          ? []
          : [
              text(
                both(
                  language =>
                    say.range({ name: levers[0]!.name, low: ends[0]![language], high: ends[1]![language] }).text[
                      language
                    ],
                ),
              ),
            ]),
        ...standings.map(({ outcome, now, bound, atLeast }) => {
          const shown = (value: number): Both<string> =>
            both(language => written(value, shownAs(outcome.variable, outcome.unit, language), language))
          return text(say.standing({ outcome: outcome.text, now: shown(now), bound: shown(bound), atLeast }))
        }),
        ...explained.map(({ outcome, parts, change: all }) => {
          const changed = (value: number, language: Language, withUnit = false): string => {
            const { scale, digits, changeUnit } = shownAs(outcome.variable, outcome.unit, language)
            const unit = withUnit ? `${language === 'zh' ? '' : ' '}${changeUnit}` : ''
            return `${signed(value * scale, digits)}${unit}`
          }
          return text(
            say.contributions({
              outcome: outcome.text,
              change: both(language => changed(all, language, true)),
              parts: parts.map(part =>
                both(language => `${partName(part, language)} ${changed(part.value, language)}`),
              ),
            }),
          )
        }),
        note(inputs.modelError ? say.withModelError() : say.withoutModelError()),
      ],
    }
  },
})
