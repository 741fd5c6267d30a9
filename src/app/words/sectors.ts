/** The texts of the view Sectors that the pages of industries and impacts on the command line do not have. */

import texts from '../../texts/app/sectors.ts'
import { dictionary } from './language.ts'

export const sectorsWords = dictionary(texts, {
  clear: {
    en: (year: number, found: readonly string[]) => `In ${year}, ${found.join('; ')}.`,
    zh: (year: number, found: readonly string[]) => `${year}年，${found.join('；')}。`,
  },
  unclear: {
    en: (count: number, all: number) =>
      count === all ? 'No industry shows a clear change.' : `No clear change in ${count} of ${all} industries.`,
    zh: (count: number, all: number) =>
      count === all ? '各行业的变动均与零无显著差别。' : `${all}个行业中有${count}个的变动与零无显著差别。`,
  },
})
