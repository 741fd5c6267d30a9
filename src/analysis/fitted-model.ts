/** Replaces the priors of the model by the posterior ranges of fitted parameters. */

import type { Declaration, Model, Prior } from '../language/declare.ts'
import type { FittedParameters, RegionData } from '../regions/types.ts'

const isRange = (value: unknown): value is Prior => typeof value === 'object' && value !== null && 'central' in value

/** What history has taught is computed from its figures; what it has not stays as well known as it was. */
const fittedDeclaration = (
  name: string,
  declaration: Declaration,
  { region, ranges, informed, lastYear }: FittedParameters,
): Declaration => {
  if (declaration.kind !== 'parameter' || typeof declaration.value === 'number') return declaration
  const { value, source } = declaration
  const [names, fitted] = isRange(value)
    ? [[name], ranges[name] ?? value]
    : [
        Object.keys(value).map(label => `${name}[${label}]`),
        Object.fromEntries(
          Object.entries(value).map(([label, range]) => [label, ranges[`${name}[${label}]`] ?? range]),
        ) as typeof value,
      ]
  if (!names.every(one => informed.includes(one))) return { ...declaration, value: fitted }
  const told = `history of ${region} up to ${lastYear} (heartland calibrate)`
  return {
    ...declaration,
    value: fitted,
    evidence: 'derived',
    source: source === undefined ? told : `${source}; ${told}`,
  }
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

/** A sentence on the source of the parameters, for readers. */
export const fitSentence = ({ id, parameters }: Pick<RegionData, 'id' | 'parameters'>): string => {
  if (parameters === undefined) return 'The model has not been calibrated to historical data.'
  const whose = parameters.region === id ? '' : ` of ${parameters.region}`
  return `Parameters are fitted to data${whose} up to ${parameters.lastYear}.`
}
