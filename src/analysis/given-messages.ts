/** What is wrong with years and thresholds as they are given, by code and in both languages. */

import { messageTable, type Of } from '../language/messages.ts'

export const givenMessages = messageTable('given', {
  noThreshold: ({ text }: Of<'text'>) => ({
    en: `threshold ${text}: the threshold is not a number; write it as unemployment=0.06`,
    zh: `阈值 ${text}：阈值不是数字；请写成 unemployment=0.06`,
  }),
  yearOutside: ({ option, text, word, first, last }: Of<'option' | 'text' | 'word' | 'first' | 'last'>) => ({
    en: `${option} ${text}: '${word}' is no year of the run; give years from ${first} to ${last}, such as 2030,2040`,
    zh: `${option} ${text}：“${word}”不在模拟期内；请填 ${first} 至 ${last} 之间的年份，如 2030,2040`,
  }),
})
