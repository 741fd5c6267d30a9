/** Writes cells and texts of a report in the language of the page. */

import {
  type Cell,
  type Column,
  isFigure,
  isGraded,
  isSpread,
  type Said,
  type Show,
  type Table,
  textOf,
  valueIn,
} from '../../questions/core/report.ts'
import { tableSheet } from '../../questions/core/frames.ts'
import type { TableData } from '../charts/table.tsx'
import type { Both } from '../../language/messages.ts'
import { useLanguage, useNumbers } from '../shell/use.ts'
import { typeset } from '../../language/typeset.ts'

/** Cells as the page writes them. */
export const useWriting = () => {
  const language = useLanguage()
  const numbers = useNumbers()
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
  /** A number and its percent sign stay on one line. */
  const said = (given: Said): string =>
    typeset(textOf(given)[language], language).replaceAll(/(?<=\d) (?=%)/g, '\u00a0')
  /** Columns of a table as shown, and as a file has them. */
  const tabled = (columns: readonly Column[], rows: Table['rows']): TableData => ({
    head: columns.map(({ head, full }) => said(full ?? head)),
    rows: rows.map(row => row.map((one, at) => cell(one, columns[at]))),
    sheet: () => tableSheet({ columns, rows }, language),
  })
  return {
    language,
    tabled,
    written,
    cell,
    said,
    own,
    yearWord: { en: 'Year', zh: '年份' }[language],
    packageWord: { en: 'Package', zh: '方案' }[language],
    causeWord: (name: string) => ({ en: `What drives this: ${name}`, zh: `${name}的成因` })[language],
  }
}
