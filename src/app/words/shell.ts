/** The texts around the views: header, menus, notices and footer. */

import texts from '../../texts/app/shell.ts'
import { dictionary } from './language.ts'

export const shellWords = dictionary(texts, {
  failed: {
    en: (what: string) =>
      `The calculation failed: ${what.replace(/[.!?]?$/, found => found || '.')} Your scenario has not been lost.`,
    zh: (what: string) => `计算失败：${what.replace(/[。！？.!?]?$/, '。')}您的情景没有丢失。`,
  },
})
