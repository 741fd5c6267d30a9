/** The texts of the Answer view. */

import texts from '../../texts/app/answer.ts'
import { evidenceNames } from '../../model/names/evidence.ts'
import { classWords } from '../../model/criteria.ts'
import { dictionary } from './language.ts'

export const answerWords = dictionary(texts, {
  gradeNames: evidenceNames,
  meaning: {
    en: `“${classWords.revived.names.en}” means: ${classWords.revived.meaning.en.charAt(0).toLowerCase()}${classWords.revived.meaning.en.slice(1)}.`,
    zh: `“${classWords.revived.names.zh}”指${classWords.revived.meaning.zh}。`,
  },
  changesNote: {
    en: (from: number, to: number) =>
      `Paired differences from current policy over the same simulations, ${from}–${to % 100}: the median, and the middle 80 % in figures and as a band (the thin line marks no change). ▲ better in at least 90 % of simulations, ▼ worse in at least 90 %. Select a figure to see how it comes about.`,
    zh: (from: number, to: number) =>
      `${from}—${to % 100}年同一批模拟中与现行政策的配对差异：中位数、中间80%的区间及其图示（细线为无变化）。▲至少90%的模拟更好，▼至少90%的模拟更差。点选数值可查看变动原因。`,
  },
  criteriaHead: {
    en: (from: number, to: number) => `Probability of meeting each criterion, ${from}–${to % 100}`,
    zh: (from: number, to: number) => `各项标准的达标概率，${from}—${to % 100}年`,
  },
})
