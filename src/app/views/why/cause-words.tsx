/** How a cause is written: its name, its value with a unit, its symbol and its grade. */

import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { Evidence } from '../../../language/declare.ts'
import { useLanguage, useNumbers } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { nameIn } from '../../words/language.ts'
import { leverNames } from '../../words/terms/levers.ts'
import { labelName, parameterName } from '../../words/terms/parameters.ts'
import { unitWords } from '../../words/terms/units.ts'
import { variableName } from '../../words/terms/variables.ts'

export const useRowName = (): ((row: CauseRow) => string) => {
  const language = useLanguage()
  const areas = useAbout()?.areas
  const labelOf = (text: string): string => {
    const area = areas?.find(({ id }) => id === text)
    return area === undefined ? labelName(text, language) : nameIn(area.names, language)
  }
  return row => {
    const label = Object.values(row.labels)
      .filter(text => !text.includes('..'))
      .map(labelOf)
    const name =
      row.kind === 'lever'
        ? (leverNames[language][row.name] ?? row.doc)
        : row.kind === 'parameter'
          ? parameterName(row.name, row.doc, language)
          : variableName(row.name, row.doc, language)
    if (label.length === 0) return name
    return language === 'zh' ? `${name}（${label.join('、')}）` : `${name} (${label.join(', ')})`
  }
}

/** A value of any variable: shares as they are, money in billions, small numbers with their figures. */
export const useCauseValue = (): ((
  value: number,
  row: Pick<CauseRow, 'unit' | 'name'>,
) => { readonly text: string; readonly unit: string }) => {
  const language = useLanguage()
  const numbers = useNumbers()
  return (value, { unit, name }) => {
    if (!Number.isFinite(value)) return { text: numbers.noFigure, unit: '' }
    if (name.endsWith('ToGdp'))
      return { text: numbers.plain(value * 100, 1), unit: language === 'zh' ? '%' : '% of GDP' }
    if (unit === 'share') return { text: numbers.plain(value * 100, 2), unit: '%' }
    if (unit === '1/year')
      return { text: numbers.plain(value * 100, 2), unit: language === 'zh' ? '% / 年' : '% a year' }
    const { scale, text } = unitWords(unit, language)
    const shown = value * scale
    const digits = Math.abs(shown) >= 1000 || shown === 0 ? 0 : Math.abs(shown) >= 10 ? 1 : Math.abs(shown) >= 1 ? 2 : 4
    return { text: numbers.plain(shown, digits), unit: text.trim() }
  }
}

export const gradeOf = (row: CauseRow): Evidence =>
  row.origin?.evidence ?? (row.evidence as Evidence | undefined) ?? 'derived'

/** 'PH0' -> PH with a lowered 0; 'Debt_aug' -> Debt with a lowered aug. */
export const symbolOf = (symbol: string) => {
  const [, head = symbol, tail] = /^([A-Za-z]+?)(?:_(\w+)|(\d+))?$/.exec(symbol) ?? []
  const low = tail ?? /\d+$/.exec(symbol)?.[0]
  return low === undefined ? (
    symbol
  ) : (
    <>
      {head}
      <sub>{low}</sub>
    </>
  )
}
