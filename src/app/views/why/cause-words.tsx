/** Display of a cause: name, value with unit, symbol and evidence. */

import type { CauseRow } from '../../../analysis/explain/tree.ts'
import { shownAs } from '../../../analysis/explain/shown.ts'
import { catalogued } from '../../../outcomes/catalogue.ts'
import type { Evidence } from '../../../language/declare.ts'
import { useLanguage, useNumbers } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import type { Language } from '../../../language/messages.ts'
import { nameIn } from '../../../language/typeset.ts'
import { leverName } from '../../../model/names/levers.ts'
import { labelName, parameterName } from '../../../model/names/parameters.ts'
import { unitWords } from '../../../model/names/units.ts'
import { variableName } from '../../../model/names/variables.ts'

/** Labels that a name is followed by; ranges are those taken together, which no label tells. */
const useLabels = (): ((labels: CauseRow['labels']) => string[]) => {
  const language = useLanguage()
  const areas = useAbout()?.areas
  const labelOf = (text: string): string => {
    const area = areas?.find(({ id }) => id === text)
    return area === undefined ? labelName(text, language) : nameIn(area.names, language)
  }
  return labels =>
    Object.values(labels)
      .filter(text => !text.includes('..'))
      .map(labelOf)
}

/** A variable with its labels: 'Deposits (under 40)'. */
export const useQuantityName = (): ((quantity: Pick<CauseRow, 'name' | 'labels' | 'doc'>) => string) => {
  const language = useLanguage()
  const labelsOf = useLabels()
  return ({ name, labels, doc }) => {
    const label = labelsOf(labels)
    const named = variableName(name, doc, language)
    return label.length === 0 ? named : `${named} (${label.join(', ')})`
  }
}

export const useRowName = (): ((row: CauseRow) => string) => {
  const language = useLanguage()
  const labelsOf = useLabels()
  return row => {
    const label = labelsOf(row.labels)
    const name =
      row.kind === 'lever'
        ? leverName(row.name, row.doc, language)
        : row.kind === 'parameter'
          ? parameterName(row.name, row.doc, language)
          : variableName(row.name, row.doc, language)
    if (label.length === 0) return name
    return language === 'zh' ? `${name}（${label.join('、')}）` : `${name} (${label.join(', ')})`
  }
}

/** Factor on a value for readers, and the unit behind it. */
const shownUnit = (
  name: string,
  unit: string,
  language: Language,
): { readonly scale: number; readonly unit: string; readonly isPercent: boolean } => {
  // An outcome is written as on every page.
  if (catalogued(name) !== undefined) {
    const { scale, unit: text } = shownAs(name, unit, language)
    return { scale, unit: text, isPercent: text.startsWith('%') }
  }
  if (name.endsWith('ToGdp')) return { scale: 100, unit: language === 'zh' ? '%' : '% of GDP', isPercent: true }
  if (unit === 'share') return { scale: 100, unit: '%', isPercent: true }
  if (unit === '1/year') return { scale: 100, unit: language === 'zh' ? '%/年' : '% a year', isPercent: true }
  const { scale, text } = unitWords(unit, language)
  return { scale, unit: text.trim(), isPercent: false }
}

/** A value of any variable: shares as they are, money in billions, small numbers with their figures. */
export const useCauseValue = (): ((
  value: number,
  row: Pick<CauseRow, 'unit' | 'name'>,
) => { readonly text: string; readonly unit: string; readonly scale: number; readonly isPercent: boolean }) => {
  const language = useLanguage()
  const numbers = useNumbers()
  return (value, { unit, name }) => {
    if (!Number.isFinite(value)) return { text: numbers.noFigure, unit: '', scale: 1, isPercent: false }
    const { scale, unit: text, isPercent } = shownUnit(name, unit, language)
    const shown = value * scale
    if (isPercent) return { text: numbers.plain(shown, name.endsWith('ToGdp') ? 1 : 2), unit: text, scale, isPercent }
    const size = Math.abs(shown)
    const digits = size >= 1000 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4
    return { text: numbers.plain(shown, digits), unit: text, scale, isPercent }
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
