/** What stops a run of a model, by code and in both languages. */

import { messageTable, type Of } from './messages.ts'

export const solutionMessages = messageTable('solution', {
  inputNotSet: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `${name} is ${value}; it is an input that was not set`,
    zh: `${name} 为 ${value}；它是尚未设定的输入`,
  }),
  notFinite: ({ name, value, reads }: Of<'name' | 'value' | 'reads'>) => ({
    en: `${name} is ${value}${reads === '' ? '' : `; it was computed from ${reads}`}`,
    zh: `${name} 为 ${value}${reads === '' ? '' : `；计算所用：${reads}`}`,
  }),
  none: ({ from, to, atFrom, atTo }: Of<'from' | 'to' | 'atFrom' | 'atTo'>) => ({
    en: `no solution between ${from} and ${to}: the residual is ${atFrom} at ${from} and ${atTo} at ${to}; widen 'between', or correct the figures that the residual reads`,
    zh: `在 ${from} 与 ${to} 之间无解：残差在 ${from} 处为 ${atFrom}，在 ${to} 处为 ${atTo}；请放宽 between，或更正残差所读取的数据`,
  }),
  unsettled: (values: Of<'block' | 'time' | 'rounds' | 'mover' | 'moved' | 'tolerance'>) => {
    const { block, time, rounds, mover, moved, tolerance } = values
    return {
      en: `simultaneous block '${block}' did not settle at ${time}: after ${rounds} rounds '${mover}' still moves by ${moved} of its size (tolerance ${tolerance}); allow more rounds, or make one of its members a state`,
      zh: `联立方程组“${block}”在 ${time} 未收敛：迭代 ${rounds} 轮后“${mover}”的相对变动仍为 ${moved}（容差 ${tolerance}）；请增加轮数，或将其中一个变量改为状态变量`,
    }
  },
  noStart: () => ({
    en: 'not set; write the opening of the first step into its slot',
    zh: '未设定；请在其位置写入第一步的期初时间',
  }),
  noTimeStep: () => ({
    en: 'not set; write the length of a step into its slot',
    zh: '未设定；请在其位置写入步长',
  }),
  startsInYear: ({ start }: Of<'start'>) => ({
    en: `a model with annual parts starts on 1 January, not at ${start}`,
    zh: `含年度方程的模型须从 1 月 1 日开始，而非 ${start}`,
  }),
  stepsOfYear: ({ timeStep }: Of<'timeStep'>) => ({
    en: `a model with annual parts needs a whole number of steps a year, not steps of ${timeStep} year`,
    zh: `含年度方程的模型每年的步数须为整数，而步长现为 ${timeStep} 年`,
  }),
})
