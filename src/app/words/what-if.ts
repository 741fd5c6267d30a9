/** The texts of the What if view: levers, schedules, assumptions, financing and saved scenarios. */

import texts from '../../texts/app/what-if.ts'
import { dictionary } from './language.ts'

export const whatIfWords = dictionary(texts, {
  yearEnd: { en: '', zh: '年' },
  criteriaNote: {
    en: (from: number, to: number) =>
      `Values for ${from}–${to % 100}. Bar: 80 % of simulations. Mark: median. Line: threshold; values on the shaded side meet it. Blue: this package. Grey: current policy.`,
    zh: (from: number, to: number) =>
      `${from}—${to % 100}年的读数：横条为80%的模拟，短线为中位数，长竖线为阈值，底纹一侧为达标。蓝色：本方案；灰色：现行政策。`,
  },
})
