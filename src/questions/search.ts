/** Packages within a budget that no other beats in several robust measures. */

import * as z from 'zod'
import { grossPresentValues } from '../analysis/policies/costs.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { freeLevers } from '../analysis/policies/goal/levers.ts'
import { messages as say } from '../texts/goal.ts'
import {
  generationsOf,
  type Objective,
  packageLevers,
  parseObjectives,
  searchPackages,
  standardMaximise,
  standardMinimise,
} from '../analysis/policies/goal/search.ts'
import { outcomeName, targetName } from '../analysis/policies/goal/targets.ts'
import { type Shown, shownAs } from '../analysis/explain/shown.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { addressedVariable } from '../language/address.ts'
import { type Both, type Language, UsageError } from '../language/messages.ts'
import { messages as usage } from '../texts/usage.ts'
import { unitWords } from '../model/names/units.ts'
import { financedBase, uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { leverTable } from './core/lever-table.ts'
import { question } from './core/question.ts'
import { moneyIn, placeName } from './core/names.ts'
import { both, type Cell, type Column, expert, joined, marks, note, section } from './core/report.ts'

const measures = 'mean(…), share(… >= … and …), regret(…), regret90(…), revival, cost, change'
const mostRuns = 1e9

/** Shown beside measures that leave it out. */
const cost: Objective = { text: 'cost', kind: 'cost', maximise: false, from: 0, targets: [] }

/** A number as a measure of this kind is shown: a regret is a difference. */
const shownIn = (open: OpenRegion, { outcome, kind }: Objective, language: Language): Omit<Shown, 'changeUnit'> => {
  if (kind === 'cost') {
    const { scale, text: unit } = unitWords(`${open.region.currency} bn`, language)
    return { scale, digits: 0, unit }
  }
  if (kind === 'change') return { scale: 1, digits: 2, unit: '' }
  if (kind === 'share' || kind === 'revival') return { scale: 100, digits: 0, unit: '%' }
  const variable = addressedVariable(outcome!.series)
  const { unit, changeUnit, ...shown } = shownAs(variable, open.linked.variables.get(variable)!.unitText, language)
  return { ...shown, unit: kind === 'mean' ? unit : changeUnit }
}

/** A measure as it is asked, and in words. */
const columnOf = (open: OpenRegion, objective: Objective): Column => {
  const { text, kind, targets, outcome } = objective
  const shown = { en: shownIn(open, objective, 'en'), zh: shownIn(open, objective, 'zh') }
  const what =
    kind === 'share'
      ? joined(
          targets.map(one => targetName(open, one)),
          { en: ' and ', zh: '且' },
        )
      : outcome === undefined
        ? { en: '', zh: '' }
        : outcomeName(open, outcome.text)
  const named = say.measure({ kind, what }).text
  const headOf = (name: Both<string>): Both<string> =>
    both(language => `${name[language]}${shown[language].unit === '' ? '' : `, ${shown[language].unit.trim()}`}`)
  return {
    id: text,
    head: headOf({ en: text, zh: text }),
    full: headOf(named),
    as: 'number',
    scale: { en: shown.en.scale, zh: shown.zh.scale },
    digits: { en: shown.en.digits, zh: shown.zh.digits },
  }
}

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
        zh: '每个方案的年支出上限，单位10亿（默认：程序各方案的预算）',
      },
      placeholder: 'number',
    },
    simulations: take.simulations(200),
    runs: {
      type: z.int().min(1).max(mostRuns).default(60_000),
      help: { en: 'total number of runs: packages tried times simulations', zh: '运行总次数：试算方案数乘以模拟次数' },
      placeholder: 'number',
    },
    seed: take.seed,
    modelError: take.modelError,
    package: {
      type: z.int().min(1).max(1e6).optional(),
      help: {
        en: 'the number in the table of the package whose levers are shown, and which --save saves',
        zh: '要列出政策工具（并由 --save 保存）的方案编号',
      },
      placeholder: 'number',
      label: say.number().text,
      page: 1,
      shows: true,
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
    const levers = freeLevers(open, inputs.with ?? packageLevers(open)).filter(
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
    return { found, objectives, levers, budget, remarks: meansRemark(open, outcomes) }
  },
  warnings: (_, { remarks }) => remarks,
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
    { open, inputs: { package: number, simulations: members, seed } },
    { found, objectives, levers, budget },
  ) => {
    const { packages, progress, tried } = found
    const { region } = open
    const figures = (id: string, head: Column['head'], digits: number): Column => ({ id, head, as: 'number', digits })
    const asksCost = objectives.some(({ kind }) => kind === 'cost')
    const chosen = number === undefined ? undefined : packages.at(number - 1)
    return {
      title: joined([placeName(region), say.packages()], marks.title),
      blocks: [
        {
          kind: 'table',
          id: 'packages',
          title: say.packagesTried({ found: packages.length, tried, members, seed }),
          columns: [
            figures('number', say.number().text, 0),
            ...(asksCost ? objectives : [...objectives, cost]).map(one => columnOf(open, one)),
          ],
          rows: packages.map(({ measures: values, presentValue }, at): Cell[] => [
            at + 1,
            ...objectives.map(({ text }) => values[text]!),
            ...(asksCost ? [] : [presentValue]),
          ]),
        },
        expert(
          section(say.progress(), {
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
        ),
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
        note(say.searchNote({ budget: moneyIn(region, budget) })),
      ],
    }
  },
})
