/** What stops a run of a model, by code and in both languages. */

import texts from '../texts/solution.ts'
import { messageTable, type Of } from './messages.ts'

export const solutionMessages = messageTable('solution', texts, {
  unsettled: (values: Of<'block' | 'time' | 'rounds' | 'mover' | 'moved' | 'tolerance'>) => {
    const { block, time, rounds, mover, moved, tolerance } = values
    return {
      en: `simultaneous block '${block}' did not settle at ${time}: after ${rounds} rounds '${mover}' still moves by ${moved} of its size (tolerance ${tolerance}); allow more rounds, or make one of its members a state`,
      zh: `联立方程组“${block}”在 ${time} 未收敛：迭代 ${rounds} 轮后“${mover}”的相对变动仍为 ${moved}（容差 ${tolerance}）；请增加轮数，或将其中一个变量改为状态变量`,
    }
  },
})
