/** The problems of a region's files, by code and in both languages; what to do about them is in fixes.ts. */

import texts from '../texts/region.ts'
import { messageTable, type Of } from '../language/messages.ts'

export const fault = messageTable('region', texts, {
  separator: ({ separator }: Of<'separator'>) => {
    const isTab = separator === '\t'
    return {
      en: `the fields are separated by ${isTab ? 'tabs' : `'${separator}'`}, not by commas`,
      zh: `各栏以${isTab ? '制表符' : `“${separator}”`}分隔，而不是英文逗号`,
    }
  },

  gap: ({ name, from, to }: Of<'name' | 'from' | 'to'>) => ({
    en: `${name} has no figure for ${from === to ? from : `${from} to ${to}`}`,
    zh: `${name} 缺少 ${from === to ? from : `${from} 至 ${to}`} 年的数字`,
  }),
})
