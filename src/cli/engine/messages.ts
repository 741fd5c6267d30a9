/** What is wrong with what a program asks of the engine, by code and in both languages. */

import { messageTable, type Of } from '../../language/messages.ts'

export const questionMessages = messageTable('question', {
  noFrame: () => ({
    en: 'the input is no stream of questions; ask the engine through the Python package, or see docs/guide/python.md',
    zh: '输入不是问题流；请通过 Python 包调用引擎，或参阅 docs/guide/python.md',
  }),
  cutShort: () => ({
    en: 'the input ended in the middle of a question, which has not been answered; send the whole question again',
    zh: '输入在一个问题的中途结束，该问题未作回答；请重新发送完整的问题',
  }),
  question: ({ place, problem }: Of<'place' | 'problem'>) => ({
    en: `the question is not one the engine understands${place === '' ? '' : ` (${place})`}: ${problem}; the package and the engine may be of two versions`,
    zh: `引擎无法理解该问题${place === '' ? '' : `（${place}）`}：${problem}；软件包与引擎的版本可能不一致`,
  }),
  noTable: () => ({
    en: 'the question comes without its table of experiments',
    zh: '问题缺少实验表',
  }),
})
