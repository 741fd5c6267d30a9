/** What is wrong with years and thresholds as they are given, by code and in both languages. */

import texts from '../texts/given.ts'
import { times } from '../regions/own/unit-slips.ts'
import { type Both, messageTable, type Of } from '../language/messages.ts'

/** What a number given in per cent, where fractions of one are wanted, would mean, and how to write it. */
export const percentGiven = (value: string | number): Both<string> => ({
  en: `fractions of one, so that ${value} is ${times(value, 100)} %; write ${times(value, 0.01)} for ${value} %`,
  zh: `比率以小数表示，${value} 即 ${times(value, 100)}%；${value}% 请写成 ${times(value, 0.01)}`,
})

export const givenMessages = messageTable('given', texts, {
  thresholdOutside: ({ name, value }: Of<'name' | 'value'>) => ({
    en: `threshold ${name}=${value}: shares and rates are ${percentGiven(value).en}`,
    zh: `阈值 ${name}=${value}：${percentGiven(value).zh}`,
  }),
})
