/** The answer: whether a region keeps its place in the nation, what packages of spending and reform change, and at what cost. */

import * as z from 'zod'
import { answerReasons } from '../analysis/answer/answer-reasons.ts'
import { answerFor } from '../analysis/answer/answer-runs.ts'
import { chooseFrom } from '../analysis/region/choice.ts'
import { UsageError } from '../language/messages.ts'
import { messages as questionMessages } from '../texts/question.ts'
import { statedIn } from '../scenario/json.ts'
import { envelopeShare } from '../model/packages.ts'
import { standardMembers } from '../scenario/scenario.ts'
import { thresholdsFrom } from '../scenario/thresholds.ts'
import { answerReport } from './answer-report.ts'
import * as take from './core/inputs.ts'
import { percentIn } from './core/names.ts'
import { question } from './core/question.ts'

/** Of output, in per cent: beyond it every direction of spending stands at its bounds. */
const mostBudget = 4

export const answer = question({
  inputs: {
    simulations: take.simulations(standardMembers, { least: 2 }),
    seed: take.seed,
    budget: {
      type: z.union([z.string(), z.number()]).optional(),
      help: {
        en: `what each direction of spending costs a year, of output, such as 1% (0 to ${mostBudget} %; default: ${100 * envelopeShare} %); reforms come on top`,
        zh: `各支出方向每年的成本占地区生产总值的比重，如1%（0至${mostBudget}%，默认${100 * envelopeShare}%）；改革的成本另计`,
      },
      placeholder: 'share',
      label: { en: 'Budget of each direction', zh: '各方向的预算' },
      page: String(100 * envelopeShare),
      options: () => [envelopeShare, 0.01, 0.02, 0.04].map(share => [String(100 * share), percentIn(share)] as const),
      read: (_, given: string | number | undefined, called: string) => {
        if (given === undefined) return undefined
        const found = /^(\d+(?:\.\d+)?) ?%?$/.exec(String(given).trim())
        const value = Number(found?.[1])
        if (found === null || value > mostBudget)
          throw new UsageError(
            questionMessages.number({ option: called, text: String(given), least: 0, most: mostBudget }),
          )
        return value / 100
      },
    },
    policies: {
      type: z.array(z.union([z.string(), z.looseObject({ name: z.string().optional() })])).default([]),
      help: {
        en: 'a policy that stands beside the packages: a package, a scenario file or a link',
        zh: '与各方案并列比较的政策：方案、情景文件或链接',
      },
      option: 'policy',
      placeholder: 'package|file',
      read: (open, given: ReadonlyArray<string | { readonly name?: string | undefined }>) =>
        given.map(one => {
          const { name, ...stated } = typeof one === 'string' ? { name: undefined, policy: one } : one
          const { scenario } = chooseFrom(open, statedIn(stated))
          return { name: name ?? scenario.name, policy: scenario.policy }
        }),
    },
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
  find: async ({ open, inputs, scenario: { assumptions }, brief = false }, runs) => {
    const { seed, simulations: members, threshold: thresholds, budget: share, policies: own } = inputs
    const found = await answerFor(
      open,
      { seed, members, assumptions, thresholds, share, own, brief },
      runs.many,
      runs.members,
    )
    return { ...found, reasons: brief ? [] : answerReasons(open, found, runs.values) }
  },
  audits: ({ audit }) => [audit],
  record: (_, found) => found,
  report: ({ open: { region } }, found) => answerReport(found, region),
})
