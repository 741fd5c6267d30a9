/** Texts for reasons of a change, of the command line and of the app alike. */

import { type Both, messageTable, type Of } from '../../language/messages.ts'

export const reasonMessages = messageTable('reason', {
  points: () => ({ en: ' points', zh: '个百分点' }),
  head: ({ year }: Of<'year'>) => ({
    en: `Reasons for the change in ${year}: the effect that each cause alone has in the equation`,
    zh: `${year}年变动原因：各项原因单独变动时经方程带来的变化`,
  }),
  through: ({ from, moved }: Of<'from' | 'moved'>) => ({
    en: `through ${from}, ${moved}`,
    zh: `源于${from}${moved}`,
  }),
  /** Of a stock that an equation reads at the beginning and at the end of the step. */
  closing: () => ({ en: ' (closing)', zh: '（期末）' }),
  /** Of a value that its own former value leads to. */
  before: () => ({ en: ' (before)', zh: '（上期）' }),
  sentence: ({ name, change, causes }: Of<'name' | 'change' | 'causes'>) => ({
    en: `${name}, ${change}: ${causes}.`,
    zh: `${name}${change}：${causes}。`,
  }),
})

/** What values are that follow from no equation of a step, by the kind of their variable. */
export const kindWords: Both<Readonly<Record<string, string>>> = {
  en: {
    parameter: 'parameter',
    datum: 'regional data',
    exogenous: 'exogenous path',
    lever: 'lever',
    shock: 'shock',
    base: 'fixed at the start',
    solved: 'solved at the start',
    clock: 'time',
  },
  zh: {
    parameter: '参数',
    datum: '地区数据',
    exogenous: '外生路径',
    lever: '政策',
    shock: '随机冲击',
    base: '期初给定',
    solved: '期初求解',
    clock: '时间',
  },
}
