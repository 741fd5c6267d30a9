/** The texts of the What if view: levers, schedules, assumptions, financing and saved scenarios. */

import texts from '../../texts/app/what-if.ts'
import { inText } from '../../language/typeset.ts'
import { dictionary } from './language.ts'

export const whatIfWords = dictionary(texts, {
  yearEnd: { en: '', zh: '年' },
  finding: {
    en: (place: string, title: string, year: number, change: string, unit: string, level: string) =>
      change === ''
        ? `${place}: ${inText(title, 'en')} is ${level} in ${year}`
        : `${place}: ${inText(title, 'en')} changes by ${change} ${unit} by ${year}`,
    zh: (place: string, title: string, year: number, change: string, unit: string, level: string) =>
      change === '' ? `${place}：${year}年${title}为${level}` : `${place}：到${year}年${title}变化${change}${unit}`,
  },
})
