/** Whole numbers as people give them. */

import { number } from '../../analysis/words/numbers.ts'
import { typedNumber } from '../../language/usage.ts'
import { UsageError } from '../../language/reported-error.ts'
import { commandMessages } from './messages.ts'

/** '1e6', '1_000_000', '1,000,000'. */
export const countOf = (option: string, text: string, least: number, most: number): number => {
  const value = typedNumber(text.replaceAll(/[,_](?=\d{3}(\D|$))/g, ''))
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return value
  throw new UsageError(commandMessages.wholeNumber({ option, text, least: number(least, 0), most: number(most, 0) }))
}
