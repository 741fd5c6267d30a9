/** What value for money says of its question and its answer, by code and in both languages. */

import texts from '../../../texts/value.ts'
import { type Both, messageTable, type Of } from '../../../language/messages.ts'

interface Named {
  readonly names: ReadonlyArray<Both<string>>
}

export const valueMessages = messageTable('value', texts, {
  best: ({ names, year }: Named & Of<'year'>) => ({
    en: `Best value for money in ${year}${names.length === 1 ? '' : ', without a significant difference between them'}: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年资金效益最高${names.length === 1 ? '' : '（彼此无显著差别）'}：${names.map(({ zh }) => zh).join('、')}。`,
  }),
  worse: ({ names, year }: Named & Of<'year'>) => ({
    en: `Opposite effect in ${year} in at least nine of ten simulations: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年在至少九成模拟中效果相反：${names.map(({ zh }) => zh).join('、')}。`,
  }),
  unclear: ({ names, year }: Named & Of<'year'>) => ({
    en: `The direction of the effect in ${year} is uncertain, because the middle 80 % of simulations includes zero: ${names.map(({ en }) => en).join('; ')}.`,
    zh: `${year}年方向不确定（中间80%的模拟跨越零）：${names.map(({ zh }) => zh).join('、')}。`,
  }),
})
