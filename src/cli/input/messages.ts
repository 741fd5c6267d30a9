/** The faults of what was typed on the command line, by code and in both languages. */

import texts from '../../texts/command.ts'
import { messageTable, type Of, UsageError } from '../../language/messages.ts'
import { number } from '../../analysis/words/numbers.ts'
import { typedNumber } from '../../language/usage.ts'

export const commandMessages = messageTable('command', texts, {
  // Ensembles and sensitivity.
  wholeNumber: ({ option, text, least, most }: Of<'option' | 'text' | 'least' | 'most'>) => ({
    en: `${option} ${text}: give a whole number from ${least} to ${most}${String(most).length > 6 ? ', such as 10000 or 1e6' : ''}`,
    zh: `${option} ${text}：请给出 ${least} 至 ${most} 之间的整数${String(most).length > 6 ? '，如 10000 或 1e6' : ''}`,
  }),
})

/** '1e6', '1_000_000', '1,000,000'. */
export const countOf = (option: string, text: string, least: number, most: number): number => {
  const value = typedNumber(text.replaceAll(/[,_](?=\d{3}(\D|$))/g, ''))
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(commandMessages.wholeNumber({ option, text, least: number(least, 0), most: number(most, 0) }))
}
