/** Packages within a budget that no other beats in several robust measures. */

import * as z from 'zod'
import { grossPresentValues } from '../analysis/policies/costs.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { freeLevers } from '../analysis/policies/goal/levers.ts'
import { goalMessages as say } from '../analysis/policies/goal/messages.ts'
import {
  generationsOf,
  packageLevers,
  parseObjectives,
  searchPackages,
  standardMaximise,
  standardMinimise,
} from '../analysis/policies/goal/search.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { numbersIn } from '../analysis/words/readable-numbers.ts'
import { UsageError } from '../language/reported-error.ts'
import { nameIn } from '../language/typeset.ts'
import { usage } from '../language/usage-messages.ts'
import { financedBase } from '../scenario/financing.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { leverTable } from './core/lever-table.ts'
import { question } from './core/question.ts'
import { both, type Cell, type Column, expert, note, section } from './core/report.ts'

const measures = 'mean(…), share(… >= … and …), regret(…), regret90(…), revival, cost, change'
const mostRuns = 1e9

export const search = question({
  inputs: {
    maximise: take.names({ en: `to be maximised: ${measures}`, zh: `最大化的度量：${measures}` }, 'measure'),
    minimise: take.names(
      { en: 'like --maximise; a regret is minimised with either option', zh: '同 --maximise；差距在两者中均为最小化' },
      'measure',
    ),
    with: {
      type: z.array(z.string()).optional(),
      help: {
        en: 'levers that may change: names, themes, or all (default: those of the packages)',
        zh: '可调整的政策工具：名称、主题或 all（默认：各方案所用工具）',
      },
      placeholder: 'levers',
    },
    budget: {
      type: z.number().min(1).max(1e6).optional(),
      help: {
        en: 'maximum outlay of a package a year, in billions (default: that of the packages of the program)',
        zh: '每个组合的年支出上限，单位10亿（默认：程序各方案的预算）',
      },
      placeholder: 'number',
    },
    simulations: take.simulations(200),
    runs: {
      type: z.int().min(1).max(mostRuns).default(60_000),
      help: { en: 'total number of runs: packages tried times simulations', zh: '运行总次数：试算组合数乘以模拟次数' },
      placeholder: 'number',
    },
    seed: take.seed,
    modelError: take.modelError,
    package: {
      type: z.int().min(1).max(1e6).optional(),
      help: {
        en: 'the number in the table of the package whose levers are shown, and which --save saves',
        zh: '要列出政策工具（并由 --save 保存）的组合编号',
      },
      placeholder: 'number',
    },
  },
  find: async ({ open, choices: [choice], scenario, inputs }, runs) => {
    const { simulations: members, seed, modelError, maximise, minimise } = inputs
    const given = maximise.length > 0 || minimise.length > 0
    const { objectives, readings } = parseObjectives(
      open,
      given ? maximise : standardMaximise,
      given ? minimise : standardMinimise,
    )
    const { policy, assumptions } = scenario
    const levers = freeLevers(open, inputs.with ?? packageLevers()).filter(
      ({ name }) => inputs.with !== undefined || policy[name] === undefined,
    )
    const twice = levers.find(({ name }) => policy[name] !== undefined)
    if (twice !== undefined) throw new UsageError(say.setTwice({ name: twice.name }))
    const least = 4 * members
    if (inputs.runs < least)
      throw new UsageError(usage.wholeNumber({ option: '--runs', text: String(inputs.runs), least, most: mostRuns }))
    const { costing } = choice!
    // A year's amount, as the budget of packages is stated.
    const budget = ((inputs.budget ?? costing.envelope) / costing.envelope) * costing.budget
    const size = generationsOf(Math.floor(inputs.runs / members))
    runs.begin(size.population * (size.generations + 1) * members)
    const found = await searchPackages({
      levers,
      base: financedBase(
        policy,
        levers.map(({ name }) => name),
      ),
      objectives,
      seed,
      ...size,
      run: await runs.trials({
        readings,
        members,
        seed,
        assumptions,
        uncertainty: uncertaintyOf(scenario),
        modelError,
      }),
      costs: policies => grossPresentValues(open, policies, costing, runs.many),
      budget,
    })
    const outcomes = readings.flatMap(reading => ('outcome' in reading ? [reading.outcome] : []))
    return { found, objectives, levers, budget, remark: meansRemark(open, outcomes) }
  },
  warnings: (_, { remark }) => (remark === undefined ? [] : [remark]),
  scenario: ({ scenario, inputs: { package: number = 1 } }, { found: { packages } }) => {
    const chosen = packages.at(number - 1)
    if (chosen === undefined) throw new UsageError(say.noPackage({ text: String(number), most: packages.length }))
    return { ...scenario, name: `package ${number} of a search`, policy: chosen.policy }
  },
  record: ({ open, inputs: { seed, modelError } }, { found, objectives, levers, budget }) => ({
    region: open.region.id,
    ...madeWith(open),
    seed,
    modelError,
    budget,
    measures: objectives.map(({ text, kind, maximise }) => ({ text, kind, maximise })),
    levers: levers.map(({ name, bounds, standard }) => ({ name, bounds, standard })),
    ...found,
  }),
  report: (
    { open: { region }, inputs: { package: number, simulations: members, seed } },
    { found, objectives, levers, budget },
  ) => {
    const { packages, progress, tried } = found
    const figures = (id: string, head: Column['head'], digits: number): Column => ({ id, head, as: 'number', digits })
    const asksCost = objectives.some(({ kind }) => kind === 'cost')
    const chosen = number === undefined ? undefined : packages.at(number - 1)
    return {
      title: both(
        language =>
          `${nameIn(region.names, language)}${language === 'zh' ? '：' : ': '}${say.packages().text[language]}`,
      ),
      subtitle: say.packagesTried({ found: packages.length, tried, members, seed }),
      blocks: [
        {
          kind: 'table',
          id: 'packages',
          columns: [
            figures('number', say.number().text, 0),
            ...objectives.map(({ text }) => figures(text, { en: text, zh: text }, 3)),
            ...(asksCost ? [] : [figures('cost', say.cost().text, 0)]),
          ],
          rows: packages.map(({ measures: values, presentValue }, at): Cell[] => [
            at + 1,
            ...objectives.map(({ text }) => values[text]!),
            ...(asksCost ? [] : [presentValue]),
          ]),
        },
        expert({
          kind: 'table',
          id: 'progress',
          columns: [
            figures('runs', say.runs().text, 0),
            figures('tried', say.triedHead().text, 0),
            figures('notDominated', say.notDominated().text, 0),
            figures('hypervolume', say.hypervolume().text, 3),
          ],
          rows: progress.map(stage => [stage.tried * members, stage.tried, stage.packages, stage.hypervolume]),
        }),
        ...(number === undefined || chosen === undefined
          ? []
          : [
              section(
                say.chosen({ number }),
                leverTable(
                  levers.flatMap(lever => {
                    const value = chosen.levers[lever.name]
                    return value === undefined ? [] : [{ ...lever, value }]
                  }),
                ),
              ),
            ]),
        note(say.searchNote({ budget: both(language => numbersIn(language, region.currency).money(budget)) })),
      ],
    }
  },
})
