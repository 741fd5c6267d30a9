/** What is wrong with what was typed on the command line, by code and in both languages. */

import texts from '../../texts/command.ts'
import { messageTable, type Of } from '../../language/messages.ts'

export const commandMessages = messageTable('command', texts, {
  // Ensembles and sensitivity.
  wholeNumber: ({ option, text, least, most }: Of<'option' | 'text' | 'least' | 'most'>) => ({
    en: `${option} ${text}: give a whole number from ${least} to ${most}${String(most).length > 6 ? ', such as 10000 or 1e6' : ''}`,
    zh: `${option} ${text}：请给出 ${least} 至 ${most} 之间的整数${String(most).length > 6 ? '，如 10000 或 1e6' : ''}`,
  }),
})
