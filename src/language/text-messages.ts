/** What is wrong with an equation text or a unit that cannot be read, by code and in both languages. */

import syntaxTexts from '../texts/syntax.ts'
import unitTexts from '../texts/unit.ts'
import { type Both, messageTable } from './messages.ts'

/** What a text was expected to go on with. */
export const wantedWords = {
  operator: { en: 'an operator', zh: '运算符' },
  value: { en: 'a number, a name or a bracket', zh: '数字、名称或括号' },
  label: { en: 'a label', zh: '标签' },
} as const satisfies Record<string, Both<string>>

export const syntaxMessages = messageTable('syntax', syntaxTexts, {
  unitOpen: () => ({ en: "the unit's '{' has no '}'", zh: '单位的“{”缺少对应的“}”' }),
})

export const unitMessages = messageTable('unit', unitTexts)
