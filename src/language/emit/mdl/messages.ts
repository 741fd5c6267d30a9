/** What a model holds that a Vensim file cannot, by code and in both languages. */

import { messageTable, type Of } from '../../messages.ts'

export const vensimMessages = messageTable('vensim', {
  notNumber: () => ({
    en: 'not every value is a number, so it cannot be exported',
    zh: '并非所有值都是有效数字，无法导出',
  }),
  block: ({ members }: Of<'members'>) => ({
    en: `a simultaneous block (${members}) has no counterpart in a Vensim file; solve it by hand, or make one of its members a state`,
    zh: `Vensim 文件没有与联立方程组（${members}）对应的写法；请手工求解，或将其中一个变量改为状态变量`,
  }),
})
