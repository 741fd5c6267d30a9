/** What is wrong with years and thresholds as they are given, by code and in both languages. */

import { times } from '../regions/own/unit-slips.ts'
import { type Both, messageTable, type Of } from '../language/messages.ts'

/** What a number given in per cent, where fractions of one are wanted, would mean, and how to write it. */
export const percentGiven = (value: string | number): Both<string> => ({
  en: `fractions of one, so that ${value} is ${times(value, 100)} %; write ${times(value, 0.01)} for ${value} %`,
  zh: `比率以小数表示，${value} 即 ${times(value, 100)}%；${value}% 请写成 ${times(value, 0.01)}`,
})

export const givenMessages = messageTable('given', {
  thresholdTwice: ({ id }: Of<'id'>) => ({
    en: `the threshold ${id} is given twice; keep one of them`,
    zh: `阈值 ${id} 出现两次；请只保留一个`,
  }),
  noThreshold: ({ text }: Of<'text'>) => ({
    en: `threshold ${text}: the threshold is not a number; write it as unemployment=0.06`,
    zh: `阈值 ${text}：阈值不是数字；请写成 unemployment=0.06`,
  }),
  thresholdOutside: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `threshold ${name}=${value}: shares and rates are ${percentGiven(value).en}`,
    zh: `阈值 ${name}=${value}：${percentGiven(value).zh}`,
  }),
  yearOutside: ({ option, text, word, first, last }: Of<'option' | 'text' | 'word' | 'first' | 'last'>) => ({
    en: `${option} ${text}: '${word}' is not a year of the run; give years from ${first} to ${last}, such as 2030,2040`,
    zh: `${option} ${text}：“${word}”不在模拟期内；请填 ${first} 至 ${last} 之间的年份，如 2030,2040`,
  }),
})
