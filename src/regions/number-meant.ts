/** The number that somebody meant where a field holds none, if only one can be meant. */

import { halfWidth } from '../language/typeset.ts'
import { times } from './own/unit-slips.ts'

export const plainNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** No number needs more; longer ones are a slip, or made to take long. */
export const mostCharacters = 64

/** '3,138.98', '3 138.98', '5 %' and '１２' as the loader wants them; undefined where none or several can be meant. */
export const numberMeant = (given: string): string | undefined => {
  if (given.length > mostCharacters) return undefined
  // A minus sign as it is printed, and the dash that is typed for one.
  const text = halfWidth(given).trim().replace(/^[−–]/, '-')
  if (text !== given && plainNumber.test(text)) return text
  // A single comma may stand for the point, as in 0,175: only two commas, or a comma and a point, say which it is.
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text) && /[,.].*[,.]/.test(text)) return text.replaceAll(',', '')
  // Groups of thousands have three digits.
  if (/^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text)) return text.replace(',', '.')
  // Spaces part thousands, never a fraction: plain ones, and those that do not break a line.
  if (/^[+-]?[1-9]\d{0,2}([ \u00a0\u2009\u202f]\d{3})+(\.\d+)?$/.test(text)) return text.replaceAll(/\s/g, '')
  const [, percent] = /^([+-]?\d+(?:\.\d+)?) ?%$/.exec(text) ?? []
  return percent === undefined ? undefined : times(percent, 0.01)
}
