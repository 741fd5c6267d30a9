/** The texts of the Who view: gains and losses by birth year, household group, province and payer. */

import texts from '../../texts/app/who.ts'
import { dictionary } from './language.ts'

export const whoWords = dictionary(texts, {
  pays: {
    en: (first: string, value: string) =>
      `The largest cost falls ${first.startsWith('outside') ? first : `on the ${first}`}: ${value} a year.`,
    zh: (first: string, value: string) => `承担最多的是${first}：每年${value}。`,
  },
})
