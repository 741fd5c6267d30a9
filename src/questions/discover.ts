/** The conditions under which a policy fails, over many simulations: boxes of uncertain inputs. */

import * as z from 'zod'
import { type Discovery, failuresOf, outsideInputs } from '../analysis/policies/discover/discover.ts'
import { messages as say } from '../texts/discover.ts'
import type { OpenRegion } from '../analysis/region/simulation.ts'
import { madeWith } from '../analysis/region/fingerprint.ts'
import { type GoalTarget, parseTarget, targetReading } from '../analysis/policies/goal/targets.ts'
import { meansRemark } from '../analysis/runs/mean-of-year.ts'
import { orderDraws } from '../engine/simd/draws.ts'
import { UsageError } from '../language/messages.ts'
import { uncertaintyOf } from '../scenario/scenario.ts'
import * as take from './core/inputs.ts'
import { placeName, policyName } from './core/names.ts'
import { question } from './core/question.ts'
import { type Block, both, expert, joined, note, section, text } from './core/report.ts'

const percent = { as: 'number', scale: 100, digits: 0 } as const

/** Every fifth step of the peeling: enough to see what more coverage costs in density. */
const tradeOffSection = ({ tradeOff }: Discovery): Block =>
  expert(
    section(say.tradeOff(), {
      kind: 'table',
      id: 'tradeOff',
      columns: [
        { id: 'coverage', head: say.coverage().text, ...percent },
        { id: 'density', head: say.density().text, ...percent },
        { id: 'mass', head: say.mass().text, ...percent },
        { id: 'inputs', head: say.inputs().text, as: 'number', digits: 0 },
      ],
      rows: tradeOff
        .filter((_, at) => at % 5 === 0 || at === tradeOff.length - 1)
        .map(({ coverage, density, mass, inputs }) => [coverage, density, mass, inputs]),
    }),
  )

export const discover = question({
  inputs: {
    fails: {
      ...take.names(
        {
          en: 'what counts as failure, with <= or >=, such as debtToGdp@2035 >= 1; any of several',
          zh: '何为失败，用 <= 或 >= 表示，如 debtToGdp@2035 >= 1；多项时满足任一项即为失败',
        },
        'outcome@time >= number',
      ),
      read: (open: OpenRegion, given: readonly string[]): GoalTarget[] => {
        if (given.length === 0) throw new UsageError(say.noEvent())
        return given.flatMap(one => parseTarget(open, one))
      },
    },
    simulations: {
      ...take.simulations(2000, { least: 100 }),
      help: { en: 'number of simulations', zh: '模拟次数' },
    },
    seed: take.seed,
    modelError: {
      type: z.boolean().default(true),
      help: { en: 'leave the error of the model out', zh: '不计入模型误差' },
    },
  },
  find: async ({ open, scenario, inputs: { fails: targets, simulations: members, seed, modelError } }, runs) => {
    const { assumptions, policy } = scenario
    const lastYear = Math.max(...targets.map(({ outcome }) => Math.ceil(outcome.window![1]) - 1))
    const outside = outsideInputs(open, lastYear)
    const uncertainty = uncertaintyOf(scenario)
    const readings = [...targets.map(targetReading), ...outside.readings]
    runs.begin(members)
    const trials = await runs.trials({ readings, members, seed, assumptions, uncertainty, modelError })
    const [values] = await trials([policy])
    const draws = orderDraws(open.linked, { seed, members, design: 'sobol', uncertainty })
    return failuresOf(open, { targets, fails: 'met', values: values!, outside, draws, members, assumptions })
  },
  warnings: ({ open, inputs: { fails } }) =>
    meansRemark(
      open,
      fails.map(({ outcome }) => outcome),
    ),
  record: ({ open, scenario, inputs: { fails, seed, modelError } }, found) => ({
    region: open.region.id,
    ...madeWith(open),
    scenario: scenario.name,
    seed,
    fails: fails.map(one => one.text),
    modelError,
    ...found,
  }),
  report: ({ open: { region }, scenario, inputs: { fails } }, found) => {
    const { members, failures, inputs, messages, boxes, tradeOff } = found
    return {
      title: say.title({
        region: placeName(region),
        name: policyName(scenario),
        fails: joined(
          fails.map(one => both(() => one.text)),
          { en: ' or ', zh: '或' },
        ),
      }),
      blocks: [
        text(say.counted({ failures, members, inputs })),
        ...messages.map(text),
        ...(boxes.length > 1 ? [note(say.left())] : []),
        ...(tradeOff.length === 0 ? [] : [tradeOffSection(found)]),
      ],
    }
  },
})
