/** The answer: whether a region can be revived, under which package of equal cost, and with what probability. */

import * as z from 'zod'
import { answerReasons } from '../analysis/answer/answer-reasons.ts'
import { answerFor } from '../analysis/answer/answer-runs.ts'
import { parameterVariants } from '../analysis/region/parameter-variants.ts'
import { standardMembers } from '../scenario/scenario.ts'
import { thresholdsFrom } from '../scenario/thresholds.ts'
import { answerReport } from './answer-report.ts'
import * as take from './core/inputs.ts'
import { question } from './core/question.ts'

export const answer = question({
  inputs: {
    simulations: take.simulations(standardMembers, { least: 2 }),
    seed: take.seed,
    threshold: {
      type: z.array(z.string()).default([]),
      help: {
        en: 'move a threshold of a criterion, such as unemployment=0.06',
        zh: '调整某项标准的阈值，如 unemployment=0.06',
      },
      placeholder: 'measure=value',
      read: (_, given: string[]) => thresholdsFrom(given),
    },
  },
  find: async ({ open, inputs, scenario: { assumptions } }, runs) => {
    const { seed, simulations: members, threshold: thresholds } = inputs
    const task = { seed, members, assumptions, thresholds, variants: parameterVariants(open) }
    const found = await answerFor(open, task, runs.many, runs.members)
    return { ...found, reasons: answerReasons(open, found, runs.values) }
  },
  audits: ({ audit }) => [audit],
  record: (_, found) => found,
  report: ({ open: { region } }, found) => answerReport(found, region),
})
