/** What is wrong with the inputs of a question, or with the runs behind its answer. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

export const questionMessages = messageTable('question', {
  refused: ({ option, text, why }: Of<'option' | 'text'> & { readonly why: Both<string> }) => ({
    en: `${option} ${text}: ${why.en}`,
    zh: `${option} ${text}：${why.zh}`,
  }),
  number: ({ option, text, least, most }: Of<'option' | 'text' | 'least' | 'most'>) => ({
    en: `${option} ${text}: give a number from ${least} to ${most}`,
    zh: `${option} ${text}：请给出 ${least} 至 ${most} 之间的数`,
  }),
  oneOf: ({ option, text, known }: Of<'option' | 'text' | 'known'>) => ({
    en: `${option} ${text}: give one of ${known}`,
    zh: `${option} ${text}：请给出以下之一：${known}`,
  }),
  oneSimulation: ({ option }: Of<'option'>) => ({
    en: `${option} 1: a single simulation has no band; give 0 for no bands, or 2 or more`,
    zh: `${option} 1：单次模拟没有区间；不需要区间请填 0，否则请填 2 或以上`,
  }),
  accountsOpen: ({ where }: Of<'where'>) => ({
    en: `the accounts do not balance (${where}): do not use these results`,
    zh: `账目不平衡（${where}）：请勿使用这些结果`,
  }),
  csvAndJson: () => ({
    en: 'give either --csv or --json, not both',
    zh: '--csv 与 --json 只能选用其一',
  }),
  noPolicy: () => ({
    en: 'name a policy: this question compares a policy with current policy, such as --policy G or --set childAllowance=10',
    zh: '请给出政策：本问题将政策与维持现行政策相比较，例如 --policy G 或 --set childAllowance=10',
  }),
})
