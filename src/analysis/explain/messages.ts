/** Texts for reasons of a change, of the command line and of the app alike. */

import texts from '../../texts/reason.ts'
import { type Both, messageTable } from '../../language/messages.ts'

export const reasonMessages = messageTable('reason', texts)

/** Words for values that follow from no equation of a step, by the kind of their variable. */
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
