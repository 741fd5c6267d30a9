/** Reasons for a change in words: each equation with its largest causes, as `reasonsOf` finds them in two runs. */

import type { Division, Moved } from '../analysis/explain/reasons.ts'
import { lowered } from '../analysis/lowered.ts'
import { signed } from '../analysis/numbers.ts'
import { unitWords } from '../app/words/terms/units.ts'
import { variableName } from '../app/words/terms/variables.ts'
import type { Language } from '../language/messages.ts'
import { commandMessages } from './messages.ts'

/** Shares, rates and ratios to output in points, an index in per cent of itself, all else in its unit. */
const amountOf = ({ name, unit, change, relative }: Moved, language: Language): string => {
  if (unit === 'index' && relative !== undefined) return `${signed(100 * relative, 2)}${language === 'zh' ? '%' : ' %'}`
  if (unit === 'share' || unit === '1/year' || (unit === 'year' && name.endsWith('ToGdp')))
    return `${signed(100 * change)}${commandMessages.points().text[language]}`
  const { scale, text } = unitWords(unit, language)
  return `${signed(scale * change)}${text}`
}

/** The sentence of a variable up to what qualifies it. */
const nameOf = ({ name, doc }: Moved, language: Language): string => variableName(name, doc.split(/[,;]/)[0], language)

/** A sentence an equation. */
export const reasonSentences = (divisions: readonly Division[], language: Language): string[] =>
  divisions.map(division => {
    const { name, unit, causes } = division
    const nameIn = (one: Moved): string => (language === 'en' ? lowered(nameOf(one, language)) : nameOf(one, language))
    const told = causes.map(cause => {
      // In the unit of what it moves.
      const effect = amountOf({ ...cause, name, unit: unit === 'index' ? '1' : unit, change: cause.effect }, language)
      const { from } = cause
      const through =
        from === undefined
          ? ''
          : commandMessages.through({ from: nameIn(from), moved: amountOf(from, language) }).text[language]
      return `${nameIn(cause)}${language === 'zh' ? '' : ' '}${effect}${through}`
    })
    const change = amountOf(division, language)
    const of = { name: nameOf(division, language), change, causes: told.join(language === 'zh' ? '；' : '; ') }
    return commandMessages.reason(of).text[language]
  })
