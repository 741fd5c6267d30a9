/** What is wrong with an equation text or a unit that cannot be read, by code and in both languages. */

import { type Both, messageTable, type Of } from './messages.ts'

/** What a text was expected to go on with. */
export const wantedWords = {
  operator: { en: 'an operator', zh: '运算符' },
  value: { en: 'a number, a name or a bracket', zh: '数字、名称或括号' },
  label: { en: 'a label', zh: '标签' },
} as const satisfies Record<string, Both<string>>

export const syntaxMessages = messageTable('syntax', {
  comparisonTwice: () => ({
    en: "a comparison of a comparison; write 'a < b and b < c'",
    zh: '比较式不能连用；请写成“a < b and b < c”',
  }),
  notNumber: ({ word }: Of<'word'>) => ({ en: `'${word}' is not a number`, zh: `“${word}”不是数字` }),
  unitOpen: () => ({ en: "the unit's '{' has no '}'", zh: '单位的“{”缺少对应的“}”' }),
  unexpected: ({ wanted, found }: { readonly wanted: Both<string>; readonly found: string | undefined }) => ({
    en: `expected ${wanted.en} but found ${found === undefined ? 'the end' : `'${found}'`}`,
    zh: `此处应为${wanted.zh}，${found === undefined ? '但文本已结束' : `实为“${found}”`}`,
  }),
})

export const unitMessages = messageTable('unit', {
  missing: ({ text }: Of<'text'>) => ({ en: `a unit is missing in '${text}'`, zh: `“${text}”中缺少单位` }),
  power: ({ text }: Of<'text'>) => ({
    en: `'^' needs a number in unit '${text}'`,
    zh: `单位“${text}”中的“^”之后应为数字`,
  }),
  unknown: ({ base, text, known }: Of<'base' | 'text' | 'known'>) => ({
    en: `unknown unit '${base}' in '${text}'; available: ${known}, month, share, index, 1, % and the scales k, m, bn, tn after a unit`,
    zh: `“${text}”中的单位“${base}”未知；可用的单位有 ${known}, month, share, index, 1, %，单位之后可加量级 k、m、bn、tn`,
  }),
  operator: ({ operator, text }: Of<'operator' | 'text'>) => ({
    en: `'${operator}' is not understood in unit '${text}'`,
    zh: `无法识别单位“${text}”中的“${operator}”`,
  }),
})
