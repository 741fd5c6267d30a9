/** The texts around the reasons for a change. */

import { dictionary } from './language.ts'

export const reasonWords = dictionary({
  title: {
    en: (indicator: string, name: string) => `${indicator} under “${name}”: why it changes`,
    zh: (indicator: string, name: string) => `“${name}”下${indicator}变动的原因`,
  },
  note: {
    en: (year: number) =>
      `The central projection of ${year} compared with current policy. Each figure is the effect that a cause alone has in the equation, so the figures need not add up to the change.`,
    zh: (year: number) =>
      `${year}年基准情景与维持现行政策相比。各数值为该项原因单独变动时经方程带来的变化，合计不一定等于总变化。`,
  },
  none: {
    en: (year: number) =>
      `In ${year} it hardly differs in the central projection, or by the values of earlier years alone.`,
    zh: (year: number) => `${year}年基准情景中几乎没有差异，或差异仅来自以往年份。`,
  },
  computing: { en: 'Calculating …', zh: '正在计算……' },
  tree: { en: 'See all causes', zh: '查看全部成因' },
  eventTitle: {
    en: (year: number) => `Why output differs in ${year}`,
    zh: (year: number) => `${year}年产出变动的原因`,
  },
  eventNote: {
    en: 'The central projection with the event compared with that without it. Each figure is the effect that a cause alone has in the equation, so the figures need not add up to the change.',
    zh: '基准情景下有该事件与无该事件相比。各数值为该项原因单独变动时经方程带来的变化，合计不一定等于总变化。',
  },
})
