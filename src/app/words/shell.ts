/** The texts around the views: header, menus, notices and footer. */

import type { Language } from '../../language/messages.ts'
import { type QuestionEntry, questionEntries } from '../../questions/index.ts'
import texts from '../../texts/app/shell.ts'
import { isDeclared, type ViewName } from '../state/view-names.ts'
import { dictionary } from './language.ts'

export const shellWords = dictionary(texts, {
  failed: {
    en: (what: string) =>
      `The calculation failed: ${what.replace(/[.!?]?$/, found => found || '.')} Your scenario has not been lost.`,
    zh: (what: string) => `计算失败：${what.replace(/[。！？.!?]?$/, '。')}您的情景没有丢失。`,
  },
})

/** The name of a view among the parts of its place. */
export const viewTitle = (view: ViewName, language: Language): string => {
  if (!isDeclared(view)) return texts[language].views[view]
  const { tab, title }: QuestionEntry = questionEntries[view]
  return (tab ?? title)[language]
}
