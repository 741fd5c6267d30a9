/** Reasons for a change in words: each equation with its largest causes, as `reasonsOf` finds them in two runs. */

import { reasonMessages } from './messages.ts'
import { isInPercent } from './shown.ts'
import type { Division, Moved } from './reasons.ts'
import { lowered, withMark } from '../../language/typeset.ts'
import { signed } from '../words/numbers.ts'
import type { Language } from '../../language/messages.ts'
import { unitWords } from '../../model/names/units.ts'
import { variableName } from '../../model/names/variables.ts'

/** Million people below this are thousands of people in English. */
const thousandsBelow = 0.0995

interface Amount {
  /** With its sign. */
  readonly number: string
  /** Behind the number, with its space. */
  readonly unit: string
}

/** Shares, rates and ratios to output in points, an index in per cent of itself, all else in its unit. */
const amountOf = ({ name, unit, change, relative }: Moved, language: Language): Amount => {
  if (unit === 'index' && relative !== undefined)
    return { number: signed(100 * relative, 2), unit: language === 'zh' ? '%' : ' %' }
  if (isInPercent(name, unit)) return { number: signed(100 * change), unit: reasonMessages.points().text[language] }
  const { scale, text } = unitWords(unit, language)
  if (text.includes('million people') && Math.abs(change) < thousandsBelow)
    return { number: signed(1000 * change), unit: text.replace('million', 'thousand') }
  return { number: signed(scale * change), unit: text }
}

const written = ({ number, unit }: Amount): string => `${number}${unit}`

/** The sentence of a variable up to what qualifies it. */
const nameOf = ({ name, doc }: Moved, language: Language): string =>
  variableName(name, doc.split(/[,;:]/)[0]!, language)

interface CauseInWords {
  readonly name: string
  /** Change that it causes in the quantity above, in the unit of that quantity. */
  readonly effect: Amount
  /** The quantity behind it: 'through effective retirement age, +1.3 years'. */
  readonly through: string | undefined
}

interface ReasonInWords {
  readonly name: string
  readonly change: Amount
  readonly causes: readonly CauseInWords[]
}

const reasonsInWords = (divisions: readonly Division[], language: Language): ReasonInWords[] =>
  divisions.map(division => {
    const { name, unit, causes } = division
    const nameIn = (one: Moved): string => (language === 'en' ? lowered(nameOf(one, language)) : nameOf(one, language))
    const markOf = (cause: Moved): string => {
      if (cause.name === name) return reasonMessages.before().text[language]
      const isTwice = causes.filter(one => one.name === cause.name).length > 1
      return cause.closing && isTwice ? reasonMessages.closing().text[language] : ''
    }
    return {
      name: nameOf(division, language),
      change: amountOf(division, language),
      causes: causes.map(cause => {
        const { from } = cause
        const mark = markOf(cause)
        return {
          name: mark === '' ? nameIn(cause) : withMark(nameIn(cause), mark, language),
          effect: amountOf({ ...cause, name, unit: unit === 'index' ? '1' : unit, change: cause.effect }, language),
          through:
            from === undefined
              ? undefined
              : reasonMessages.through({ from: nameIn(from), moved: written(amountOf(from, language)) }).text[language],
        }
      }),
    }
  })

/** A sentence an equation. */
export const reasonSentences = (divisions: readonly Division[], language: Language): string[] =>
  reasonsInWords(divisions, language).map(({ name, change, causes }) => {
    const [space, open, close, mark] = language === 'zh' ? ['', '（', '）', '；'] : [' ', ' (', ')', '; ']
    const told = causes.map(
      cause =>
        `${cause.name}${space}${written(cause.effect)}${cause.through === undefined ? '' : `${open}${cause.through}${close}`}`,
    )
    return reasonMessages.sentence({ name, change: written(change), causes: told.join(mark) }).text[language]
  })
