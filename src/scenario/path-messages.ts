/** Messages on the setting of an external path, by code and in both languages. */

import texts from '../texts/path.ts'
import { messageTable, type Of } from '../language/messages.ts'
import { pathForm, pathPercent, unlessPercent } from './written-forms.ts'

export const pathMessages = messageTable('path', texts, {
  setsNone: ({ text }: Of<'text'>) => ({
    en: `'${text}' does not set an external path; ${pathForm.en}`,
    zh: `“${text}”未设定外部条件路径；${pathForm.zh}`,
  }),
  notNumber: ({ whole, text }: Of<'whole' | 'text'>) => ({
    en: `'${whole}': '${text}' is not a number; ${unlessPercent(text, pathForm, pathPercent).en}`,
    zh: `“${whole}”：“${text}”不是数字；${unlessPercent(text, pathForm, pathPercent).zh}`,
  }),
})
