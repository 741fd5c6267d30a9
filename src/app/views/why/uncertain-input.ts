/** The uncertain input that a row of the tree shows, the range over which it is moved, and the parameters of an equation. */

import type { CauseRow } from '../../../analysis/explain/tree.ts'
import type { UncertainInput } from '../../../analysis/evidence/uncertain-inputs.ts'
import type { ParameterAbout } from '../../worker/answers/about.ts'

/** As inputs are named: figures of all areas go together; a row that takes other labels together has no input of its own. */
export const inputOf = ({ kind, name, labels }: Pick<CauseRow, 'kind' | 'name' | 'labels'>): string | undefined => {
  if (!['parameter', 'datum', 'exogenous'].includes(kind)) return undefined
  const others = Object.entries(labels).flatMap(([dimension, label]) => (dimension === 'area' ? [] : [label]))
  return others.length === 0 ? name : `${name}[${others.join(', ')}]`
}

/** A figure has its range from its grade: that of its area, or of all areas together where the row takes them so. */
export const rangeOf = (
  { labels, together }: Pick<CauseRow, 'labels' | 'together'>,
  cells: UncertainInput['cells'],
  areas: readonly string[],
): readonly [low: number, high: number] | undefined => {
  const areaOf = (address: string): string | undefined => areas.find(id => new RegExp(`\\[${id}[,\\]]`).test(address))
  const area = areas.find(id => id === labels['area'])
  const own = area === undefined ? cells : cells.filter(({ address }) => areaOf(address) === area)
  // Where some of the areas were measured, the others alone are no range of the whole.
  const placed = own.filter(({ address }) => areaOf(address) !== undefined).length
  if (own.length === 0 || (area === undefined && placed > 0 && placed < areas.length)) return undefined
  const parts = together === 'sum' ? 1 : own.length
  const end = (of: 'low' | 'high'): number => own.reduce((sum, cell) => sum + cell[of], 0) / parts
  return [end('low'), end('high')]
}

/** Uncertain parameters of a row: of the equation that it shows, or the row itself. */
export const handlesOf = (
  parameters: readonly ParameterAbout[],
  rows: ReadonlyArray<Pick<CauseRow, 'kind' | 'name' | 'labels'>>,
): ParameterAbout[] =>
  parameters.filter(({ name }) =>
    rows.some(row => {
      const labels = Object.values(row.labels)
      const address = labels.length === 0 ? row.name : `${row.name}[${labels.join(', ')}]`
      // Labels taken together have a handle each.
      const isTogether = labels.some(label => label.includes('..')) && name.startsWith(`${row.name}[`)
      return row.kind === 'parameter' && (name === address || isTogether)
    }),
  )
