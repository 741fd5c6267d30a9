/** The model with the parameters that history has told: posterior ranges in place of priors, and how to do without. */

import type { Declaration, Model, Prior } from '../language/declare.ts'
import type { FittedParameters, RegionData } from '../regions/types.ts'

const isRange = (value: unknown): value is Prior => typeof value === 'object' && value !== null && 'central' in value

const fittedDeclaration = (name: string, declaration: Declaration, { ranges }: FittedParameters): Declaration => {
  if (declaration.kind !== 'parameter' || typeof declaration.value === 'number') return declaration
  const { value } = declaration
  if (isRange(value)) return { ...declaration, value: ranges[name] ?? value }
  const entries = Object.entries(value).map(([label, range]) => [label, ranges[`${name}[${label}]`] ?? range])
  return { ...declaration, value: Object.fromEntries(entries) as typeof value }
}

/** A region without fitted parameters takes the model as it is. */
export const fittedModel = (model: Model, fitted: FittedParameters | undefined): Model => {
  if (fitted === undefined) return model
  return {
    ...model,
    correlations: fitted.correlations,
    sectors: model.sectors.map(sector => ({
      ...sector,
      declarations: Object.fromEntries(
        Object.entries(sector.declarations).map(([name, one]) => [name, fittedDeclaration(name, one, fitted)]),
      ),
    })),
  }
}

/** What a reader is told of where the parameters come from. */
export const fitSentence = ({ id, parameters }: Pick<RegionData, 'id' | 'parameters'>): string => {
  if (parameters === undefined) return 'Not calibrated on history.'
  const whose = parameters.region === id ? '' : ` of ${parameters.region}`
  return `Parameters fitted to figures${whose} up to ${parameters.lastYear}.`
}
