/** Laws, customs and prices that the model states for its nation, in the form in which another one states its own. */

import { csvFormatRows } from 'd3-dsv'
import { standardAt } from '../../engine/scenario.ts'
import type { Declaration, Model } from '../../language/declare.ts'
import { packageStart } from '../../model/packages.ts'
import { requiredData } from './simulation.ts'

const valueOf = (declaration: Declaration): string => {
  if (declaration.kind === 'lever') return String(standardAt(declaration.standard, packageStart - 1))
  if (declaration.kind !== 'parameter') return ''
  const { value } = declaration
  return typeof value === 'number' ? String(value) : 'central' in value ? String(value.central) : ''
}

/** institutions.csv with the values of the model: parameters by name, levers with their bounds. */
export const institutionsTable = (model: Model): string => {
  const declarations = new Map(model.sectors.flatMap(sector => Object.entries(sector.declarations)))
  const rows = requiredData(model)
    .filter(({ national }) => national === true)
    .map(({ name, unit, bounds }) => {
      const [low, high] = bounds === undefined ? ['', ''] : bounds.map(String)
      return [name, '', '', valueOf(declarations.get(name)!), low!, high!, unit, 'assumed', 'judgement', '']
    })
  const header = ['name', 'labels', 'from', 'value', 'low', 'high', 'unit', 'evidence', 'source', 'note']
  return `${csvFormatRows([header, ...rows])}\n`
}
