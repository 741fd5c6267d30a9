/** Writes cells and texts of a report in a language, for pages and documents. */

import type { Numbers } from '../../analysis/words/numbers.ts'
import type { Both } from '../../language/messages.ts'
import { typeset } from '../../language/typeset.ts'
import { type Cell, isFigure, isGraded, isSpread, type Said, type Show, textOf, valueIn } from './report.ts'

export const writingIn = (numbers: Numbers) => {
  const { language } = numbers
  const own = <Of extends string | number>(given: Of | Both<Of> | undefined): Of | undefined =>
    typeof given === 'object' ? given[language] : given
  const written = (value: number, { scale, digits, signed = false, suffix = '', power }: Show): string =>
    !Number.isFinite(value)
      ? '–'
      : power
        ? numbers.scientific(value)
        : typeset(
            `${(signed ? numbers.signed : numbers.plain)(value * (own(scale) ?? 1), own(digits))}${suffix}`,
            language,
          )
  /** A number and its percent sign stay on one line; numbers below zero have a minus, as in tables. */
  const said = (given: Said): string =>
    typeset(textOf(given)[language], language)
      .replaceAll(/(?<=\d) (?=%)/g, '\u00a0')
      .replaceAll(/(?<=^|[\s(（，、。：；\u4e00-\u9fff])-(?=\d)/g, '−')
  const cell = (one: Cell, show: Show & { readonly as?: string }): string => {
    const { as } = show
    if (one === null) return '–'
    if (typeof one === 'number') return written(one, show)
    if (typeof one === 'string') return one
    if (isFigure(one)) return written(valueIn(one, language), one)
    if (isGraded(one))
      return [typeset(one.word[language], language), ...(one.value === null ? [] : [written(one.value, one)])].join(' ')
    if (isSpread(one)) {
      const shown = { ...show, ...one }
      const mean = written(one.mean, shown)
      if (one.low === null || one.high === null) return mean
      const range = `${written(one.low, shown)}…${written(one.high, shown)}`
      return as === 'range' ? range : typeset(`${mean} (${range})`, language)
    }
    return typeset(one[language], language)
  }
  return { language, written, cell, said, own }
}

export type Writing = ReturnType<typeof writingIn>
